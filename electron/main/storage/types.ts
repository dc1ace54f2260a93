import type {
  AddedDocument,
  DocumentTarget,
  DocumentText,
  BackupInfo,
  Edition,
  Receipt,
  WriteState,
} from '../../../src/core/ipc';
import type { Command } from '../../../src/core/library/commands';
import type { HistoryEntry, Patch } from '../../../src/core/library/journal';
import type { Evidence } from '../../../src/core/ceu/schema';
import type { Library } from '../../../src/core/library/schema';
import type { Reference } from '../../../src/core/reference/schema';
import type { Problem, Result } from '../../../src/core/result';
import type { Clock } from '../clock';
import type { Log, StorageFs, Timers } from './disk';
import type { DeviceFile } from './device';
import type { Program } from './lock';

export interface StoreOptions {
  /** The data folder. */
  folder: string;
  clock: Clock;
  newId: () => string;
  log: Log;
  reference: Reference;
  /** Whether this folder is known to have held a library; then a missing one is asked about, never made anew. */
  expectsLibrary: boolean;
  isSample?: boolean;
  /** What a new library starts with, instead of nothing: the sample's records. */
  initial?: Library;
  /** The rest is handed in by tests. */
  fs?: StorageFs;
  timers?: Timers;
  program?: Program;
}

/** The answer of opening: a library to work with, or the reason there is none and the way on. */
export type Opened = { kind: 'open'; store: LibraryStore; notices: Problem[] } | RecoveryNeeded;

export interface RecoveryNeeded {
  kind: 'recovery';
  problem: Problem;
  /** The newest good state that `restore-backup` would go on from; null if there is none. */
  backup: BackupInfo | null;
}

export type RecoveryAction = 'restore-backup' | 'start-empty';

/** One answered command, for all who show the library. */
export interface StoreChange {
  revision: number;
  patches: Patch[];
  did: string;
  undoable: boolean;
  redoable: boolean;
}

/** A file that was put into the evidence folder, as `evidence.attach` wants it. */
export type StoredEvidence = Pick<Evidence, 'sha256' | 'name' | 'bytes' | 'kind'>;

/** The user's own texts, which other programs may change at any time. */
export interface OwnDocuments {
  /** Takes a copy in; asks first if one of that name is there. */
  add(name: string, bytes: Uint8Array, target: DocumentTarget): Promise<Result<AddedDocument>>;
  /** The text of a document that is not in the trash. What changed since it was read last is noted first. */
  text(id: string, which: Edition): Promise<Result<DocumentText>>;
  /** Where its file lies, if it is there. */
  path(id: string): Promise<Result<string>>;
  /** Notes what another program did to it. `again`: it is being written, or is no text yet. */
  look(id: string): Promise<'settled' | 'again'>;
}

/** The library of one folder, open. All of it is asynchronous and one at a time. */
export interface LibraryStore {
  readonly folder: string;
  readonly isSample: boolean;
  /** The state after the last answered command. The next one changes it in place: look, and keep no part. */
  readonly library: Library;
  /** The number of the last answered command. */
  readonly revision: number;
  readonly write: WriteState;
  /** Whether another program has the folder now: a lock once lost stays lost here, also when its owner has gone. */
  isAnothers(): Promise<boolean>;
  readonly undoable: boolean;
  readonly redoable: boolean;
  readonly device: DeviceFile;
  readonly documents: OwnDocuments;

  /** Answered once the command is on disk; on failure the library is as it was. Undo and redo are commands too. */
  dispatch(command: Command): Promise<Result<Receipt>>;
  /** Both return the function that ends the listening. */
  onChange(listen: (change: StoreChange) => void): () => void;
  /** Failures that no caller waits for: a snapshot that could not be written, a lost lock. */
  onProblem(listen: (problem: Problem) => void): () => void;

  history(
    kind: HistoryEntry['kind'],
    isWanted?: (entry: HistoryEntry) => boolean,
  ): Promise<HistoryEntry[]>;

  putEvidence(bytes: Uint8Array, name: string): Promise<Result<StoredEvidence>>;
  /** The path of an unchanged evidence file, or `evidence-missing`, or `evidence-changed`. */
  evidencePath(id: string): Promise<Result<string>>;

  backups(): Promise<BackupInfo[]>;
  backUp(reason: BackupInfo['reason']): Promise<Result<BackupInfo>>;
  /** Replaces the library by a backup, after backing it up. The value is what the user should be told. */
  restore(name: string): Promise<Result<Problem[]>>;

  /** What is due once a day: the purge of the trash, the backup, the sweep. Called after the first paint and each day. */
  daily(): Promise<Result<null>>;
  /** Writes the snapshot now, if there is anything new. */
  flush(): Promise<Result<null>>;
  /**
   * Copies all of it to an empty folder, verifies the copy, and closes this store: the caller notes the new
   * place and opens it there. On failure the library stays where it is, open. The old files are left alone.
   */
  move(toFolder: string): Promise<Result<string>>;
  /** Flushes and unlocks. Later commands are refused. */
  close(): Promise<void>;
}
