import { migrate, MigrationError } from '../../src/core/library/migrations';
import { schemaVersion } from '../../src/core/library/collections';
import type { Library } from '../../src/core/library/schema';
import type { JournalLine } from '../../src/core/library/journal';
import type { Problem } from '../../src/core/result';
import type { Disk } from '../main/storage/disk';
import { readShared } from '../main/storage/reading';

export interface LibraryAt {
  library: Library;
  lines: JournalLine[];
  /** The version of the data on disk. */
  schema: number;
  /** Whether the journal ends with a change that was never saved. */
  isTorn: boolean;
}

/** The library of a folder as it lies there, brought to the present form in memory only. */
export async function libraryAt(
  disk: Disk,
  folder: string,
): Promise<{ ok: true; value: LibraryAt } | { ok: false; problem: Problem | null }> {
  const reading = await readShared(disk, folder);
  if (reading.kind === 'absent') return { ok: false, problem: null };
  if (reading.kind === 'problem') return { ok: false, problem: reading.problem };
  const { read, journal } = reading;
  try {
    const library =
      read.schema < schemaVersion
        ? migrate(reading.library, read.schema).library
        : (reading.library as Library);
    const { lines, isTorn } = journal;
    return { ok: true, value: { library, lines, schema: read.schema, isTorn } };
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return { ok: false, problem: { code: 'migration-failed', about: { step: error.step } } };
  }
}
