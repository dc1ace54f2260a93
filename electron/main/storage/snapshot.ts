import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { collections, schemaVersion } from '../../../src/core/library/collections';
import type { Library } from '../../../src/core/library/schema';
import type { Disk } from './disk';
import { readIfThere } from './disk';
import { dropsMost } from './drops';
import { writeDurably } from './durable-file';
import { fail } from './failure';

export const snapshotName = 'library.json';
export const format = 'coders-almanac library';

/** What the snapshot says of itself. In the file a `sha256` of these fields and the library follows. */
export interface SnapshotHeader {
  format: string;
  schema: number;
  /** The last journal line it holds. */
  seq: number;
  savedAt: string;
  /** How many records it holds, those in the trash included. */
  count: number;
  /** Lines up to this one cannot be undone: a migration or a restore came after them. */
  undoFloor: number;
}

/** `library` is the present form only if `schema` says so. */
export type Snapshot = SnapshotHeader & { library: unknown };

export function countRecords(library: unknown): number {
  if (!isObject(library)) return 0;
  let count = 0;
  for (const name of collections) {
    const records = library[name];
    if (isObject(records)) count += Object.keys(records).length;
  }
  return count;
}

/** A library with its header; `schema` is the present one unless an older state is kept as it was. */
export function snapshotOf(
  library: unknown,
  about: { seq: number; savedAt: string; undoFloor: number; schema?: number },
): Snapshot {
  const { seq, savedAt, undoFloor, schema = schemaVersion } = about;
  return { format, schema, seq, savedAt, count: countRecords(library), undoFloor, library };
}

function headerText({ format, schema, seq, savedAt, count, undoFloor }: SnapshotHeader): string {
  return JSON.stringify({ format, schema, seq, savedAt, count, undoFloor });
}

function hashOf(header: SnapshotHeader, libraryText: string): string {
  return createHash('sha256')
    .update(headerText(header))
    .update('\n')
    .update(libraryText)
    .digest('hex');
}

const beforeLibrary = ',"library":';

/** The text of the file. The library is turned into text once: with ten years of data that takes a while. */
export function seal(snapshot: Snapshot): string {
  const libraryText = JSON.stringify(snapshot.library);
  const sha256 = hashOf(snapshot, libraryText);
  return `${headerText(snapshot).slice(0, -1)},"sha256":"${sha256}"${beforeLibrary}${libraryText}}`;
}

/** What is wrong with a parsed snapshot, in plain words; null if nothing is. */
export function snapshotFault(value: unknown, libraryText?: string): string | null {
  if (!isObject(value) || value['format'] !== format || !isObject(value['library'])) {
    return 'it holds no library';
  }
  const { schema, seq, savedAt, count, undoFloor, sha256, library } = value;
  const isWhole =
    [schema, seq, count, undoFloor].every(isCount) &&
    typeof savedAt === 'string' &&
    hashOf(value as unknown as SnapshotHeader, libraryText ?? JSON.stringify(library)) === sha256;
  return isWhole ? null : 'its contents are not what was written';
}

function parseSnapshot(bytes: Uint8Array): Snapshot {
  const damaged = (cause: string) => fail('library-damaged', { cause });
  if (bytes.length === 0) return damaged('it is empty');
  if (bytes.every((byte) => byte === 0)) return damaged('it holds nothing but zeros');
  let text: string;
  let value: unknown;
  try {
    // With `ignoreBOM` a mark that an editor put before the text stays there, and does not parse.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).trimEnd();
    value = JSON.parse(text);
  } catch {
    return damaged(
      bytes[0] === 0xef ? 'another program wrote it anew' : 'it is cut short or altered',
    );
  }
  // What a newer program changed about the form is not for this one to judge.
  if (isObject(value) && value['format'] === format && Number(value['schema']) > schemaVersion) {
    return fail('library-newer', { version: String(value['schema']) });
  }
  const libraryText = text.slice(text.indexOf(beforeLibrary) + beforeLibrary.length, -1);
  const fault = snapshotFault(value, libraryText);
  return fault === null ? (value as Snapshot) : damaged(fault);
}

/** lowdb's adapter for the snapshot: verified when read, durable when written. */
class SnapshotAdapter implements Adapter<Snapshot | null> {
  constructor(
    private readonly disk: Disk,
    private readonly path: string,
  ) {}

  async read(): Promise<Snapshot | null> {
    const bytes = await readIfThere(this.disk.fs, this.path);
    return bytes === null ? null : parseSnapshot(bytes);
  }

  async write(snapshot: Snapshot | null): Promise<void> {
    if (snapshot === null) throw new Error('there is no snapshot to write');
    await writeDurably(this.disk, this.path, Buffer.from(`${seal(snapshot)}\n`));
  }
}

/** The file library.json. */
export class SnapshotFile {
  readonly #low: Low<Snapshot | null>;

  constructor(disk: Disk, folder: string) {
    this.#low = new Low<Snapshot | null>(
      new SnapshotAdapter(disk, join(folder, snapshotName)),
      null,
    );
  }

  /** The header of what was last read or written. */
  get header(): SnapshotHeader | null {
    return this.#low.data;
  }

  /** Null if there is no such file; throws if there is one that cannot be trusted. */
  async read(): Promise<Snapshot | null> {
    this.#low.data = null;
    await this.#low.read();
    return this.#low.data;
  }

  /**
   * Refuses to drop most records, unless what was commanded since the last time says so: the last line of
   * defence against a bug that would carry an empty state over a full one.
   */
  async write(
    library: Library,
    about: { seq: number; savedAt: string; undoFloor: number },
    mayDrop: boolean,
  ): Promise<void> {
    const before = this.#low.data;
    const next = snapshotOf(library, about);
    if (before && !mayDrop && dropsMost(before.count, next.count)) {
      fail('would-drop', {
        lost: String(before.count - next.count),
        all: String(before.count),
      });
    }
    this.#low.data = next;
    try {
      await this.#low.write();
    } catch (error) {
      this.#low.data = before;
      throw error;
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
