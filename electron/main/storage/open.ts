import { join } from 'node:path';
import { emptyLibrary } from '../../../src/core/library/defaults';
import { schemaVersion } from '../../../src/core/library/collections';
import type { Library } from '../../../src/core/library/schema';
import { MigrationError } from '../../../src/core/library/migrations/migration-error';
import type { Problem } from '../../../src/core/result';
import { migrated } from './bring-up';
import { Backups, backupsFolder } from './backups';
import { DeviceFile } from './device';
import { diskOf, makeFolder } from './disk';
import type { Disk } from './disk';
import { DocumentFiles } from './document-files';
import { sweepTemporary } from './durable-file';
import { EvidenceFolder, evidenceFolder } from './evidence';
import { mayPass, readProblem, StorageFailure, writeProblem } from './failure';
import { History, historyFolder } from './history';
import { Journal } from './journal';
import { KeptLibrary } from './kept-library';
import type { KeptState } from './kept-library';
import { FolderStore } from './library-store';
import { heldBy, Lock, thisProgram } from './lock';
import { markOf, readLibrary, readShared } from './reading';
import type { Reading } from './reading';
import { bestKnownState } from './known-state';
import { SnapshotFile, snapshotOf } from './snapshot';
import { syncedBy } from './synced';
import type { Opened, RecoveryNeeded, StoreOptions } from './types';

type Found = Extract<Reading, { kind: 'found' }>;

/** Opens the library of a folder. Changes nothing if it cannot be trusted, but says what is wrong. */
export async function openLibrary(options: StoreOptions): Promise<Opened> {
  const disk = diskOf(options);
  const { folder, clock, program = thisProgram } = options;
  const lock = new Lock(disk, folder, clock, program);
  try {
    const mark = await markOf(disk, folder);
    const first = await readShared(disk, folder);
    if (first.kind === 'absent') {
      if (options.expectsLibrary || first.hasTraces) {
        return await needsRecovery(options, { code: 'library-missing', about: { folder } });
      }
      await create(options, disk, lock);
    } else if (first.kind === 'problem') {
      return await needsRecovery(options, first.problem);
    }
    return await openFound(options, disk, lock, { first, mark });
  } catch (error) {
    await lock.release().catch(() => undefined);
    return needsRecovery(options, readProblem(error));
  }
}

async function needsRecovery(options: StoreOptions, problem: Problem): Promise<RecoveryNeeded> {
  const disk = diskOf(options);
  try {
    const best = await bestKnownState(disk, options.folder);
    return { kind: 'recovery', problem, backup: best?.info ?? null };
  } catch (error) {
    options.log.error('looking for a backup', error);
    return { kind: 'recovery', problem, backup: null };
  }
}

/** A new library, only ever in a folder that shows no trace of one. */
async function create(options: StoreOptions, disk: Disk, lock: Lock): Promise<void> {
  const { folder, clock, newId, isSample = false } = options;
  const now = clock.now();
  try {
    await makeFolder(disk.fs, folder);
    await lock.take(() => undefined);
    // Another program may have been quicker.
    if ((await readLibrary(disk, folder)).kind === 'absent') {
      const library = options.initial ?? emptyLibrary(newId(), now, isSample);
      // The empty journal first: a snapshot without a journal is damage, an empty journal alone is nothing.
      await Journal.createEmpty(disk, folder);
      await new SnapshotFile(disk, folder).write(
        library,
        { seq: 0, savedAt: now, undoFloor: 0 },
        false,
      );
    }
  } catch (error) {
    throw new StorageFailure(writeProblem(error), error);
  } finally {
    await lock.release();
  }
}

async function openFound(
  options: StoreOptions,
  disk: Disk,
  lock: Lock,
  { first, mark }: { first: Reading; mark: string },
): Promise<Opened> {
  const { folder, clock, log } = options;
  let store: FolderStore | null = null;
  let problem: Problem | null = null;
  const takeLock = () => lock.take((by) => store?.lockLost(heldBy(by).problem));
  try {
    await takeLock();
  } catch (error) {
    problem = writeProblem(error);
  }
  // Ten years of data take a while to read, so only what changed before the lock was ours is read again.
  const isSame = first.kind === 'found' && mark === (await markOf(disk, folder));
  const read = lock.isHeld ? readLibrary : readShared;
  const reading = isSame ? first : await read(disk, folder);
  if (reading.kind !== 'found') {
    await lock.release();
    const gone: Problem = { code: 'library-missing', about: { folder } };
    return needsRecovery(options, reading.kind === 'problem' ? reading.problem : gone);
  }
  const history = new History(disk, folder);
  const backups = new Backups(disk, folder);
  const isOld = reading.read.schema < schemaVersion;
  const notices: Problem[] = [];
  let state = stateOf(reading);
  let journal: Journal | null = null;
  try {
    if (isOld) state = { ...state, library: await migrated(state.library, reading.read.schema) };
    if (lock.isHeld) await sweep(disk, folder);
    if (lock.isHeld && isOld) {
      journal = await keepMigrated(options, disk, reading, state, history, backups);
      state = { ...state, undoFloor: state.revision, lines: [] };
      notices.push({ code: 'undo-ended' });
    } else if (lock.isHeld) {
      journal = await readyJournal(disk, folder, reading);
      if (journal.length === 0) state = { ...state, lines: [] };
    }
  } catch (error) {
    await lock.release();
    if (error instanceof MigrationError) {
      log.error('migration', error);
      return needsRecovery(options, { code: 'migration-failed', about: { step: error.step } });
    }
    problem = writeProblem(error);
    // The old form cannot take new data, so without room for the new one there is nothing to work on.
    if (isOld) return needsRecovery(options, problem);
  }

  const retry = async () => {
    await takeLock();
    const again = await readLibrary(disk, folder);
    if (again.kind === 'found' && stateOf(again).revision === state.revision) {
      return readyJournal(disk, folder, again);
    }
    await lock.release();
    const cause = 'another program has changed the library; start again';
    throw new StorageFailure({ code: 'write-failed', about: { cause } });
  };
  store = new FolderStore({
    ...{ options, disk, lock, backups, problem },
    kept: new KeptLibrary(disk, folder, reading.snapshot, history, journal, state),
    evidence: new EvidenceFolder(disk, folder),
    documents: new DocumentFiles(disk, folder),
    device: await DeviceFile.open(disk, folder, { clock, log, canWrite: () => lock.isHeld }),
    retry: problem !== null && mayPass(problem) && !isOld ? retry : null,
  });
  if (problem && store.write.canWrite) notices.push(problem);
  if (reading.journal.isTorn) notices.push({ code: 'journal-torn' });
  const program = options.isSample ? null : await syncedBy(disk.fs, folder);
  if (program) notices.push({ code: 'folder-synced', about: { program } });
  return { kind: 'open', store, notices };
}

/** Backs the old form up and writes the new one; then nothing in the journal belongs to it any more. */
async function keepMigrated(
  { folder, clock, log }: StoreOptions,
  disk: Disk,
  { read, snapshot, library }: Found,
  migrated: KeptState,
  history: History,
  backups: Backups,
): Promise<Journal> {
  const { revision: seq, lines } = migrated;
  const savedAt = clock.now();
  const { schema, undoFloor } = read;
  await history.fold(lines.filter((line) => line.seq > read.seq));
  const old = snapshotOf(library, { seq, savedAt, undoFloor, schema });
  await backups.make(savedAt, 'migration', old, await history.texts());
  await snapshot.write(migrated.library, { seq, savedAt, undoFloor: seq }, false);
  log.info('migrated', { from: schema, to: schemaVersion });
  return Journal.createEmpty(disk, folder);
}

/** Once its schema is the present one; before, the library is only on its way to be one. */
function stateOf({ library, read, journal }: Found): KeptState {
  const revision = Math.max(read.seq, journal.lines.at(-1)?.seq ?? 0);
  const { undoFloor } = read;
  return { library: library as Library, lines: journal.lines, undoFloor, revision };
}

/** The journal, emptied if all of its lines come from before a restore or a migration. */
async function readyJournal(
  disk: Disk,
  folder: string,
  { read, journal }: Found,
): Promise<Journal> {
  const last = journal.lines.at(-1);
  return last && last.seq < read.seq
    ? Journal.createEmpty(disk, folder)
    : Journal.over(disk, folder, journal);
}

async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const name of ['', evidenceFolder, historyFolder, backupsFolder]) {
    await sweepTemporary(disk, join(folder, name));
  }
}
