import { join } from 'node:path';
import type { HistoryEntry, JournalLine } from '../../../src/core/library/journal';
import type { Disk } from './disk';
import { makeFolder, namesIn, readIfThere } from './disk';
import { flushFolder, writeDurably } from './durable-file';

export const historyFolder = 'history';

const fileName = /^([a-z-]+)-\d{4}-\d{2}\.jsonl$/;

/** An entry with its place: the journal line it rode in, and its number there. */
interface Placed extends HistoryEntry {
  seq: number;
  i: number;
}

export function entriesOf(lines: readonly JournalLine[]): Placed[] {
  return lines.flatMap(({ seq, history = [] }) =>
    history.map((entry, i) => ({ seq, i, ...entry })),
  );
}

/** The files history/<kind>-<yyyy-mm>.jsonl: what only grows, one line each, never changed. */
export class History {
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  /**
   * Adds what the lines carry. A crash between this and the snapshot brings the same lines again, so what
   * a file already has is left out; what a crash left half-written at its end is cut off first.
   */
  async fold(lines: readonly JournalLine[]): Promise<void> {
    const byFile = new Map<string, Placed[]>();
    for (const placed of entriesOf(lines)) {
      const name = `${placed.kind}-${placed.at.slice(0, 7)}.jsonl`;
      byFile.set(name, [...(byFile.get(name) ?? []), placed]);
    }
    if (byFile.size === 0) return;
    const root = join(this.folder, historyFolder);
    await makeFolder(this.disk.fs, root);
    for (const [name, entries] of byFile) await this.#append(join(root, name), entries);
    await flushFolder(this.disk, root);
  }

  async #append(path: string, entries: Placed[]): Promise<void> {
    const bytes = (await readIfThere(this.disk.fs, path)) ?? Buffer.alloc(0);
    const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
    const last = (await parseLines(whole)).at(-1);
    const fresh = entries.filter((entry) => !last || isAfter(entry, last));
    if (fresh.length === 0 && whole.length === bytes.length) return;
    const added = Buffer.from(fresh.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    // Rewritten rather than appended to: a month of it is small, and half an append would need undoing.
    await writeDurably(this.disk, path, Buffer.concat([whole, added]));
  }

  /** In the order in which it happened; lines that cannot be read are left out. */
  async read(kind: HistoryEntry['kind']): Promise<Placed[]> {
    const found: Placed[] = [];
    for (const [name, text] of Object.entries(await this.texts())) {
      if (fileName.exec(name)?.[1] === kind) found.push(...(await parseLines(Buffer.from(text))));
    }
    return found.sort((one, other) => one.seq - other.seq || one.i - other.i);
  }

  /** Every file's text by its name, for a backup. */
  async texts(): Promise<Record<string, string>> {
    const texts: Record<string, string> = {};
    const root = join(this.folder, historyFolder);
    for (const name of (await namesIn(this.disk.fs, root)).sort()) {
      if (fileName.test(name))
        texts[name] = (await this.disk.fs.readFile(join(root, name))).toString();
    }
    return texts;
  }

  /** Takes back what a backup has and the files lack. History only grows, so nothing is taken away. */
  async merge(texts: Record<string, string>): Promise<void> {
    const root = join(this.folder, historyFolder);
    const present = await this.texts();
    for (const [name, text] of Object.entries(texts)) {
      if (!fileName.test(name) || present[name] === text) continue;
      const byPlace = new Map<string, Placed>();
      for (const entry of await parseLines(Buffer.from(`${text}\n${present[name] ?? ''}`))) {
        byPlace.set(`${entry.seq}.${entry.i}`, entry);
      }
      const entries = [...byPlace.values()].sort((a, b) => a.seq - b.seq || a.i - b.i);
      await makeFolder(this.disk.fs, root);
      const bytes = Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      await writeDurably(this.disk, join(root, name), bytes);
    }
  }

  /** The highest journal line that history knows; 0 if none. */
  async lastSeq(): Promise<number> {
    let most = 0;
    for (const text of Object.values(await this.texts())) {
      for (const { seq } of await parseLines(Buffer.from(text))) most = Math.max(most, seq);
    }
    return most;
  }
}

function isAfter(one: Placed, other: Placed): boolean {
  return one.seq > other.seq || (one.seq === other.seq && one.i > other.i);
}

/** The schema is loaded here: a start reads no history. */
async function parseLines(bytes: Buffer): Promise<Placed[]> {
  const { HistoryEntry } = await import('../../../src/core/library/journal');
  const found: Placed[] = [];
  for (const text of bytes.toString('utf8').split('\n')) {
    if (text === '') continue;
    try {
      const value = JSON.parse(text) as Placed;
      const entry = HistoryEntry.safeParse(value);
      if (entry.success && Number.isSafeInteger(value.seq) && Number.isSafeInteger(value.i)) {
        found.push({ seq: value.seq, i: value.i, ...entry.data });
      }
    } catch {
      // A torn line was never answered as folded: its entry comes again with the journal.
    }
  }
  return found;
}
