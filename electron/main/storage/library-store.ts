import type { BackupInfo, Receipt, WriteState } from '../../../src/core/ipc';
import { dayOf } from '../../../src/core/dates';
import { apply } from '../../../src/core/library/apply';
import type { Change, Context } from '../../../src/core/library/apply';
import type { Command } from '../../../src/core/library/commands';
import type { HistoryEntry, JournalLine } from '../../../src/core/library/journal';
import { collections, schemaVersion } from '../../../src/core/library/collections';
import { live } from '../../../src/core/library/live';
import type { Library } from '../../../src/core/library/schema';
import { isForGood, pickRedo, pickUndo, undoLine } from '../../../src/core/library/undo';
import { failed, ok } from '../../../src/core/result';
import type { Problem, Result } from '../../../src/core/result';
import type { Backups } from './backups';
import { bringUp } from './bring-up';
import type { DeviceFile } from './device';
import type { Disk } from './disk';
import type { DocumentFiles } from './document-files';
import { dropsMost, mayDrop } from './drops';
import type { EvidenceFolder } from './evidence';
import { readProblem, writeProblem } from './failure';
import { entriesOf } from './history';
import type { Journal } from './journal';
import { snapshotAtBytes } from './kept-library';
import type { KeptLibrary } from './kept-library';
import { Listeners } from '../listeners';
import type { Lock } from './lock';
import { DocumentShelf } from './own-documents';
import { Queue } from '../queue';
import { countRecords } from './snapshot';
import { sweepFiles } from './sweep';
import type { LibraryStore, StoreChange, StoredEvidence, StoreOptions } from './types';
import { todayOfClock } from '../today-of-clock';

const snapshotAfter = 2000;
const trashDays = 30;
const aDay = 86_400_000;

/** What opening found and made ready. */
export interface Parts {
  options: StoreOptions;
  disk: Disk;
  lock: Lock;
  kept: KeptLibrary;
  evidence: EvidenceFolder;
  documents: DocumentFiles;
  backups: Backups;
  device: DeviceFile;
  /** Why it cannot be written to, if so. */
  problem: Problem | null;
  /** Tries to become writable once the user made room or gave the right; null if that would not help. */
  retry: (() => Promise<Journal>) | null;
}

export class FolderStore implements LibraryStore {
  readonly documents: DocumentShelf;
  readonly #parts: Parts;
  readonly #kept: KeptLibrary;
  readonly #queue = new Queue();
  readonly #changes: Listeners<StoreChange>;
  readonly #problems: Listeners<Problem>;
  #problem: Problem | null;
  #cancelTimer: (() => void) | null = null;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#kept = parts.kept;
    this.#problem = parts.problem;
    this.#changes = new Listeners(parts.options.log);
    this.#problems = new Listeners(parts.options.log);
    this.documents = new DocumentShelf({
      ...{ files: parts.documents, timers: parts.disk.timers, newId: parts.options.newId },
      library: () => this.library,
      canWrite: () => !this.#isClosed && this.write.canWrite,
      inTurn: (job) => this.#writing(() => job((command) => this.#dispatch(command))),
      tell: (problem) => this.#problems.tell(problem),
    });
    if (this.#kept.journal && !this.#kept.isSaved) this.#scheduleSave();
  }

  get folder(): string {
    return this.#parts.options.folder;
  }
  get isSample(): boolean {
    return this.library.isSample;
  }
  get library(): Library {
    return this.#kept.library;
  }
  get revision(): number {
    return this.#kept.revision;
  }
  get device(): DeviceFile {
    return this.#parts.device;
  }
  get write(): WriteState {
    const problem = this.#problem;
    // On a full disk each change is tried: as soon as there is room it works again.
    const isWorthTrying = problem?.code === 'disk-full' && this.#parts.retry !== null;
    return problem && !isWorthTrying ? { canWrite: false, problem } : { canWrite: true };
  }
  async isAnothers(): Promise<boolean> {
    return this.#problem?.code === 'read-only-locked' && (await this.#parts.lock.isAnothers());
  }
  get undoable(): boolean {
    return pickUndo(this.#kept.lines, this.#kept.undoFloor) !== null;
  }
  get redoable(): boolean {
    return pickRedo(this.#kept.lines, this.#kept.undoFloor) !== null;
  }

  onChange(listen: (change: StoreChange) => void): () => void {
    return this.#changes.add(listen);
  }

  onProblem(listen: (problem: Problem) => void): () => void {
    return this.#problems.add(listen);
  }

  /** Told by the lock: from here on another program writes. */
  lockLost(problem: Problem): void {
    this.#problem = problem;
    this.#kept.journal = null;
    this.#cancelTimer?.();
    this.#problems.tell(problem);
  }

  dispatch(command: Command): Promise<Result<Receipt>> {
    return this.#writing(() => this.#dispatch(command));
  }

  history(
    kind: HistoryEntry['kind'],
    isWanted: (entry: HistoryEntry) => boolean = () => true,
  ): Promise<HistoryEntry[]> {
    return this.#reading(async () => {
      const folded = await this.#kept.history.read(kind);
      const known = new Set(folded.map(({ seq, i }) => `${seq}.${i}`));
      const waiting = entriesOf(this.#kept.unsaved).filter(
        (entry) => entry.kind === kind && !known.has(`${entry.seq}.${entry.i}`),
      );
      const plain = [...folded, ...waiting].map(({ kind, at, entry }) => ({ kind, at, entry }));
      return plain.filter(isWanted);
    });
  }

  putEvidence(bytes: Uint8Array, name: string): Promise<Result<StoredEvidence>> {
    return this.#writing(() => this.#parts.evidence.put(bytes, name));
  }

  async evidencePath(id: string): Promise<Result<string>> {
    const record = this.library.evidence[id];
    return record
      ? this.#parts.evidence.verify(record)
      : failed('not-there', { what: 'certificate' });
  }

  backups(): Promise<BackupInfo[]> {
    return this.#reading(() => this.#parts.backups.list());
  }

  backUp(reason: BackupInfo['reason']): Promise<Result<BackupInfo>> {
    return this.#writing(async () => ok(await this.#backUp(reason)));
  }

  restore(name: string): Promise<Result<Problem[]>> {
    return this.#writing(() => this.#restore(name));
  }

  async daily(): Promise<Result<null>> {
    if (!this.write.canWrite) return ok(null);
    const { clock } = this.#parts.options;
    const before = new Date(Date.parse(clock.now()) - trashDays * aDay).toISOString();
    const isOld = ({ deletedAt }: { deletedAt?: string | undefined }) =>
      deletedAt !== undefined && deletedAt < before;
    if (collections.some((name) => Object.values(this.library[name]).some(isOld))) {
      const purged = await this.dispatch({ type: 'trash.purge', before });
      if (!purged.ok) return purged;
    }
    return this.#writing(async () => {
      const last = (await this.#parts.backups.list())[0];
      const isDue = !last || dayOf(last.at, clock.timeZone()) < todayOfClock(clock);
      if (isDue && countRecords(this.library) > 0) await this.#backUp('daily');
      await sweepFiles(this.#parts, this.library, this.#kept.lines);
      return ok(null);
    });
  }

  async flush(): Promise<Result<null>> {
    return this.#kept.isSaved ? ok(null) : this.#writing(() => this.#save());
  }

  move(toFolder: string): Promise<Result<string>> {
    return this.#writing(async () => {
      await this.#backUp('move');
      const { copyFolder } = await import('./move');
      const copied = await copyFolder(this.#parts.disk, this.folder, toFolder);
      if (copied.ok) await this.#end();
      return copied;
    });
  }

  close(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#isClosed) return;
      try {
        if (this.#kept.journal && !this.#kept.isUnsure) await this.#save();
      } catch (error) {
        // Nothing is lost: the journal holds what the snapshot lacks.
        this.#parts.options.log.error('no snapshot at the end', error);
      }
      await this.#end();
    });
  }

  get #context(): Context {
    const { clock, newId, reference } = this.#parts.options;
    return { now: clock.now(), today: todayOfClock(clock), newId, reference };
  }

  async #dispatch(command: Command): Promise<Result<Receipt>> {
    const context = this.#context;
    const found = this.#changeOf(command, context);
    if (!found.ok) return found;
    const { change, undone } = found.value;
    const { patches, inverse, history, id, did } = change;
    const removes = patches.some(({ op, path }) => path.length === (op === 'remove' ? 2 : 1));
    if (removes && !mayDrop(command)) {
      const [all, left] = [countRecords(this.library), countRecords(change.library)];
      if (dropsMost(all, left)) {
        return failed('would-drop', { lost: String(all - left), all: String(all) });
      }
    }
    if (patches.length === 0 && history.length === 0) {
      return ok({ revision: this.revision, id, did });
    }
    const line: JournalLine = {
      seq: this.revision + 1,
      at: context.now,
      v: schemaVersion,
      ...{ command, patches, inverse },
      ...(history.length > 0 ? { history } : {}),
      ...(undone ? { undoes: undone.seq, of: undone.of ?? undone.command } : {}),
    };
    await this.#kept.append(line);
    this.#scheduleSave();
    const { revision, redoable } = this;
    const undoable = this.undoable && !isForGood(command);
    this.#changes.tell({ revision, patches, did, undoable, redoable });
    return ok({ revision, id, did });
  }

  #changeOf(command: Command, context: Context): Result<{ change: Change; undone?: JournalLine }> {
    if (command.type !== 'library.undo' && command.type !== 'library.redo') {
      const change = apply(this.library, command, context);
      return change.ok ? ok({ change: change.value }) : change;
    }
    const isUndo = command.type === 'library.undo';
    const line = (isUndo ? pickUndo : pickRedo)(this.#kept.lines, this.#kept.undoFloor);
    if (!line) return failed(isUndo ? 'nothing-to-undo' : 'nothing-to-redo');
    const change = undoLine(this.library, line, context);
    return change.ok ? ok({ change: change.value, undone: line }) : change;
  }

  /** Runs a job that reads a list, in turn; what the disk refuses is told, and the list is empty. */
  #reading<T>(job: () => Promise<T[]>): Promise<T[]> {
    return this.#queue.run(async () => {
      try {
        return await job();
      } catch (error) {
        this.#problems.tell(readProblem(error));
        return [];
      }
    });
  }

  /** Runs a job that writes, in turn; what the disk refuses becomes the problem of the answer. */
  #writing<T>(job: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#queue.run(async () => {
      try {
        const problem = await this.#refusal();
        return problem ? { ok: false, problem } : await job();
      } catch (error) {
        return { ok: false, problem: writeProblem(error) };
      }
    });
  }

  /** Why nothing can be written now, after trying again where that may help; null if it can. */
  async #refusal(): Promise<Problem | null> {
    if (this.#isClosed) return { code: 'write-failed', about: { cause: 'the library is closed' } };
    if (this.#kept.isUnsure) {
      return {
        code: 'write-failed',
        about: { cause: 'the drive failed; start the program again' },
      };
    }
    const { lock, retry } = this.#parts;
    if (!this.#kept.journal && retry && !lock.isHeld) {
      this.#kept.journal = await retry();
      this.#problem = null;
    }
    // After a long sleep another program may have taken over; the lock then calls lockLost().
    if (this.#kept.journal) await lock.isStillHeld();
    return this.#problem;
  }

  #scheduleSave(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#kept.bytesSinceSave < snapshotAtBytes) {
      this.#cancelTimer = this.#parts.disk.timers.after(snapshotAfter, () => this.#saveLater());
    } else {
      this.#kept.bytesSinceSave = 0;
      this.#saveLater();
    }
  }

  #saveLater(): void {
    const { log } = this.#parts.options;
    this.#writing(() => this.#save()).then(
      (saved) => {
        if (!saved.ok && !this.#isClosed) this.#problems.tell(saved.problem);
      },
      (error: unknown) => log.error('the snapshot failed', error),
    );
  }

  async #save(): Promise<Result<null>> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    await this.#kept.save(this.#context.now);
    return ok(null);
  }

  async #backUp(reason: BackupInfo['reason']): Promise<BackupInfo> {
    await this.#save();
    const { now } = this.#context;
    const texts = await this.#kept.history.texts();
    return this.#parts.backups.make(now, reason, this.#kept.asSnapshot(now), texts);
  }

  async #restore(name: string): Promise<Result<Problem[]>> {
    const { backups, evidence, documents } = this.#parts;
    const { snapshot, history } = await backups.read(name);
    const library = await bringUp(snapshot.library, snapshot.schema);
    if (!library) return failed('backup-unreadable', { name });
    await this.#backUp('restore');
    await this.#kept.history.merge(history);
    const seq = Math.max(this.revision, snapshot.seq) + 1;
    await this.#kept.replace(library, seq, this.#context.now);
    const notices: Problem[] = [{ code: 'undo-ended' }];
    for (const record of live(library.evidence)) {
      if (await evidence.isThere(record)) continue;
      notices.push({ code: 'evidence-missing', about: { name: record.name } });
    }
    for (const record of live(library.documents)) {
      if ((await documents.mark(record)) !== null) continue;
      notices.push({ code: 'document-missing', about: { title: record.title } });
    }
    return ok(notices);
  }

  async #end(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer?.();
    this.#kept.journal = null;
    await this.#parts.device.close();
    try {
      await this.#parts.lock.release();
    } catch (error) {
      this.#parts.options.log.error('the lock was not released', error);
    }
  }
}
