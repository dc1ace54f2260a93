import { app } from 'electron';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { autostartEntry, isAutostartOn, programOfEntry } from './autostart';
import { isConfined } from './confined';
import { isLoginItemOn } from './login-item-state';

/** Start at login: off until the user turns it on. */
export interface LoginItem {
  /** As the system has it, whoever set it last; null where it cannot be had. */
  isOn(): Promise<boolean | null>;
  set(isOn: boolean): Promise<void>;
}

interface Program {
  desktopName: string;
  name: string;
  /** What starts the program: the executable, and in development the folder it opens. */
  command: readonly string[];
}

export function makeLoginItem(program: Program): LoginItem {
  return process.platform === 'linux' ? new AutostartFile(program) : new SystemLoginItem(program);
}

/** What Windows and macOS offer; a Mac takes no arguments and says at the start that it was at login. */
class SystemLoginItem implements LoginItem {
  #args: string[];

  constructor({ command }: Program) {
    this.#args = [...command.slice(1), '--hidden'];
  }

  isOn(): Promise<boolean> {
    const settings = app.getLoginItemSettings({ args: this.#args });
    return Promise.resolve(isLoginItemOn(process.platform, settings));
  }

  set(isOn: boolean): Promise<void> {
    app.setLoginItemSettings({ openAtLogin: isOn, args: this.#args });
    return Promise.resolve();
  }
}

/** Electron has no login item on Linux; desktops read this file instead. */
class AutostartFile implements LoginItem {
  #program: Program;
  #file: string;

  constructor(program: Program) {
    this.#program = program;
    const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
    this.#file = join(config, 'autostart', program.desktopName);
  }

  async isOn(): Promise<boolean | null> {
    if (isConfined()) return null;
    try {
      const entry = await readFile(this.#file, 'utf8');
      const program = programOfEntry(entry);
      return isAutostartOn(entry) && program !== null && existsSync(program);
    } catch {
      return false;
    }
  }

  async set(isOn: boolean): Promise<void> {
    if (isConfined()) return;
    if (!isOn) return rm(this.#file, { force: true });
    await mkdir(dirname(this.#file), { recursive: true });
    await writeFile(this.#file, autostartEntry(this.#program.name, this.#program.command));
  }
}
