import { existsSync } from 'node:fs';
import type { Clock } from './clock';
import type { Log } from './log';
import { defaultDevice, DeviceFile, type Device } from './storage/device';
import { nodeFs, systemTimers } from './storage/disk';

/**
 * What belongs to this machine, from the start of the program to its end: the file of the user's own
 * data folder, whichever library is open.
 */
export class DeviceKeeper {
  #clock: Clock;
  #log: Log;
  #file: DeviceFile | null = null;

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  get current(): Device {
    return this.#file?.current ?? defaultDevice;
  }

  /** Only looks, for the window's first place; the store opens the file for good. */
  async peek(folder: string): Promise<void> {
    this.#file = await this.#open(folder, false);
  }

  /** Uses the file of a folder whose library is not open: the user's, while the sample is. */
  async use(folder: string): Promise<void> {
    await this.#file?.close();
    this.#file = await this.#open(folder, existsSync(folder));
  }

  /** Uses the file that an opened library brought along. */
  async take(file: DeviceFile): Promise<void> {
    if (file !== this.#file) await this.#file?.close();
    this.#file = file;
  }

  /** Holds at once; answered when it is written. A failure costs a window position and is only logged. */
  async change(changes: Partial<Device>): Promise<void> {
    const result = await this.#file?.change(changes);
    if (result?.ok === false) {
      this.#log.warn('device.json not written', { code: result.problem.code });
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  #open(folder: string, canWrite: boolean): Promise<DeviceFile> {
    const disk = { fs: nodeFs, timers: systemTimers };
    return DeviceFile.open(disk, folder, { clock: this.#clock, log: this.#log, canWrite });
  }
}
