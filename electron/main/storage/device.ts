import { join } from 'node:path';
import { z } from 'zod';
import { failed, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import type { Clock } from '../clock';
import type { Disk, Log } from './disk';
import { readIfThere } from './disk';
import { renamePatiently, writeDurably } from './durable-file';
import { writeProblem } from './failure';
import { keptAsideName } from './kept-aside';

export const deviceName = 'device.json';

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** When the system was asked to show an occurrence's notice, and when it said that it did. */
const Notice = z.object({ attemptedAt: z.string().nullable(), shownAt: z.string().nullable() });

const Key = z.string().min(1).max(80);

export const Reading = z.object({
  chapter: Key.nullable(),
  places: z.record(Key, z.object({ section: Key, part: z.number().min(0).max(1) })),
  textSize: z.int().min(80).max(180),
});

/** Unknown fields are kept, so that an older version of the program does not lose a newer one's. */
const Device = z.looseObject({
  zoom: z.number().min(50).max(300),
  screen: z.string().min(1).max(40),
  bounds: Bounds.nullable(),
  isMaximized: z.boolean(),
  reading: Reading,
  /** By occurrence id. */
  notices: z.record(z.string(), Notice),
});

/** What belongs to this machine: not in undo, backups or sync. */
export type Device = z.infer<typeof Device>;

export const defaultDevice: Device = {
  zoom: 100,
  screen: 'today',
  bounds: null,
  isMaximized: false,
  reading: { chapter: null, places: {}, textSize: 100 },
  notices: {},
};

/** The file device.json. A damaged one costs a window position, so it is kept aside and never stops a start. */
export class DeviceFile {
  #device: Device;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    device: Device,
    private canWrite: boolean,
  ) {
    this.#device = device;
  }

  static async open(
    disk: Disk,
    folder: string,
    { clock, log, canWrite }: { clock: Clock; log: Log; canWrite: boolean },
  ): Promise<DeviceFile> {
    const path = join(folder, deviceName);
    let device = defaultDevice;
    try {
      const bytes = await readIfThere(disk.fs, path);
      if (bytes) {
        const parsed = parse(bytes);
        if (parsed) device = parsed;
        else if (canWrite) {
          await renamePatiently(disk, path, join(folder, keptAsideName(deviceName, clock.now())));
          log.warn(`${deviceName} was damaged and is kept aside`);
        }
      }
    } catch (error) {
      log.error(`${deviceName} cannot be read`, error);
    }
    return new DeviceFile(disk, folder, device, canWrite);
  }

  get current(): Device {
    return this.#device;
  }

  /** Changes hold at once, and for the next start once answered; in a read-only folder only until the end. */
  async change(changes: Partial<Device>): Promise<Result<null>> {
    const next = Device.safeParse({ ...this.#device, ...changes });
    if (!next.success) return failed('bad-command', { what: 'device' });
    this.#device = next.data;
    if (!this.canWrite) return ok(null);
    const write = this.#writing.then(() => this.#write());
    this.#writing = write.catch(() => undefined);
    try {
      await write;
      return ok(null);
    } catch (error) {
      return { ok: false, problem: writeProblem(error) };
    }
  }

  /** Waits for what is being written; later changes hold only in memory. */
  async close(): Promise<void> {
    await this.#writing;
    this.canWrite = false;
  }

  async #write(): Promise<void> {
    const text = `${JSON.stringify(this.#device, null, 2)}\n`;
    await writeDurably(this.disk, join(this.folder, deviceName), Buffer.from(text));
  }
}

function parse(bytes: Buffer): Device | null {
  try {
    return Device.parse({ ...defaultDevice, ...JSON.parse(bytes.toString('utf8')) });
  } catch {
    return null;
  }
}
