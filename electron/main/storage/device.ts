import { join } from 'node:path';
import { usualLook } from '../../../src/core/guide/look';
import { failed, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import type { Clock } from '../clock';
import { isAsWritten } from './device-check';
import type { Device } from './device-schema';
import type { Disk, Log } from './disk';
import { readIfThere } from './disk';
import { renamePatiently, writeDurably } from './durable-file';
import { writeProblem } from './failure';
import { keptAsideName } from './kept-aside';

export type { Device };

export const deviceName = 'device.json';

export const defaultDevice: Device = {
  zoom: 100,
  screen: 'today',
  bounds: null,
  isMaximized: false,
  reading: {
    ...{ chapter: null, places: {}, read: {} },
    ...usualLook,
    ...{ paper: null, speed: 1, voice: null },
  },
  calendarView: 'list',
  notices: {},
  toldOfClosing: [],
};

/** The file device.json. A damaged one costs a window position, so it is kept aside and never stops a start. */
export class DeviceFile {
  #device: Device;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    device: Device,
    private canWrite: () => boolean,
  ) {
    this.#device = device;
  }

  static async open(
    disk: Disk,
    folder: string,
    { clock, log, canWrite }: { clock: Clock; log: Log; canWrite: () => boolean },
  ): Promise<DeviceFile> {
    const path = join(folder, deviceName);
    let device = defaultDevice;
    let isDamaged = false;
    try {
      const bytes = await readIfThere(disk.fs, path);
      if (bytes) ({ device, isDamaged } = await parse(bytes));
      if (isDamaged && canWrite()) {
        await renamePatiently(disk, path, join(folder, keptAsideName(deviceName, clock.now())));
        log.warn(`${deviceName} was damaged and is kept aside`);
      }
    } catch (error) {
      log.error(`${deviceName} cannot be read`, error);
    }
    const file = new DeviceFile(disk, folder, device, canWrite);
    // What is sound of it is there again at the next start, whether or not anything changes until then.
    if (isDamaged) await file.change({});
    return file;
  }

  get current(): Device {
    return this.#device;
  }

  /** Whether changes last now: a lock can be lost, and a full disk have room again. */
  get isKept(): boolean {
    return this.canWrite();
  }

  /** Changes hold at once, and for the next start once answered; where nothing can be written only until the end. */
  async change(changes: Partial<Device>): Promise<Result<null>> {
    const next = { ...this.#device, ...changes };
    if (isAsWritten(next)) this.#device = next;
    else {
      const { Device } = await import('./device-schema');
      const checked = Device.safeParse({ ...this.#device, ...changes });
      if (!checked.success) return failed('bad-command', { what: 'device' });
      this.#device = checked.data;
    }
    if (!this.canWrite()) return ok(null);
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
    this.canWrite = () => false;
  }

  async #write(): Promise<void> {
    const text = `${JSON.stringify(this.#device, null, 2)}\n`;
    await writeDurably(this.disk, join(this.folder, deviceName), Buffer.from(text));
  }
}

/** Each value by itself: a damaged one costs only itself. */
async function parse(bytes: Buffer): Promise<{ device: Device; isDamaged: boolean }> {
  const read = readObject(bytes);
  if (read === null) return { device: defaultDevice, isDamaged: true };
  const usual = { ...defaultDevice, ...read };
  if (isAsWritten(usual)) return { device: usual, isDamaged: false };
  // Only for a file that this version did not write itself: each start would wait for the schema.
  const { Device } = await import('./device-schema');
  const whole = Device.safeParse(usual);
  if (whole.success) return { device: whole.data, isDamaged: false };
  const bad = new Set(whole.error.issues.map(({ path }) => path[0]));
  const sound = Object.entries(read).filter(([key]) => !bad.has(key));
  const device = Device.parse({ ...defaultDevice, ...Object.fromEntries(sound) });
  return { device, isDamaged: true };
}

function readObject(bytes: Buffer): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(bytes.toString('utf8'));
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
