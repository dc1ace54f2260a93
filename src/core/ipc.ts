import type { EvidenceFault } from './ceu/audit-proof';
import type { CertificateProposals } from './ceu/certificate-text';
import type { ImportTable } from './ceu/import/table';
import type { CalendarPart } from './deadlines/calendar-events';
import type { CalendarFilter } from './deadlines/coming-months';
import type { Look, Paper } from './guide/look';
import type { Command } from './library/commands';
import type { Day, Id } from './library/fields';
import type { HistoryEntry, Patch } from './library/journal';
import type { Library, Subject } from './library/schema';
import type { Problem, Result } from './result';
import type { Today } from './today';

/** What was done, and what the user reads about it. */
export interface Receipt {
  revision: number;
  /** The id of the record the command was about, such as the new activity. */
  id: Id | null;
  /** One phrase for the line that offers undo: “Logged Root operations in PCS”. */
  did: string;
}

/** Why the library cannot be opened as it is, and the ways on from here. */
export interface Recovery {
  problem: Problem;
  folder: string;
  /** The newest backup that reads back well. */
  backup: BackupInfo | null;
  choices: RecoveryChoice[];
}
export const recoveryChoices = [
  'look-again',
  'restore-backup',
  'start-empty',
  'other-folder',
  'quit',
] as const;
export type RecoveryChoice = (typeof recoveryChoices)[number];

export interface BackupInfo {
  name: string;
  at: string;
  reason: 'daily' | 'migration' | 'import' | 'restore' | 'move' | 'asked';
  records: number;
  bytes: number;
}

/** Whether changes can be made, and if not, why. */
export type WriteState = { canWrite: true } | { canWrite: false; problem: Problem };

/** A place in the guide: a section, and how much of it lies above the top of the window (0 to 1). */
export interface ReadingPlace {
  section: string;
  part: number;
}

/** Where and how the user reads the guide on this machine. */
export interface Reading extends Look {
  /** The chapter that was open last; null before the first. */
  chapter: string | null;
  /** By chapter. */
  places: Record<string, ReadingPlace>;
  /** Ids of the sections that were read, by chapter. */
  read: Record<string, string[]>;
  /** What it is printed on; null: what is usual where the user is. */
  paper: Paper | null;
  /** Of the voice that reads aloud, 0.8 to 2 times its usual speed. */
  speed: number;
  /** Its name; null for the first of the system's own. */
  voice: string | null;
}

/** What can be made into pages. */
export type Printable = PrintableGuide | PrintableCalendar;

/** One chapter of the guide, or all of it where none is named. */
export interface PrintableGuide {
  kind: 'guide';
  chapter: string | null;
  paper: Paper;
}

/** The month or the year in which a day lies, with its dates, on one page. */
export interface PrintableCalendar {
  kind: 'calendar';
  view: 'month' | 'year';
  day: string;
  filter: CalendarFilter;
  paper: Paper;
}

export const calendarViews = ['list', 'month', 'year'] as const;
/** How the calendar is shown. */
export type CalendarView = (typeof calendarViews)[number];

/** The file for other calendars in the data folder. */
export interface CalendarFile {
  isKept: boolean;
  /** What goes into it. */
  parts: CalendarPart[];
  /** Where it lies, to be shown. */
  path: string;
  /** False in the sample library and where nothing can be written. */
  canKeep: boolean;
}

export interface DeviceView {
  /** In percent, 50 to 300. */
  zoom: number;
  /** The screen that was open last. */
  screen: string;
  reading: Reading;
  calendarView: CalendarView;
}

/** All that the first paint needs, in one answer. */
export interface Opening {
  state: 'open' | 'recovery';
  recovery: Recovery | null;
  revision: number;
  isSample: boolean;
  write: WriteState;
  settings: Library['settings'];
  device: DeviceView;
  today: Today | null;
  /** Said once after start: a restored torn line, a folder that another program syncs. */
  notices: Problem[];
  platform: 'linux' | 'darwin' | 'win32';
}

/** What main says of its own accord. */
export type Broadcast =
  | { kind: 'changed'; revision: number; patches: Patch[]; did: string; undoable: boolean }
  /** Too much for patches, or another library: read these subjects again. */
  | { kind: 'reload'; revision: number; subjects: Subject[] }
  /** Another library or state of it: ask for the opening again. */
  | { kind: 'reopen' }
  /** The day changed, or the machine woke: what depends on today is stale. */
  | { kind: 'day' }
  | { kind: 'zoom'; zoom: number }
  /** A menu, tray or notice asks for a place or an action by its id. */
  | { kind: 'go'; action: string }
  /** The window is about to close, which the user was not told the meaning of yet. */
  | { kind: 'closing'; closing: Closing }
  | { kind: 'problem'; problem: Problem };

/** Closing leaves the program in the tray; or ends it, and then the reminders named here are not told in time. */
export type Closing =
  { into: 'tray' } | { into: 'nothing'; untold: { title: string; date: string }[] };

export const closingChoices = ['asking', 'close', 'quit', 'minimise', 'stay'] as const;
/** `asking`: the page shows it and waits for the user. What they want of it; `stay` leaves the window open. */
export type ClosingChoice = (typeof closingChoices)[number];

export interface About {
  version: string;
  electron: string;
  chromium: string;
  node: string;
  schema: number;
  dataFolder: string;
  logFile: string;
  isLoginItem: boolean | null;
  /** Where notices can be shown, tray included; null while not probed. */
  hasTray: boolean;
}

/**
 * Whether the system looks for reminders by itself while the program is not running; or why that is not
 * offered: the program lives in a Flatpak or Snap, there is no systemd, or none that runs for this user.
 */
export type ReminderTimer = 'on' | 'off' | 'confined' | 'no-systemd' | 'no-user-manager';

export interface TrashEntry {
  collection: string;
  id: Id;
  name: string;
  deletedAt: string;
}

/** What the text of a certificate proposes, and how much of the file was read. */
export interface CertificateReading {
  proposals: CertificateProposals;
  pages: number;
  readPages: number;
}

export const textKinds = ['markdown', 'json'] as const;
/** What a text that is kept outside of the library is. */
export type TextKind = (typeof textKinds)[number];

/** What became of a file that was handed in. `known`: one of that name is there; ask the user, then say which. */
export type AddedDocument =
  /** `same`: byte for byte what is there. */
  | { kind: 'added' | 'replaced' | 'same'; id: Id }
  /** Nothing was written. */
  | { kind: 'known'; id: Id; title: string };

/** Where a file that is handed in belongs. */
export type DocumentTarget = { as: 'ask' } | { as: 'another' } | { as: 'new-version'; id: Id };

/** A file that the user chose: its last name, never where it lies. */
export interface PackSaved {
  /** Certificates that prove nothing as they are: what was done, the file's name, and what is wrong with it. */
  faulty: { title: string; name: string; fault: EvidenceFault }[];
}

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

export const editions = ['now', 'previous'] as const;
/** A document as it is on disk now, or as it was before its last change. */
export type Edition = (typeof editions)[number];

/** A text without its byte order mark, and the hash of the bytes that it was read from. */
export interface DocumentText {
  text: string;
  sha256: string;
}

/** Everything the window can ask of the main process. IPC carries ids and bytes, never paths. */
export interface Api {
  open(): Promise<Opening>;
  today(): Promise<Today>;
  dispatch(command: Command): Promise<Result<Receipt>>;
  read(subjects: Subject[]): Promise<{ revision: number; library: Partial<Library> }>;
  history(kind: HistoryEntry['kind'], about: Id): Promise<HistoryEntry[]>;
  trash(): Promise<TrashEntry[]>;
  /** Copies the bytes into the evidence folder by their hash and attaches them. */
  attachEvidence(activityId: Id, name: string, bytes: Uint8Array): Promise<Result<Receipt>>;
  openEvidence(id: Id): Promise<Result<null>>;
  /** Takes a Markdown or plain text file in; its bytes come through the page, never its path. */
  addDocument(
    name: string,
    bytes: Uint8Array,
    target: DocumentTarget,
  ): Promise<Result<AddedDocument>>;
  /** Asks for files in a dialog and reads them (at most 20, each up to 10 MB); null when thought better of it. */
  openDocuments(): Promise<Result<ChosenFile[] | null>>;
  /** The text as it is on disk now, or the one before. Re-reads first: a change since is told by `document.reread`. */
  documentText(id: Id, which: Edition): Promise<Result<DocumentText>>;
  /** Shows the file in the system's file manager, to be edited by another program. */
  showDocument(id: Id): Promise<Result<null>>;
  /** The bytes of a kept certificate, to be drawn in the window. */
  evidenceBytes(id: Id): Promise<Result<Uint8Array>>;
  /** Reads the text of a PDF in a process of its own; nothing is kept. */
  readCertificate(name: string, bytes: Uint8Array): Promise<Result<CertificateReading>>;
  /** Makes one PDF of PNG and JPEG pictures, a page each, and attaches that. */
  attachPictures(activityId: Id, name: string, pictures: Uint8Array[]): Promise<Result<Receipt>>;
  /** The rows of a CSV file or of a transcript in PDF, by what the bytes are; nothing is written. */
  readTable(name: string, bytes: Uint8Array): Promise<Result<ImportTable>>;
  /** The rows of what was pasted: its text, and its HTML where there is one. */
  readPaste(text: string, html: string): Promise<Result<ImportTable>>;
  setDevice(changes: Partial<DeviceView>): Promise<void>;
  /** The answer to `closing`. */
  close(choice: ClosingChoice): Promise<void>;
  openLink(url: string): Promise<Result<null>>;
  /** Asks where to keep a text, and writes it there; false when the user thought better of it. */
  saveText(kind: TextKind, name: string, text: string): Promise<Result<boolean>>;
  /** Asks for a JSON file and reads it; null when the user thought better of it. */
  openText(): Promise<Result<string | null>>;
  /** Puts a text on the clipboard, which the page itself has no right to. */
  copyText(text: string): Promise<void>;
  /** Asks where to keep a PDF of it, and writes it there; false when the user thought better of it. */
  savePdf(what: Printable, name: string): Promise<Result<boolean>>;
  /** Hands it to the system's print dialog; false when the user thought better of it. */
  print(what: Printable): Promise<Result<boolean>>;
  /**
   * Asks where to keep what an audit of a cycle is answered with, and writes it there as one ZIP; null when the
   * user thought better of it.
   */
  saveAuditPack(cycleId: Id, paper: Paper): Promise<Result<PackSaved | null>>;
  calendarFile(): Promise<CalendarFile>;
  changeCalendarFile(
    changes: Partial<Pick<CalendarFile, 'isKept' | 'parts'>>,
  ): Promise<Result<CalendarFile>>;
  /** Asks where to keep the dates as an iCalendar file, and writes it there; false when thought better of it. */
  saveCalendar(
    what: { parts: CalendarPart[] } | { deadline: string; date: Day },
    name: string,
  ): Promise<Result<boolean>>;
  about(): Promise<About>;
  /** As the system has it now. */
  reminderTimer(): Promise<ReminderTimer>;
  /** Sets or removes it; the value is what the system says afterwards. */
  setReminderTimer(isOn: boolean): Promise<Result<ReminderTimer>>;
  showDataFolder(): Promise<void>;
  /** Asks for a folder in a dialog and moves the library there; null when the user thought better of it. */
  moveDataFolder(): Promise<Result<string | null>>;
  showLog(): Promise<void>;
  /** A bug of the page, for the local log. */
  report(message: string, stack: string): Promise<void>;
  backups(): Promise<BackupInfo[]>;
  backUp(): Promise<Result<BackupInfo>>;
  restoreBackup(name: string): Promise<Result<null>>;
  recover(choice: RecoveryChoice): Promise<Result<null>>;
  openSample(): Promise<Result<null>>;
  leaveSample(): Promise<Result<null>>;
}
export type ApiMethod = keyof Api;

/** What hangs on `window` in the page. */
export interface Almanac extends Api {
  /** Returns the function that ends the listening. */
  onBroadcast(listen: (message: Broadcast) => void): () => void;
}
