import type { JournalLine } from '../../../src/core/library/journal';
import { applyPatchesInPlace } from '../../../src/core/library/patches';
import type { Library } from '../../../src/core/library/schema';
import { keptForUndo, undoSteps } from '../../../src/core/library/undo';
import { mayDrop } from './drops';
import type { Disk } from './disk';
import type { History } from './history';
import { Journal } from './journal';
import { snapshotOf } from './snapshot';
import type { Snapshot, SnapshotFile } from './snapshot';

/** A journal of this size is folded into a snapshot at once. */
export const snapshotAtBytes = 1024 * 1024;

/** What opening found. */
export interface KeptState {
  library: Library;
  revision: number;
  /** Lines up to this one cannot be undone. */
  undoFloor: number;
  /** Those in the journal file. */
  lines: readonly JournalLine[];
}

/** The library and the two files that keep it: its one owner. Its methods are called one at a time. */
export class KeptLibrary {
  /** Null while nothing can be written. */
  journal: Journal | null;
  bytesSinceSave = 0;
  /** After a failure that leaves open what is on disk: only a new start can tell. */
  isUnsure = false;
  #state: KeptState;

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly snapshot: SnapshotFile,
    readonly history: History,
    journal: Journal | null,
    state: KeptState,
  ) {
    this.journal = journal;
    this.#state = state;
  }

  get library(): Library {
    return this.#state.library;
  }
  get revision(): number {
    return this.#state.revision;
  }
  get undoFloor(): number {
    return this.#state.undoFloor;
  }
  get lines(): readonly JournalLine[] {
    return this.#state.lines;
  }
  get isSaved(): boolean {
    return this.#savedRevision === this.revision;
  }
  /** The lines that the snapshot does not hold yet. */
  get unsaved(): JournalLine[] {
    return this.lines.filter(({ seq }) => seq > this.#savedRevision);
  }

  get #savedRevision(): number {
    return this.snapshot.header?.seq ?? 0;
  }

  /**
   * Resolves once the line is on disk; if it rejects, everything is as before. The library is then changed in
   * place: it is this object's own, and a copy for each command would grow with the library.
   */
  async append(line: JournalLine): Promise<void> {
    if (!this.journal) throw new Error('there is no journal to append to');
    // A restore that was cut off leaves lines from before it, which this one cannot follow.
    if ((this.lines.at(-1)?.seq ?? this.revision) < this.revision) await this.#emptyJournal();
    this.bytesSinceSave += await this.journal.append(line);
    applyPatchesInPlace(this.library, line.patches);
    const lines = [...this.lines, line];
    this.#state = { ...this.#state, lines, revision: line.seq };
  }

  /** History first: if a crash comes between, the next time folds the same lines again and adds nothing. */
  async save(now: string): Promise<void> {
    if (this.isSaved) return;
    const { unsaved, revision: seq, undoFloor } = this;
    await this.history.fold(unsaved);
    const drops = unsaved.some(({ command }) => mayDrop(command));
    await this.snapshot.write(this.library, { seq, savedAt: now, undoFloor }, drops);
    this.bytesSinceSave = 0;
    await this.#compact();
  }

  /** Puts another library in the place of this one; what was before can then not be undone. */
  async replace(library: Library, seq: number, now: string): Promise<void> {
    try {
      await this.snapshot.write(library, { seq, savedAt: now, undoFloor: seq }, true);
    } catch (error) {
      if (!(await this.#isOnDisk(seq))) throw error;
    }
    // From here on it is replaced, whatever becomes of the journal: its lines all come before the snapshot.
    this.#state = { library, revision: seq, undoFloor: seq, lines: this.lines };
    this.bytesSinceSave = 0;
    if (this.lines.length > 0) await this.#emptyJournal();
  }

  /**
   * Whether the new snapshot took its place although its write failed, at the flush of the folder. Going on
   * with the old one would then number lines that the new one takes for its own. If the disk does not even
   * say which it is, nothing more is written.
   */
  async #isOnDisk(seq: number): Promise<boolean> {
    try {
      return (await this.snapshot.read())?.seq === seq;
    } catch (error) {
      this.isUnsure = true;
      throw error;
    }
  }

  asSnapshot(now: string): Snapshot {
    const { revision: seq, undoFloor } = this;
    return snapshotOf(this.library, { seq, undoFloor, savedAt: now });
  }

  async #emptyJournal(): Promise<void> {
    this.journal = await Journal.createEmpty(this.disk, this.folder);
    this.#state = { ...this.#state, lines: [] };
  }

  /** Drops what undo no longer reaches; not every time, since each time is a rewrite of the file. */
  async #compact(): Promise<void> {
    const isLong = this.lines.length >= 2 * undoSteps;
    const isLarge = (this.journal?.length ?? 0) > 2 * snapshotAtBytes;
    if (!this.journal || (!isLong && !isLarge)) return;
    const needed = new Set(keptForUndo(this.lines, this.undoFloor));
    // The last one stays in any case: by it the next start sees that no line after the snapshot is missing.
    const lines = this.lines.filter((line) => needed.has(line) || line.seq === this.revision);
    if (lines.length === this.lines.length) return;
    await this.journal.rewrite(lines);
    this.#state = { ...this.#state, lines };
  }
}
