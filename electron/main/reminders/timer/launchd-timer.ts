import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReminderTimer } from '../../../../src/core/ipc';
import { timerNames, type CheckLine } from './check-line';
import { launchAgent, programOfAgent } from './launch-agent';
import { insisting, type Tool } from './tool';
import type { SystemTimer } from './timer';

interface Needs {
  line: CheckLine;
  home: string;
  userId: number;
  tool: Tool;
}

/** An agent of launchd, in the session of this user's desktop. Not run where this was written. */
export class LaunchdTimer implements SystemTimer {
  #needs: Needs;
  #file: string;
  #domain: string;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#file = join(needs.home, 'Library/LaunchAgents', `${timerNames.launchd}.plist`);
    this.#domain = `gui/${needs.userId}`;
  }

  async read(): Promise<ReminderTimer> {
    const agent = await readFile(this.#file, 'utf8').catch(() => '');
    const program = programOfAgent(agent);
    // A program that was moved leaves the agent behind; then nothing happens.
    if (program === null || !existsSync(program)) return 'off';
    const loaded = await this.#needs.tool('launchctl', 'print', this.#service);
    return loaded.code === 0 ? 'on' : 'off';
  }

  async turnOn(): Promise<void> {
    await this.turnOff();
    const launchctl = insisting((...line) => this.#needs.tool(...line));
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(this.#file, launchAgent(this.#needs.line));
      await launchctl('launchctl', 'enable', this.#service);
      await launchctl('launchctl', 'bootstrap', this.#domain, this.#file);
    } catch (error) {
      await this.turnOff();
      throw error;
    }
  }

  async turnOff(): Promise<void> {
    await this.#needs.tool('launchctl', 'bootout', this.#service);
    await rm(this.#file, { force: true });
  }

  get #service(): string {
    return `${this.#domain}/${timerNames.launchd}`;
  }
}
