import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReminderTimer } from '../../../../src/core/ipc';
import { timerNames, type CheckLine } from './check-line';
import { programOfService, serviceUnit, timerUnit } from './systemd-units';
import { insisting, type Tool } from './tool';
import type { SystemTimer } from './timer';

interface Needs {
  line: CheckLine;
  /** The user's folder for configuration, as XDG names it. */
  config: string;
  tool: Tool;
}

const timerName = `${timerNames.systemd}.timer`;

/** A timer of the systemd that runs for this user. */
export class SystemdTimer implements SystemTimer {
  #needs: Needs;
  #folder: string;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#folder = join(needs.config, 'systemd/user');
  }

  async read(): Promise<ReminderTimer> {
    const { tool } = this.#needs;
    const manager = await tool('systemctl', '--user', 'show-environment');
    if (manager.code === null) return 'no-systemd';
    if (manager.code !== 0) return 'no-user-manager';
    if (!(await this.#isWritten())) return 'off';
    const enabled = await tool('systemctl', '--user', 'is-enabled', timerName);
    return enabled.out.trim() === 'enabled' ? 'on' : 'off';
  }

  async turnOn(): Promise<void> {
    const systemctl = insisting((...line) => this.#needs.tool(...line));
    try {
      await mkdir(this.#folder, { recursive: true });
      await writeFile(this.#service, serviceUnit(this.#needs.line));
      await writeFile(this.#timer, timerUnit());
      await systemctl('systemctl', '--user', 'daemon-reload');
      await systemctl('systemctl', '--user', 'enable', '--now', timerName);
    } catch (error) {
      await this.turnOff();
      throw error;
    }
  }

  /** Also where no manager runs that could be told: the files are what would start it again. */
  async turnOff(): Promise<void> {
    const { tool } = this.#needs;
    await tool('systemctl', '--user', 'disable', '--now', timerName);
    const wanted = join(this.#folder, 'timers.target.wants', timerName);
    for (const file of [wanted, this.#timer, this.#service]) await rm(file, { force: true });
    await tool('systemctl', '--user', 'daemon-reload');
  }

  /** Both files, of a program that is still where it was. */
  async #isWritten(): Promise<boolean> {
    const service = await readFile(this.#service, 'utf8').catch(() => '');
    const program = programOfService(service);
    return program !== null && existsSync(program) && existsSync(this.#timer);
  }

  get #service(): string {
    return join(this.#folder, `${timerNames.systemd}.service`);
  }

  get #timer(): string {
    return join(this.#folder, timerName);
  }
}
