import type { BackupInfo } from '../../../src/core/ipc';
import type { JournalLine } from '../../../src/core/library/journal';
import type { Library } from '../../../src/core/library/schema';
import { Backups } from './backups';
import { bringUp } from './bring-up';
import type { Disk } from './disk';
import { readLibrary, replay } from './reading';
import type { Reading } from './reading';
import { countRecords, snapshotName } from './snapshot';
import type { Snapshot } from './snapshot';

interface End {
  seq: number;
  at: string | null;
}

/** The state that loses least, of those that can be trusted. */
export interface KnownState {
  info: BackupInfo;
  library: Library;
  seq: number;
  /** As it lay on disk, for the backup that is made before anything is replaced. */
  raw: { library: unknown; schema: number };
  history: Record<string, string>;
  /** Whether it is one of the backups as it is, without later lines. */
  isBackup: boolean;
}

/**
 * A good snapshot beside a damaged journal, with the lines before the damage; else the newest good backup,
 * with the journal's lines that follow it without a gap. Null if there is neither.
 */
export async function bestKnownState(disk: Disk, folder: string): Promise<KnownState | null> {
  return bestOf(disk, folder, await readLibrary(disk, folder));
}

export async function bestOf(
  disk: Disk,
  folder: string,
  reading: Reading,
): Promise<KnownState | null> {
  if (reading.kind === 'absent') return newestBackup(disk, folder, []);
  const { read } = reading;
  const lines = reading.kind === 'found' ? reading.journal.lines : reading.lines;
  if (read) {
    const { library } = read;
    const { seq, at } = reading.kind === 'found' ? endOf(read, lines) : follow(read, lines);
    const present = await bringUp(library, read.schema);
    const info: BackupInfo = {
      name: snapshotName,
      at: at ?? read.savedAt,
      reason: 'restore',
      records: countRecords(library),
      bytes: 0,
    };
    const raw = { library, schema: read.schema };
    if (present) return { info, library: present, seq, raw, history: {}, isBackup: false };
  }
  return newestBackup(disk, folder, lines);
}

async function newestBackup(
  disk: Disk,
  folder: string,
  lines: readonly JournalLine[],
): Promise<KnownState | null> {
  const found = await new Backups(disk, folder).newestGood();
  if (!found) return null;
  const { info, backup } = found;
  const { snapshot, history } = backup;
  const { library } = snapshot;
  const { seq, at } = follow(snapshot, lines);
  const present = await bringUp(library, snapshot.schema);
  if (!present) return null;
  const isBackup = at === null;
  const shown = isBackup ? info : { ...info, at, records: countRecords(library) };
  const raw = { library, schema: snapshot.schema };
  return { info: shown, library: present, seq, raw, history, isBackup };
}

/** Brings a snapshot's library forward by the lines that follow it without a gap, to the end it returns. */
function follow(from: Snapshot, lines: readonly JournalLine[]): End {
  const later: JournalLine[] = [];
  for (const line of lines) {
    if (line.seq === from.seq + later.length + 1 && line.v === from.schema) later.push(line);
  }
  // On a copy first: one that does not fit would leave the state half-way.
  if (replay(structuredClone(from.library) as object, later, from.seq)) return endOf(from, []);
  replay(from.library as object, later, from.seq);
  return endOf(from, later);
}

/** The last line's number and time; no time if there is none after the snapshot. */
function endOf(from: Snapshot, lines: readonly JournalLine[]): End {
  const last = lines.at(-1);
  return last && last.seq > from.seq ? { seq: last.seq, at: last.at } : { seq: from.seq, at: null };
}
