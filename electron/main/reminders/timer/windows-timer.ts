import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReminderTimer } from '../../../../src/core/ipc';
import { timerNames, type CheckLine } from './check-line';
import { isTaskOn, programOfTask, scheduledTask } from './scheduled-task';
import { insisting, type Tool } from './tool';
import type { SystemTimer } from './timer';

const task = ['/TN', timerNames.windows] as const;

/** A task of the Task Scheduler. Not run where this was written. */
export class WindowsTimer implements SystemTimer {
  #line: CheckLine;
  #tool: Tool;

  constructor({ line, tool }: { line: CheckLine; tool: Tool }) {
    this.#line = line;
    this.#tool = tool;
  }

  async read(): Promise<ReminderTimer> {
    const shown = await this.#tool('schtasks', '/Query', ...task, '/XML');
    if (shown.code !== 0 || !isTaskOn(shown.out)) return 'off';
    const program = programOfTask(shown.out);
    // A program that was moved leaves the task behind; then nothing happens.
    if (program === null) return 'off';
    // A name outside the console's letters comes back damaged and cannot be looked for.
    return /[?\uFFFD]/.test(program) || existsSync(program) ? 'on' : 'off';
  }

  async turnOn(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'almanac-task-'));
    try {
      const file = join(folder, 'task.xml');
      // The scheduler reads no other encoding reliably; the mark says which it is.
      await writeFile(file, `\uFEFF${scheduledTask(this.#line)}`, 'utf16le');
      const schtasks = insisting((...line) => this.#tool(...line));
      await schtasks('schtasks', '/Create', ...task, '/XML', file, '/F');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async turnOff(): Promise<void> {
    const isThere = (await this.#tool('schtasks', '/Query', ...task)).code === 0;
    if (!isThere) return;
    await insisting((...line) => this.#tool(...line))('schtasks', '/Delete', ...task, '/F');
  }
}
