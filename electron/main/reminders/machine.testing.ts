import { apply } from '../../../src/core/library/apply';
import type { Command } from '../../../src/core/library/commands';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { reference } from '../../../src/core/reference';
import { defaultDevice, type Device } from '../storage/device';
import { Planner, type Shown } from './planner';
import { instantText } from './model-days.testing';

/** Where the machine loses its power; what was written to disk by then is all that is left. */
export const crashPoints = [
  'asked whether it is ready',
  'before it is noted',
  'noted',
  'before it is shown',
  'shown',
  'before it is noted as shown',
  'noted as shown',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** The machine: its clock, its disk and its desktop. */
export class Machine {
  minute: number;
  timeZone: string;
  onDisk: Device['notices'] = {};
  device: Device = defaultDevice;
  library: Library;
  isServiceThere = true;
  answer: Shown = 'shown';
  /** The notices of each time that something was shown. */
  seen: string[][] = [];
  bugs: unknown[] = [];
  #crash: { at: CrashPoint; happen: () => void } | null = null;
  #noted: string[] = [];
  #notes = 0;
  #planner: Planner;
  #ids = 0;

  constructor(minute: number, timeZone: string) {
    this.minute = minute;
    this.timeZone = timeZone;
    this.library = emptyLibrary('model', this.now);
    this.#planner = this.#start();
  }

  get now(): string {
    return instantText(this.minute);
  }

  /** One look of the planner; the answer is whether the power went during it. */
  async look(crashAt: CrashPoint | null): Promise<boolean> {
    this.#notes = 0;
    let hasCrashed = false;
    const crashed = new Promise<void>((resolve) => {
      const happen = () => {
        hasCrashed = true;
        resolve();
      };
      this.#crash = crashAt === null ? null : { at: crashAt, happen };
    });
    this.#planner.look();
    await Promise.race([this.#planner.settled(), crashed]);
    if (hasCrashed) this.restart();
    return hasCrashed;
  }

  restart(): void {
    this.device = { ...defaultDevice, notices: this.onDisk };
    this.#planner = this.#start();
  }

  run(command: Command, today: string): string {
    const newId = () => `date-${++this.#ids}`;
    const context = { now: this.now, today, newId, reference: reference() };
    const done = apply(this.library, command, context);
    if (!done.ok) throw new Error(done.problem.code);
    this.library = done.value.library;
    return done.value.id ?? '';
  }

  #start(): Planner {
    const log = { file: '', info: none, warn: none, error: none, page: none };
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- for the getters below
    const machine = this;
    return new Planner({
      clock: { now: () => this.now, timeZone: () => this.timeZone },
      log,
      tellBug: (error) => void this.bugs.push(error),
      session: {
        get store() {
          const isAnothers = () => Promise.resolve(false);
          return { isSample: false, library: machine.library, isAnothers };
        },
        device: {
          get current() {
            return machine.device;
          },
          change: (changes) => this.#change(changes),
        },
      },
      notifier: {
        isReady: async () => {
          await this.#pass('asked whether it is ready');
          return this.isServiceThere;
        },
        show: async () => {
          await this.#pass('before it is shown');
          if (this.answer !== 'failed') this.seen.push(this.#noted);
          await this.#pass('shown');
          return this.answer;
        },
      },
    });
  }

  async #change(changes: Partial<Device>): Promise<void> {
    const before = this.device.notices;
    this.device = { ...this.device, ...changes };
    const { notices } = this.device;
    const isFirst = ++this.#notes === 1;
    if (isFirst) this.#noted = Object.keys(notices).filter((id) => notices[id] !== before[id]);
    await this.#pass(isFirst ? 'before it is noted' : 'before it is noted as shown');
    this.onDisk = notices;
    await this.#pass(isFirst ? 'noted' : 'noted as shown');
  }

  /** Where the power goes, nothing comes after. */
  #pass(point: CrashPoint): Promise<void> {
    if (this.#crash?.at !== point) return Promise.resolve();
    this.#crash.happen();
    return new Promise(() => undefined);
  }
}

function none(): void {
  // The log is nobody's concern here.
}
