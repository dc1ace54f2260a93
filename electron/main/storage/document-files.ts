import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { mostDocumentBytes } from '../../../src/core/guide/document-limits';
import type { OwnDocument } from '../../../src/core/guide/document-schema';
import type { Problem } from '../../../src/core/result';
import type { Disk, FileStat } from './disk';
import { isAbsent, makeFolder, namesIn, readIfThere } from './disk';
import { documentFileName, isDocumentFileName, previousName } from './document-names';
import { flushFolder, sweepTemporary, writeDurably } from './durable-file';

export const documentsFolder = 'documents';
/**
 * The text that was read last. Another program may write the file at any time and in any way, so only a
 * copy can say what it was before.
 */
export const lastReadName = '.last-read.md';
/** Made by us, so never a way out of the folder. */
const folderName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Text {
  bytes: Uint8Array;
  sha256: string;
}
type Where = Pick<OwnDocument, 'id' | 'file'>;

/** What lies where a text should be; by its mark it is seen whether it changed since. */
export type Found =
  | ({ kind: 'text'; mark: string } & Text)
  | { kind: 'missing' }
  /** Something that is no text for now: too large, or not UTF-8. */
  | { kind: 'unfit'; problem: Problem; mark: string };

export function textOf(bytes: Uint8Array): Text {
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The characters of a text, without a byte order mark; null if it is not UTF-8. */
export function decoded(bytes: Uint8Array): string | null {
  // Zeros are UTF-8 too, but only UTF-16 and programs have them.
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What keeps these bytes from being a text, if anything. */
export function unfitness(name: string, bytes: Uint8Array): Problem | null {
  if (bytes.length > mostDocumentBytes) return { code: 'document-size', about: { name } };
  return decoded(bytes) === null ? { code: 'document-kind', about: { name } } : null;
}

const markOf = ({ size, mtimeMs, ctimeMs, ino }: FileStat) =>
  `${size}@${mtimeMs}@${ctimeMs}@${ino}`;

/** The folder documents/: one folder for each text, with the text, the one before and the one read last. */
export class DocumentFiles {
  /** Made since the start: a record that names them may be on its way. */
  readonly #recent = new Set<string>();

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  /** Where a text lies; null if the record names a place that we never made. */
  pathOf({ id, file }: Where): string | null {
    const isOurs = folderName.test(id) && isDocumentFileName(file);
    return isOurs ? join(this.#folderOf(id), file) : null;
  }

  /** Reads nothing that is a link or lies behind one, and nothing that is too large. */
  async read(where: Where): Promise<Found> {
    const stat = await this.#statOf(where);
    if (stat === null) return { kind: 'missing' };
    const mark = markOf(stat);
    const name = where.file;
    if (stat.size > mostDocumentBytes) {
      return { kind: 'unfit', problem: { code: 'document-size', about: { name } }, mark };
    }
    const bytes = await readIfThere(this.disk.fs, join(this.#folderOf(where.id), name));
    if (bytes === null) return { kind: 'missing' };
    const problem = unfitness(name, bytes);
    return problem ? { kind: 'unfit', problem, mark } : { kind: 'text', mark, ...textOf(bytes) };
  }

  /** By which a change is seen without reading; null while there is no file. */
  async mark(where: Where): Promise<string | null> {
    const stat = await this.#statOf(where);
    return stat && markOf(stat);
  }

  previous({ id }: Where): Promise<Text | null> {
    return this.#own(id, previousName);
  }

  lastRead({ id }: Where): Promise<Text | null> {
    return this.#own(id, lastReadName);
  }

  /** Of the copy of what was read last; null while there is none. */
  async lastReadBytes({ id }: Where): Promise<number | null> {
    const stat = await this.#plainFile(id, join(this.#folderOf(id), lastReadName));
    return stat && stat.size;
  }

  /** Makes the folder of a new text; if that fails, nothing of it is left. */
  async add(where: Where, { bytes }: Text): Promise<void> {
    if (this.pathOf(where) === null) throw new Error('no place of ours');
    this.#recent.add(where.id);
    try {
      await makeFolder(this.disk.fs, this.#folderOf(where.id));
      await this.#write(where.id, lastReadName, bytes);
      await this.#write(where.id, where.file, bytes);
      await flushFolder(this.disk, join(this.folder, documentsFolder));
    } catch (error) {
      await this.remove([where.id]).catch(() => undefined);
      throw error;
    }
  }

  /** Puts another text in the place of this one, which is there or not. */
  async put(where: Where, { bytes }: Text): Promise<void> {
    if (this.pathOf(where) === null) throw new Error('no place of ours');
    await makeFolder(this.disk.fs, this.#folderOf(where.id));
    await this.#write(where.id, where.file, bytes);
  }

  /**
   * Notes a text as read, after the one that was read last became the previous one. Each step can be the last
   * and the whole be done again: a text that the library knows is not given up for one it never heard of.
   */
  async noteRead(known: Where & Pick<OwnDocument, 'sha256'>, next: Text): Promise<void> {
    const lastRead = await this.lastRead(known);
    if (lastRead?.sha256 === next.sha256) return;
    if (lastRead !== null) {
      const isKept =
        lastRead.sha256 !== known.sha256 && (await this.previous(known))?.sha256 === known.sha256;
      if (!isKept) await this.#write(known.id, previousName, lastRead.bytes);
    }
    await this.#write(known.id, lastReadName, next.bytes);
  }

  /** The folders of texts that `isNamed` does not know. */
  async unnamed(isNamed: (id: string) => boolean): Promise<string[]> {
    const ids = await this.ids();
    return ids.filter((id) => !this.#recent.has(id) && !isNamed(id));
  }

  async ids(): Promise<string[]> {
    const names = await namesIn(this.disk.fs, join(this.folder, documentsFolder));
    return names.filter((name) => folderName.test(name));
  }

  /** Removes texts; what else somebody put beside them stays, and the folder with it. */
  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids.filter((name) => folderName.test(name))) {
      const folder = this.#folderOf(id);
      if (!(await this.#isPlain(folder))) continue;
      await sweepTemporary(this.disk, folder);
      for (const name of await namesIn(this.disk.fs, folder)) {
        if (documentFileName(name) !== null) await this.disk.fs.unlink(join(folder, name));
      }
      if ((await namesIn(this.disk.fs, folder)).length === 0) await this.disk.fs.rmdir(folder);
    }
  }

  /** Removes what a crash left half-written. */
  async sweepTemporary(): Promise<void> {
    for (const id of await this.ids()) {
      const folder = this.#folderOf(id);
      if (await this.#isPlain(folder)) await sweepTemporary(this.disk, folder);
    }
  }

  #folderOf(id: string): string {
    return join(this.folder, documentsFolder, id);
  }

  async #write(id: string, name: string, bytes: Uint8Array): Promise<void> {
    await writeDurably(this.disk, join(this.#folderOf(id), name), bytes);
  }

  async #own(id: string, name: string): Promise<Text | null> {
    if (!folderName.test(id)) return null;
    const path = join(this.#folderOf(id), name);
    const stat = await this.#plainFile(id, path);
    if (stat === null || stat.size > mostDocumentBytes) return null;
    const bytes = await readIfThere(this.disk.fs, path);
    return bytes && textOf(bytes);
  }

  async #statOf(where: Where): Promise<FileStat | null> {
    const path = this.pathOf(where);
    return path === null ? null : this.#plainFile(where.id, path);
  }

  async #plainFile(id: string, path: string): Promise<FileStat | null> {
    if (!(await this.#isPlain(this.#folderOf(id)))) return null;
    const stat = await this.#lstat(path);
    return stat?.isFile() === true ? stat : null;
  }

  async #isPlain(folder: string): Promise<boolean> {
    return (await this.#lstat(folder))?.isDirectory() === true;
  }

  async #lstat(path: string): Promise<FileStat | null> {
    try {
      return await this.disk.fs.lstat(path);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  }
}
