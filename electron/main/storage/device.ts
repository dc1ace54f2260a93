import { join } from 'node:path';
import { z } from 'zod';
import { calendarViews } from '../../../src/core/ipc';
import { leadings, measures, papers, typefaces, usualLook } from '../../../src/core/guide/look';
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
const Notice = z.object({
  attemptedAt: z.string().nullable(),
  shownAt: z.string().nullable(),
  /** How often it was asked without having refused; files of earlier versions do not have it. */
  attempts: z.int().positive().default(1),
});

const Key = z.string().min(1).max(80);

/** By chapter; the guide has ten, and the file is not to grow without end. */
const byChapter = <T extends z.ZodType>(value: T) =>
  z.record(Key, value).refine((record) => Object.keys(record).length <= 100);

export const Reading = z.object({
  chapter: Key.nullable(),
  places: byChapter(z.object({ section: Key, part: z.number().min(0).max(1) })),
  /** Files of earlier versions do not have it. */
  read: byChapter(z.array(Key).max(100)).default({}),
  textSize: z.int().min(80).max(180),
  /** Files of earlier versions have none of these. */
  measure: z.enum(measures).default(usualLook.measure),
  leading: z.enum(leadings).default(usualLook.leading),
  typeface: z.enum(typefaces).default(usualLook.typeface),
  paper: z.enum(papers).nullable().default(null),
  speed: z.number().min(0.8).max(2).default(1),
  voice: z.string().min(1).max(300).nullable().default(null),
});

/** Unknown fields are kept, so that an older version of the program does not lose a newer one's. */
const Device = z.looseObject({
  zoom: z.number().min(50).max(300),
  screen: z.string().min(1).max(40),
  bounds: Bounds.nullable(),
  isMaximized: z.boolean(),
  reading: Reading,
  calendarView: z.enum(calendarViews),
  /** By occurrence id. */
  notices: z.record(z.string(), Notice),
  /** What the user was told closing the window does. */
  toldOfClosing: z.array(z.enum(['tray', 'nothing'])),
});

/** What belongs to this machine: not in undo, backups or sync. */
export type Device = z.infer<typeof Device>;

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
      if (bytes) ({ device, isDamaged } = parse(bytes));
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
    const next = Device.safeParse({ ...this.#device, ...changes });
    if (!next.success) return failed('bad-command', { what: 'device' });
    this.#device = next.data;
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
function parse(bytes: Buffer): { device: Device; isDamaged: boolean } {
  const read = readObject(bytes);
  if (read === null) return { device: defaultDevice, isDamaged: true };
  const whole = Device.safeParse({ ...defaultDevice, ...read });
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
