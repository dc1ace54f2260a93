import { join } from 'node:path';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { failed, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import { Backups } from './backups';
import { diskOf, isAbsent, makeFolder } from './disk';
import type { Disk } from './disk';
import { flushFolder, renamePatiently } from './durable-file';
import { writeProblem } from './failure';
import { History, historyFolder } from './history';
import { Journal, journalName } from './journal';
import { keptAsideName } from './kept-aside';
import { Lock, thisProgram } from './lock';
import { bestOf } from './known-state';
import { readLibrary } from './reading';
import type { Reading } from './reading';
import { SnapshotFile, snapshotName, snapshotOf } from './snapshot';
import { openLibrary } from './open';
import type { Opened, RecoveryAction, StoreOptions } from './types';

/** Goes on from a library that could not be opened; what was there is kept aside. */
export async function recoverLibrary(
  options: StoreOptions,
  action: RecoveryAction,
): Promise<Result<Opened>> {
  const disk = diskOf(options);
  const { folder, clock, program = thisProgram } = options;
  const lock = new Lock(disk, folder, clock, program);
  try {
    await makeFolder(disk.fs, folder);
    await lock.take(() => undefined);
    const reading = await readLibrary(disk, folder);
    // It is whole, and somebody has the program that reads it.
    if (reading.kind === 'problem' && reading.problem.code === 'library-newer') {
      return { ok: false, problem: reading.problem };
    }
    const done =
      action === 'start-empty'
        ? await startEmpty(options, disk, reading)
        : await restoreBest(options, disk, reading);
    if (!done.ok) return done;
  } catch (error) {
    return { ok: false, problem: writeProblem(error) };
  } finally {
    await lock.release().catch(() => undefined);
  }
  const opened = await openLibrary({ ...options, expectsLibrary: true });
  if (opened.kind === 'open') opened.notices.unshift({ code: 'undo-ended' });
  return ok(opened);
}

async function restoreBest(
  options: StoreOptions,
  disk: Disk,
  reading: Reading,
): Promise<Result<null>> {
  const { folder, clock } = options;
  const best = await bestOf(disk, folder, reading);
  if (!best) return failed('backup-unreadable', { name: 'that was looked for' });
  const history = new History(disk, folder);
  const now = clock.now();
  // First of all, so that a crash on the way leaves it among the backups.
  if (!best.isBackup) {
    const { library, schema } = best.raw;
    await new Backups(disk, folder).make(
      now,
      'restore',
      snapshotOf(library, { seq: best.seq, savedAt: now, undoFloor: best.seq, schema }),
      { ...best.history, ...(await history.texts()) },
    );
  }
  const isGood = reading.kind === 'problem' && reading.read !== null;
  if (!isGood) await keepAside(disk, folder, snapshotName, now);
  await keepAside(disk, folder, journalName, now);
  await history.merge(best.history);
  await beginAnew(options, disk, best.library, await nextSeq(best.seq, reading, history));
  return ok(null);
}

async function startEmpty(
  options: StoreOptions,
  disk: Disk,
  reading: Reading,
): Promise<Result<null>> {
  const { folder, clock, newId, isSample = false } = options;
  const now = clock.now();
  const newest = await new Backups(disk, folder).newestGood();
  const seq = await nextSeq(newest?.backup.snapshot.seq ?? 0, reading, new History(disk, folder));
  for (const name of [snapshotName, journalName, historyFolder]) {
    await keepAside(disk, folder, name, now);
  }
  await beginAnew(options, disk, emptyLibrary(newId(), now, isSample), seq);
  return ok(null);
}

/** Beyond every number this folder has seen, so that no old line can pass for one that follows. */
async function nextSeq(from: number, reading: Reading, history: History): Promise<number> {
  const lines =
    reading.kind === 'problem'
      ? reading.lines
      : reading.kind === 'found'
        ? reading.journal.lines
        : [];
  const read = reading.kind === 'absent' ? 0 : (reading.read?.seq ?? 0);
  return Math.max(from, read, lines.at(-1)?.seq ?? 0, await history.lastSeq()) + 1;
}

async function beginAnew(
  { folder, clock }: StoreOptions,
  disk: Disk,
  library: Library,
  seq: number,
): Promise<void> {
  await Journal.createEmpty(disk, folder);
  await new SnapshotFile(disk, folder).write(
    library,
    { seq, savedAt: clock.now(), undoFloor: seq },
    true,
  );
}

async function keepAside(disk: Disk, folder: string, name: string, now: string): Promise<void> {
  try {
    await renamePatiently(disk, join(folder, name), join(folder, keptAsideName(name, now)));
    await flushFolder(disk, folder);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
