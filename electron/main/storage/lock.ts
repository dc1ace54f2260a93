import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock';
import type { Disk } from './disk';
import { isAbsent, readIfThere } from './disk';
import { renamePatiently, writeDurably } from './durable-file';
import { StorageFailure } from './failure';

export const lockName = 'library.lock';

export interface Holder {
  host: string;
  pid: number;
  /** Tells a process from a later one that got the same number; null where the system does not say. */
  birth: string | null;
  startedAt: string;
  heartbeat: string;
}

/** Who this program is among all that may open the folder. */
export interface Program {
  host: string;
  pid: number;
  birthOf(pid: number): Promise<string | null>;
  isAlive(pid: number): boolean;
}

export const thisProgram: Program = {
  host: hostname(),
  pid: process.pid,
  birthOf,
  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // Another user's process is alive too, though it cannot be signalled.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};

/** On Linux the boot and the tick of the process's start; elsewhere there is no way without another program. */
async function birthOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name in brackets may hold blanks and brackets itself; the start is the 20th field after it.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start ? `${boot.trim()}:${start}` : null;
  } catch {
    return null;
  }
}

const beatEvery = 60_000;
const staleAfter = 3 * 60_000;

/** The file library.lock: one program writes, a second one reads and can say who has it. */
export class Lock {
  #holder: Holder | null = null;
  #stopBeating: (() => void) | null = null;
  #onLost: (by: Holder) => void = () => undefined;

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly program: Program,
  ) {}

  get isHeld(): boolean {
    return this.#holder !== null;
  }

  /** Takes the lock; throws `read-only-locked` with the holder's name, or the reason why it cannot be written. */
  async take(onLost: (by: Holder) => void): Promise<void> {
    const path = join(this.folder, lockName);
    const { host, pid } = this.program;
    const now = this.clock.now();
    const birth = await this.program.birthOf(pid);
    const mine: Holder = { host, pid, birth, startedAt: now, heartbeat: now };
    const bytes = Buffer.from(JSON.stringify(mine));
    // Twice: the first time may only clear a dead program's lock away.
    for (let round = 0; ; round++) {
      try {
        await this.disk.fs.writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true });
        break;
      } catch (error) {
        if (!isTaken(error)) {
          // A full disk lets the empty file be made and refuses its contents.
          await this.#removeTorn(path, bytes);
          throw error;
        }
        if (round > 1) throw error;
        await this.#clearStale(path);
      }
    }
    this.#holder = mine;
    this.#onLost = onLost;
    this.#stopBeating = this.disk.timers.every(beatEvery, () => void this.isStillHeld());
  }

  /** Whether the lock is still this program's, after a beat if one is due. Asked before writing after a long sleep. */
  async isStillHeld(): Promise<boolean> {
    const mine = this.#holder;
    if (!mine) return false;
    const age = Date.parse(this.clock.now()) - Date.parse(mine.heartbeat);
    if (Math.abs(age) < beatEvery) return true;
    try {
      const there = await this.#read();
      if (this.#holder === null) return false;
      if (there && !isSame(there, mine)) {
        this.#lose(there);
        return false;
      }
      const beaten = { ...mine, heartbeat: this.clock.now() };
      await writeDurably(
        this.disk,
        join(this.folder, lockName),
        Buffer.from(JSON.stringify(beaten)),
      );
      this.#holder = beaten;
      return true;
    } catch {
      // A full disk keeps the beat from being written; the lock is ours as long as nobody else took it.
      return this.#holder !== null;
    }
  }

  /** Whether another program has it and, as far as can be seen, is still there. */
  async isAnothers(): Promise<boolean> {
    if (this.isHeld) return false;
    try {
      const there = await this.#read();
      return there !== null && !(await this.#isStale(there));
    } catch {
      // Nothing shows that the owner has gone; who asks will ask again.
      return true;
    }
  }

  async release(): Promise<void> {
    const mine = this.#holder;
    this.#stopBeating?.();
    this.#stopBeating = null;
    this.#holder = null;
    if (!mine) return;
    const there = await this.#read().catch(() => null);
    // Not if another program took it over meanwhile.
    if (there && isSame(there, mine)) await this.disk.fs.unlink(join(this.folder, lockName));
  }

  /** Who holds it now, this program included; null if nobody does. */
  async #read(): Promise<Holder | null> {
    const bytes = await readIfThere(this.disk.fs, join(this.folder, lockName));
    return bytes === null ? null : parseHolder(bytes);
  }

  #lose(by: Holder): void {
    this.#stopBeating?.();
    this.#stopBeating = null;
    this.#holder = null;
    this.#onLost(by);
  }

  async #clearStale(path: string): Promise<void> {
    const bytes = await readIfThere(this.disk.fs, path);
    if (bytes === null) return;
    const holder = parseHolder(bytes);
    if (holder && !(await this.#isStale(holder))) throw heldBy(holder);
    // Renamed, not removed: if another program was quicker and this is already its lock, it gets it back.
    const aside = `${path}.stale-${this.program.pid}`;
    try {
      await renamePatiently(this.disk, path, aside);
    } catch (error) {
      if (isAbsent(error)) return;
      throw error;
    }
    const moved = await this.disk.fs.readFile(aside);
    if (!moved.equals(bytes)) {
      await renamePatiently(this.disk, aside, path);
      const quicker = parseHolder(moved);
      if (quicker) throw heldBy(quicker);
    } else {
      await this.disk.fs.unlink(aside);
    }
  }

  async #isStale(holder: Holder): Promise<boolean> {
    const isOld = Date.parse(this.clock.now()) - Date.parse(holder.heartbeat) > staleAfter;
    if (holder.host !== this.program.host) return isOld;
    if (!this.program.isAlive(holder.pid)) return true;
    const birth = await this.program.birthOf(holder.pid);
    // Alive, but is it the one that wrote this? Where births are not known, only a silent one is given up:
    // a program that merely slept notices at its next beat or command, and then writes no more.
    return birth !== null && holder.birth !== null ? birth !== holder.birth : isOld;
  }

  async #removeTorn(path: string, bytes: Uint8Array): Promise<void> {
    try {
      const there = await readIfThere(this.disk.fs, path);
      if (there && there.length < bytes.length && there.equals(bytes.subarray(0, there.length))) {
        await this.disk.fs.unlink(path);
      }
    } catch {
      // The first failure is the one worth telling.
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Null for a lock that a crash or a full disk left unfinished: nobody holds by it. */
function parseHolder(bytes: Buffer): Holder | null {
  try {
    const read: unknown = JSON.parse(bytes.toString('utf8'));
    return isHolder(read) ? read : null;
  } catch {
    return null;
  }
}

/** Without zod, which a start that finds no lock would load for nothing. */
function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { host, pid, birth, startedAt, heartbeat } = value as Partial<
    Record<keyof Holder, unknown>
  >;
  return (
    [host, startedAt, heartbeat].every((text) => typeof text === 'string') &&
    Number.isSafeInteger(pid) &&
    (birth === null || typeof birth === 'string')
  );
}

function isSame(one: Holder, other: Holder): boolean {
  return one.host === other.host && one.pid === other.pid && one.startedAt === other.startedAt;
}

export function heldBy({ host, pid }: Holder): StorageFailure {
  return new StorageFailure({ code: 'read-only-locked', about: { host, pid: String(pid) } });
}
