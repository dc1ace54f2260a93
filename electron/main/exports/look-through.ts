import { crc32 } from 'node:zlib';
import type { AuditFile, AuditPack } from '../../../src/core/ceu/audit-pack';
import type { EvidenceFault } from '../../../src/core/ceu/audit-proof';
import type { Result } from '../../../src/core/result';

export interface LookNeeds {
  /** The bytes as they were attached. Problems: evidence-missing, evidence-changed. */
  read: (file: Pick<AuditFile, 'sha256' | 'kind' | 'name'>) => Promise<Result<Uint8Array>>;
  /** Opens a PDF whose form leaves a doubt, as a reader of PDFs would. */
  openPdf: (bytes: Uint8Array, name: string) => Promise<Result<unknown>>;
}

/**
 * What is wrong with the certificates of a pack, by their hashes; only one is held at a time. A file without
 * text, such as a picture of a page, is a certificate all the same.
 */
export async function lookThrough(
  { claims }: Pick<AuditPack, 'claims'>,
  needs: LookNeeds,
): Promise<Map<string, EvidenceFault>> {
  const files = new Map(claims.flatMap(({ evidence }) => evidence.map((one) => [one.sha256, one])));
  const faults = new Map<string, EvidenceFault>();
  for (const [sha256, file] of files) {
    const bytes = await needs.read(file);
    const fault = bytes.ok
      ? await faultOf(bytes.value, file, needs)
      : bytes.problem.code === 'evidence-changed'
        ? 'changed'
        : 'gone';
    if (fault) faults.set(sha256, fault);
  }
  return faults;
}

async function faultOf(
  bytes: Uint8Array,
  { kind, name }: AuditFile,
  { openPdf }: LookNeeds,
): Promise<EvidenceFault | null> {
  if (kind === 'png') return isWholePng(bytes) ? null : 'unreadable';
  if (kind === 'jpeg') return isWholeJpeg(bytes) ? null : 'unreadable';
  if (kind !== 'pdf' || isPlainPdf(bytes)) return null;
  const opened = await openPdf(bytes, name);
  if (opened.ok) return null;
  if (opened.problem.code === 'pdf-locked') return 'locked';
  // Slow, or without text: that says nothing against it.
  return opened.problem.code === 'pdf-damaged' ? 'unreadable' : null;
}

/** Whether a PDF ends as it should, names its parts where they are, and is not locked; if not, a reader is asked. */
function isPlainPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-2048).toString('latin1');
  const [, place = ''] = [...tail.matchAll(/startxref\s+(\d{1,10})\s+%%EOF/g)].at(-1) ?? [];
  if (place === '' || file.includes('/Encrypt')) return false;
  const table = file.subarray(Number(place), Number(place) + 24).toString('latin1');
  return /^\s*(?:xref\s|\d+ \d+ obj\b)/.test(table);
}

/** Whether the parts of a PNG are whole to its end (W3C, third edition: each has a check sum). */
function isWholePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return false;
    const part = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(part) !== view.getUint32(at + 8 + length)) return false;
    if (Buffer.from(part.subarray(0, 4)).toString('latin1') === 'IEND') return true;
    at += 12 + length;
  }
  return false;
}

/** Whether a JPEG goes from its head over a picture to the mark of its end (ITU T.81, annex B). */
function isWholeJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) {
      // Small pictures within the head have ends of their own, so only what follows is asked.
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
        'ffd9',
        at,
        'hex',
      );
    } else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return false;
}
