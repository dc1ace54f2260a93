import { existsSync } from 'node:fs';
import type { Clock } from './clock';
import { defaultDevice, DeviceFile, type Device } from './storage/device';
import { nodeFs, systemTimers, type Log } from './storage/disk';

interface Needs {
  clock: Clock;
  log: Log;
  /** Where the program keeps what belongs to this machine; null if it is not needed. */
  profile: string | null;
}

/**
 * What belongs to this machine, from the start of the program to its end: the file of the user's own
 * data folder, whichever library is open.
 */
export class DeviceKeeper {
  #needs: Needs;
  #file: DeviceFile | null = null;
  /** Which notices were shown of a library in whose folder nothing can be written; else each start would repeat them. */
  #spare: DeviceFile | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get current(): Device {
    const device = this.#file?.current ?? defaultDevice;
    if (this.#spare === null) return device;
    return { ...device, notices: { ...device.notices, ...this.#spare.current.notices } };
  }

  /** Only looks, for the window's first place; the store opens the file for good. */
  async peek(folder: string): Promise<void> {
    this.#file = await this.#open(folder, false);
  }

  /** Uses the file of a folder whose library is not open: the user's, while the sample is. */
  async use(folder: string): Promise<void> {
    await this.#leave();
    this.#file = await this.#open(folder, existsSync(folder));
  }

  /** Uses the file that an opened library brought along. */
  async take(file: DeviceFile): Promise<void> {
    await this.#leave(file);
    this.#file = file;
    await this.#openSpare();
  }

  /** Holds at once; answered when it is written. A failure costs a window position and is only logged. */
  async change(changes: Partial<Device>): Promise<void> {
    await this.#write(this.#file, changes);
    if (!changes.notices) return;
    // The lock may have been lost since the file was taken.
    const known = await this.#openSpare();
    await this.#write(this.#spare, { notices: { ...known, ...changes.notices } });
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  /** Opens the spare where the file's changes do not last. Answers what it brings along, which is nothing if it was open. */
  async #openSpare(): Promise<Device['notices']> {
    const file = this.#file;
    const { profile } = this.#needs;
    if (this.#spare !== null || file === null || file.isKept || profile === null) return {};
    const spare = await this.#open(profile, true);
    // Another library may have been opened meanwhile, and another change may have been quicker.
    if (this.#file !== file || this.#spare !== null) return {};
    this.#spare = spare;
    return spare.current.notices;
  }

  async #leave(next: DeviceFile | null = null): Promise<void> {
    if (this.#file !== next) await this.#file?.close();
    await this.#spare?.close();
    this.#spare = null;
  }

  async #write(file: DeviceFile | null, changes: Partial<Device>): Promise<void> {
    const result = await file?.change(changes);
    if (result?.ok === false) {
      this.#needs.log.warn('device.json not written', { code: result.problem.code });
    }
  }

  #open(folder: string, mayWrite: boolean): Promise<DeviceFile> {
    const disk = { fs: nodeFs, timers: systemTimers };
    const { clock, log } = this.#needs;
    return DeviceFile.open(disk, folder, { clock, log, canWrite: () => mayWrite });
  }
}
