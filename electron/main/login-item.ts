import { app } from 'electron';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { autostartEntry, isAutostartOn } from './autostart';

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
  command: string[];
}

export function makeLoginItem(program: Program): LoginItem {
  return process.platform === 'linux' ? new AutostartFile(program) : systemLoginItem;
}

const systemLoginItem: LoginItem = {
  isOn: () => Promise.resolve(app.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin),
  set: (isOn) =>
    Promise.resolve(app.setLoginItemSettings({ openAtLogin: isOn, args: ['--hidden'] })),
};

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
      return isAutostartOn(await readFile(this.#file, 'utf8'));
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

/** There the file would be written into the package's own view of the system, and do nothing. */
const isConfined = () => Boolean(process.env['FLATPAK_ID'] ?? process.env['SNAP']);
