import * as fsPromises from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the store uses of an open file. */
export interface StorageHandle {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  stat(): Promise<{ size: number }>;
  close(): Promise<void>;
}

export interface FileStat {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** What the store uses of the file system: an argument, so that tests can make any call of it fail. */
export interface StorageFs {
  open(path: string, flags: string, mode?: number): Promise<StorageHandle>;
  readFile(path: string): Promise<Buffer>;
  writeFile(
    path: string,
    data: Uint8Array,
    options: { mode: number; flag: 'wx'; flush: boolean },
  ): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  stat(path: string): Promise<FileStat>;
  /** Of the link itself, where there is one. */
  lstat(path: string): Promise<FileStat>;
  readdir(path: string): Promise<string[]>;
  mkdir(path: string, options: { mode: number }): Promise<unknown>;
  rmdir(path: string): Promise<void>;
}

/** Timers as an argument, so that no test waits for a clock on the wall. Two return what cancels them. */
export interface Timers {
  wait(milliseconds: number): Promise<void>;
  after(milliseconds: number, run: () => void): () => void;
  every(milliseconds: number, run: () => void): () => void;
}

export interface Disk {
  fs: StorageFs;
  timers: Timers;
}

type About = Record<string, string | number | boolean>;

/** The local log, for whoever mends the program; it never holds what the user wrote. */
export interface Log {
  info(what: string, about?: About): void;
  warn(what: string, about?: About): void;
  error(what: string, error: unknown): void;
}

export const nodeFs: StorageFs = fsPromises;

/** Only a wait keeps the program from ending: what else must be done at the end, close() does. */
export const systemTimers: Timers = {
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
  every(milliseconds, run) {
    const timer = setInterval(run, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

export function diskOf({ fs = nodeFs, timers = systemTimers }: Partial<Disk>): Disk {
  return { fs, timers };
}

/** Whether a failed call says only that the file or folder is not there. */
export function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's code of a failed call, such as ENOSPC. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The codes of failed calls that a person meets, in their words; the others mean something to whoever helps them. */
const causes: Record<string, string> = {
  EIO: 'the drive reported an error',
  EBUSY: 'another program is using the file',
  ENOENT: 'the file or folder is not there',
  ENOTDIR: 'the file or folder is not there',
  EISDIR: 'a folder has that name',
  EMFILE: 'too many files are open',
  EDQUOT: 'your share of the disk is used up',
  ENOSPC: 'the disk is full',
  EROFS: 'the drive can only be read',
  EACCES: 'the system does not allow it there',
  EPERM: 'the system does not allow it there',
};

/** Why a call with such a code failed, in a few words. */
export function causeOfCode(code: string): string {
  return causes[code] ?? `the system said ${code}`;
}

/** Why a call failed, for a sentence. Bugs are not causes: they are thrown again. */
export function causeOf(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return causeOfCode(code);
}

/** The bytes of a file, or null if there is none. */
export async function readIfThere(fs: StorageFs, path: string): Promise<Buffer | null> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** The names in a folder, none if there is no such folder. */
export async function namesIn(fs: StorageFs, folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/**
 * Makes a folder for its owner alone, with those above it; the answer is which were made, outermost first.
 * Node's own `recursive` says of a read-only disk that the folder is not there (ENOENT for EROFS).
 */
export async function makeFolder(fs: StorageFs, folder: string): Promise<string[]> {
  try {
    await fs.mkdir(folder, { mode: 0o700 });
    return [folder];
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) === 'EEXIST') return [];
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    return [...(await makeFolder(fs, above)), ...(await makeFolder(fs, folder))];
  }
}
