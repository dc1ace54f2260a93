import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { mostCertificateBytes } from '../../../src/core/ceu/certificate-size';
import { failed, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import type { Evidence } from '../../../src/core/ceu/schema';
import type { Disk } from './disk';
import { makeFolder, namesIn, readIfThere } from './disk';
import { writeDurably } from './durable-file';
import { writeProblem } from './failure';
import type { StoredEvidence } from './types';

export const evidenceFolder = 'evidence';
export const mostEvidenceBytes = mostCertificateBytes;

type Kind = Evidence['kind'];
const extensions: Record<Kind, string> = { pdf: 'pdf', png: 'png', jpeg: 'jpg', txt: 'txt' };
const fileName = /^([0-9a-f]{64})\.(pdf|png|jpg|txt)$/;

export function evidenceFileName({ sha256, kind }: Pick<Evidence, 'sha256' | 'kind'>): string {
  return `${sha256}.${extensions[kind]}`;
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** What a file is by its own first bytes, whatever its name says; null for what is not taken. */
export function kindOf(bytes: Uint8Array): Kind | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  return isText(bytes) ? 'txt' : null;
}

/** The brands of HEIF files with HEVC or AV1 pictures, as ISO/IEC 23008-12 names them. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

/** A photo as phones keep it, which neither we nor most auditors can open. */
export function isHeic(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(4, 12)).toString('latin1');
  return text.startsWith('ftyp') && heicBrands.includes(text.slice(4));
}

/** Names under which web pages are often saved by mistake: a page that asks for a password is no proof. */
const saysOtherwise = /\.(pdf|png|jpe?g)$/i;

function isText(bytes: Uint8Array): boolean {
  // Tab, line feed, form feed and carriage return are the control characters that texts have.
  const isControl = (byte: number) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte);
  if (bytes.length === 0 || bytes.some(isControl)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The last part of a name from anywhere, without what no file name should hold. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return plain.slice(-255) || 'certificate';
}

/** The folder evidence/: files named by their own hash, so one can never stand for another. */
export class EvidenceFolder {
  /** Put in since the start: a record that names them may be on its way. */
  readonly #recent = new Set<string>();

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
  ) {}

  async put(bytes: Uint8Array, name: string): Promise<Result<StoredEvidence>> {
    const shown = cleanName(name);
    if (bytes.length > mostEvidenceBytes) return failed('evidence-size', { name: shown });
    if (bytes.length === 0) return failed('evidence-empty', { name: shown });
    const kind = kindOf(bytes);
    if (kind === 'txt' && saysOtherwise.test(shown)) {
      return failed('evidence-misnamed', { name: shown });
    }
    if (kind === null)
      return failed(isHeic(bytes) ? 'evidence-heic' : 'evidence-kind', { name: shown });
    const sha256 = sha256Of(bytes);
    const path = this.#pathOf({ sha256, kind });
    this.#recent.add(sha256);
    try {
      const there = await readIfThere(this.disk.fs, path);
      if (!there || sha256Of(there) !== sha256) {
        const root = join(this.folder, evidenceFolder);
        await makeFolder(this.disk.fs, root);
        await writeDurably(this.disk, path, bytes, 0o400);
      }
      return ok({ sha256, name: shown, bytes: bytes.length, kind });
    } catch (error) {
      return { ok: false, problem: writeProblem(error) };
    }
  }

  /** The path of the file if it is there, and is what was put there. */
  async verify(record: Pick<Evidence, 'sha256' | 'kind' | 'name'>): Promise<Result<string>> {
    const path = this.#pathOf(record);
    try {
      const bytes = await this.disk.fs.readFile(path);
      if (sha256Of(bytes) === record.sha256) return ok(path);
      return failed('evidence-changed', { name: record.name });
    } catch {
      // Not there, or not readable: to the user it is the same.
      return failed('evidence-missing', { name: record.name });
    }
  }

  /** Whether a file of the right size is there; the hashes of hundreds would keep a restore waiting. */
  async isThere(record: Pick<Evidence, 'sha256' | 'kind' | 'bytes'>): Promise<boolean> {
    try {
      return (await this.disk.fs.stat(this.#pathOf(record))).size === record.bytes;
    } catch {
      return false;
    }
  }

  /** The hashes of files that `isNamed` does not know. */
  async unnamed(isNamed: (sha256: string) => boolean): Promise<string[]> {
    const names = await namesIn(this.disk.fs, join(this.folder, evidenceFolder));
    const hashes = names.flatMap((name) => fileName.exec(name)?.[1] ?? []);
    return hashes.filter((sha256) => !this.#recent.has(sha256) && !isNamed(sha256));
  }

  async remove(hashes: readonly string[]): Promise<void> {
    const root = join(this.folder, evidenceFolder);
    const doomed = new Set(hashes);
    for (const name of await namesIn(this.disk.fs, root)) {
      const sha256 = fileName.exec(name)?.[1];
      if (sha256 && doomed.has(sha256)) await this.disk.fs.unlink(join(root, name));
    }
  }

  #pathOf(record: Pick<Evidence, 'sha256' | 'kind'>): string {
    return join(this.folder, evidenceFolder, evidenceFileName(record));
  }
}
