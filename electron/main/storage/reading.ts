import { join } from 'node:path';
import { schemaVersion } from '../../../src/core/library/collections';
import { applyPatchesInPlace } from '../../../src/core/library/patches';
import type { JournalLine } from '../../../src/core/library/journal';
import type { Problem } from '../../../src/core/result';
import { backupsFolder } from './backups';
import type { Disk } from './disk';
import { isAbsent, namesIn } from './disk';
import { DocumentFiles } from './document-files';
import { evidenceFolder } from './evidence';
import { readProblem } from './failure';
import { historyFolder } from './history';
import { Journal, journalName } from './journal';
import type { JournalReading } from './journal';
import { isKeptAside } from './kept-aside';
import { SnapshotFile, snapshotName } from './snapshot';
import type { Snapshot } from './snapshot';

/** What lies in a folder. Reading it changes nothing, so that anything can still be done about it. */
export type Reading =
  /** `library` is the snapshot with all later lines, in the form of the snapshot's schema. */
  | {
      kind: 'found';
      snapshot: SnapshotFile;
      read: Snapshot;
      journal: JournalReading;
      library: object;
    }
  /** `hasTraces`: there was a library once. */
  | { kind: 'absent'; hasTraces: boolean }
  /** With what of it can be trusted: a good snapshot, and the good lines before the bad one. */
  | { kind: 'problem'; problem: Problem; read: Snapshot | null; lines: JournalLine[] };

export async function readLibrary(disk: Disk, folder: string): Promise<Reading> {
  const snapshot = new SnapshotFile(disk, folder);
  let read: Snapshot | null = null;
  let problem: Problem | null = null;
  let journal: JournalReading | null = null;
  try {
    read = await snapshot.read();
  } catch (error) {
    problem = readProblem(error);
  }
  try {
    journal = await Journal.read(disk, folder);
  } catch (error) {
    problem ??= readProblem(error);
  }
  const lines = journal?.lines ?? [];
  const found = (problem: Problem): Reading => ({ kind: 'problem', problem, read, lines });
  if (problem) return found(problem);
  if (!read) {
    if (journal && (lines.length > 0 || journal.damage || journal.isTorn)) {
      const cause = `${snapshotName} is missing beside its journal`;
      return found({ code: 'library-damaged', about: { cause } });
    }
    return { kind: 'absent', hasTraces: await hasTraces(disk, folder) };
  }
  if (!journal) return found(damagedAt(1, `${journalName} is missing`));
  const fault = journalFault(read, journal);
  if (fault) return found(fault);
  const library = read.library as object;
  const misfit = replay(library, lines, read.seq);
  if (misfit) {
    // It stopped half-way; what can be trusted is the snapshot as it lies on disk.
    read = await snapshot.read();
    return found(misfit);
  }
  return { kind: 'found', snapshot, read, journal, library };
}

/** The same while another program may be writing: what was caught between two of its steps is read again. */
export async function readShared(disk: Disk, folder: string): Promise<Reading> {
  for (let round = 0; ; round++) {
    const reading = await readLibrary(disk, folder);
    if (reading.kind === 'found' || round === 4) return reading;
    await disk.timers.wait(50);
  }
}

/** Says whether the two files may have changed since an earlier mark: sizes and times, without reading. */
export async function markOf(disk: Disk, folder: string): Promise<string> {
  const marks: string[] = [];
  for (const name of [snapshotName, journalName]) {
    try {
      const { size, mtimeMs } = await disk.fs.stat(join(folder, name));
      marks.push(`${size}@${mtimeMs}`);
    } catch (error) {
      if (!isAbsent(error)) throw error;
      marks.push('none');
    }
  }
  return marks.join(' ');
}

export function damagedAt(line: number, cause: string): Problem {
  return { code: 'journal-damaged', about: { line: String(line), cause } };
}

/** Whether the journal is all there, as far as the snapshot tells what must be there. */
function journalFault(read: Snapshot, { lines, damage }: JournalReading): Problem | null {
  const newer = lines.find(({ v }) => v > schemaVersion);
  if (newer) return { code: 'library-newer', about: { version: String(newer.v) } };
  if (damage) return damagedAt(damage.line, damage.cause);
  const last = lines.at(-1);
  // After a migration or a restore the journal starts empty, and a crash may have kept it from being emptied.
  const startsAnew = read.seq === read.undoFloor;
  if (!last) {
    return startsAnew ? null : damagedAt(1, `line ${read.seq} should be there, and it is empty`);
  }
  if (last.seq < read.seq && !startsAnew) {
    return damagedAt(lines.length + 1, `the lines from ${last.seq + 1} to ${read.seq} are missing`);
  }
  // Earlier lines are there for undo only, and those that it no longer needs are gone.
  let expected = read.seq + 1;
  for (const [index, { seq }] of lines.entries()) {
    if (seq <= read.seq) continue;
    if (seq !== expected) return damagedAt(index + 1, `line ${expected} should be there`);
    expected++;
  }
  const strange = lines.findIndex(({ seq, v }) => seq > read.seq && v !== read.schema);
  return strange < 0
    ? null
    : damagedAt(strange + 1, 'it belongs to another version than the library');
}

/** Applies the lines that follow `seq` to the library itself; the answer is why one does not fit. */
export function replay(
  library: object,
  lines: readonly JournalLine[],
  seq: number,
): Problem | null {
  for (const [index, line] of lines.entries()) {
    if (line.seq <= seq) continue;
    try {
      // What was just parsed belongs to nobody else yet, so it is changed in place.
      applyPatchesInPlace(library, line.patches);
    } catch {
      return damagedAt(index + 1, 'it does not fit the library');
    }
  }
  return null;
}

async function hasTraces(disk: Disk, folder: string): Promise<boolean> {
  const names = await namesIn(disk.fs, folder);
  if (names.some((name) => isKeptAside(name) && name.startsWith(snapshotName))) return true;
  for (const name of [backupsFolder, evidenceFolder, historyFolder]) {
    if ((await namesIn(disk.fs, join(folder, name))).length > 0) return true;
  }
  return (await new DocumentFiles(disk, folder).ids()).length > 0;
}
