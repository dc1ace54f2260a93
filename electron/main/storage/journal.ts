import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { JournalLine } from '../../../src/core/library/journal';
import type { Disk, StorageHandle } from './disk';
import { readIfThere } from './disk';
import { writeDurably } from './durable-file';
import { fail } from './failure';

export const journalName = 'journal.jsonl';

/** What a journal file says, as far as it can be trusted. */
export interface JournalReading {
  lines: JournalLine[];
  /** Bytes up to the end of the last good line. */
  goodLength: number;
  /** Whether that line's end-of-line was lost, so that the next append must begin with it. */
  lacksNewline: boolean;
  /** Whether something was dropped that a crash left half-written; nobody was told that it was saved. */
  isTorn: boolean;
  damage: { line: number; cause: string } | null;
}

const newline = 0x0a;
const beforeSum = ',"sum":"';

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A line and a sum over it: JSON alone would not notice a changed letter in a title. */
export function encodeLine(line: JournalLine): string {
  const text = JSON.stringify(line);
  return `${text.slice(0, -1)}${beforeSum}${sumOf(text)}"}\n`;
}

/** Null if the text is not a whole line as it was written. */
function decodeLine(text: string): JournalLine | null {
  const at = text.lastIndexOf(beforeSum);
  const body = at < 0 ? text : `${text.slice(0, at)}}`;
  if (at >= 0 && text.slice(at) !== `${beforeSum}${sumOf(body)}"}`) return null;
  try {
    const line = JSON.parse(body) as JournalLine;
    const { seq, v, at: when, command, patches, inverse } = line;
    const isLine =
      Number.isSafeInteger(seq) &&
      Number.isSafeInteger(v) &&
      typeof when === 'string' &&
      typeof command.type === 'string' &&
      Array.isArray(patches) &&
      Array.isArray(inverse);
    return isLine ? line : null;
  } catch {
    return null;
  }
}

/**
 * Reads a journal. What follows the last good line is torn, and dropped, if it has no end of line or holds
 * zeros (a file system that kept the length but not yet the contents): it was in flight when the power went.
 * Everything else that is not a line was answered once, and so is damage.
 */
export function parseJournal(bytes: Uint8Array): JournalReading {
  const lines: JournalLine[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = 0;
  const reading = (rest: Partial<JournalReading>): JournalReading => ({
    lines,
    goodLength: start,
    lacksNewline: false,
    isTorn: false,
    damage: null,
    ...rest,
  });
  while (start < bytes.length) {
    const number = lines.length + 1;
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const chunk = bytes.subarray(start, end);
    const line = decode(decoder, chunk);
    const expected = lines.at(-1);
    if (line && expected && line.seq <= expected.seq) {
      const cause = `number ${line.seq} comes after ${expected.seq}`;
      return reading({ damage: { line: number, cause } });
    }
    if (line) {
      lines.push(line);
      start = found < 0 ? end : end + 1;
      if (found < 0) return reading({ lacksNewline: true });
      continue;
    }
    const isLast = found < 0 || found === bytes.length - 1;
    const isInFlight = isLast && (found < 0 || chunk.includes(0));
    // A journal of zeros alone never was one append.
    if (isInFlight && !(lines.length === 0 && bytes.every((byte) => byte === 0))) {
      return reading({ isTorn: true });
    }
    const cause = chunk.includes(0) ? 'it holds zeros' : 'it is not what was written';
    return reading({ damage: { line: number, cause } });
  }
  return reading({});
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): JournalLine | null {
  try {
    return decodeLine(decoder.decode(chunk));
  } catch {
    return null;
  }
}

/** The file journal.jsonl, of which only the holder of the lock makes one. */
export class Journal {
  #length: number;
  #lacksNewline: boolean;

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    reading: Pick<JournalReading, 'goodLength' | 'lacksNewline'>,
  ) {
    this.#length = reading.goodLength;
    this.#lacksNewline = reading.lacksNewline;
  }

  /** Null if there is no such file. */
  static async read(disk: Disk, folder: string): Promise<JournalReading | null> {
    const bytes = await readIfThere(disk.fs, join(folder, journalName));
    return bytes && parseJournal(bytes);
  }

  static over(disk: Disk, folder: string, reading: JournalReading): Journal {
    return new Journal(disk, join(folder, journalName), reading);
  }

  static async createEmpty(disk: Disk, folder: string): Promise<Journal> {
    const path = join(folder, journalName);
    await writeDurably(disk, path, new Uint8Array());
    return new Journal(disk, path, { goodLength: 0, lacksNewline: false });
  }

  get length(): number {
    return this.#length;
  }

  /**
   * Resolves with the bytes added once the line would outlast a power cut. If it rejects, the line is gone
   * again, or the next append removes it first: the file is opened anew each time, so that one that was
   * exchanged or shortened by another program is noticed rather than written past.
   */
  async append(line: JournalLine): Promise<number> {
    const bytes = Buffer.from(`${this.#lacksNewline ? '\n' : ''}${encodeLine(line)}`);
    const handle = await this.disk.fs.open(this.path, 'r+');
    try {
      await this.#cutTail(handle);
      try {
        await writeAll(handle, bytes, this.#length);
        await handle.sync();
      } catch (error) {
        await handle.truncate(this.#length).catch(() => undefined);
        throw error;
      }
    } finally {
      await handle.close().catch(() => undefined);
    }
    this.#length += bytes.length;
    this.#lacksNewline = false;
    return bytes.length;
  }

  /** Replaces all lines in one step. */
  async rewrite(lines: readonly JournalLine[]): Promise<void> {
    const bytes = Buffer.from(lines.map(encodeLine).join(''));
    try {
      await writeDurably(this.disk, this.path, bytes);
    } catch (error) {
      // The new file may be there, and only the flush of its folder failed; both are whole.
      const there = await readIfThere(this.disk.fs, this.path).catch(() => null);
      if (there?.equals(bytes)) this.#isNow(bytes.length);
      throw error;
    }
    this.#isNow(bytes.length);
  }

  #isNow(length: number): void {
    this.#length = length;
    this.#lacksNewline = false;
  }

  async #cutTail(handle: StorageHandle): Promise<void> {
    const { size } = await handle.stat();
    if (size < this.#length) fail('write-failed', { cause: `${journalName} was shortened` });
    if (size > this.#length) await handle.truncate(this.#length);
  }
}

async function writeAll(handle: StorageHandle, bytes: Uint8Array, from: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, from + done);
    if (bytesWritten === 0) fail('disk-full');
    done += bytesWritten;
  }
}
