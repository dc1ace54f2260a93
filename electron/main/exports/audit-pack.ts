import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { createHash } from 'node:crypto';
import {
  missingProof,
  packFiles,
  type AuditPack,
  type PackFile,
} from '../../../src/core/ceu/audit-pack';
import { faultWords, faultyProof, isInPack } from '../../../src/core/ceu/audit-proof';
import type { Evidence } from '../../../src/core/ceu/schema';
import { failed, ok, type Result } from '../../../src/core/result';
import { formatUnits } from '../../../src/core/units';
import { csv, utf8Mark } from './csv';

/** Above this a ZIP needs the 64-bit form, which not every program opens. */
export const mostPackBytes = 2 * 1024 ** 3;

export interface PackNeeds {
  /** The printed summary: named `name` in the pack. */
  pdf: { name: string; bytes: Uint8Array };
  /** Reads one certificate; only one is held at a time. */
  read: (file: Pick<Evidence, 'sha256' | 'kind' | 'name'>) => Promise<Result<Uint8Array>>;
  /** Takes the archive piece by piece. */
  write: (piece: Uint8Array) => Promise<void>;
}

/**
 * Writes the audit pack: the summary, ledger.csv, manifest.json with the hash of every file, and the
 * certificates under readable names. The same data give the same bytes on the day the pack speaks for, anywhere
 * and at any hour; on another day that day stands in it.
 *
 * What the pack says is gone or changed is named and left out. Problems: pack-size; evidence-missing, and what `read`
 * answers, for a file that went away after the pack was looked through. What was written until then is no archive.
 */
export async function writeAuditPack(
  pack: AuditPack,
  { pdf, read, write }: PackNeeds,
): Promise<Result<{ files: number; bytes: number }>> {
  const certificates = packFiles(pack);
  const size = certificates.reduce((sum, { bytes }) => sum + bytes, pdf.bytes.length);
  if (size > mostPackBytes || certificates.length > 60_000) return failed('pack-size');
  const ledger = Buffer.from(ledgerOf(pack, certificates));
  const own = [
    { name: pdf.name, bytes: pdf.bytes },
    { name: 'ledger.csv', bytes: ledger },
  ];
  const manifest = Buffer.from(manifestOf(pack, own, certificates));
  const kept = new Map(
    pack.claims.flatMap(({ evidence }) => evidence.map((file) => [file.sha256, file] as const)),
  );
  const entries = [
    ...[...own, { name: 'manifest.json', bytes: manifest }].map((file) => ({
      name: file.name,
      bytes: () => Promise.resolve(ok(file.bytes)),
    })),
    ...certificates.map(({ name, sha256 }) => ({
      name,
      bytes: () => bytesOf(kept.get(sha256), read),
    })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  return writeZip(entries, write);
}

async function bytesOf(
  file: Pick<Evidence, 'sha256' | 'kind' | 'name'> | undefined,
  read: PackNeeds['read'],
): Promise<Result<Uint8Array>> {
  if (file === undefined) return failed('evidence-missing', { name: 'unknown' });
  const bytes = await read(file);
  if (bytes.ok && sha256Of(bytes.value) !== file.sha256) {
    return failed('evidence-missing', { name: file.name });
  }
  return bytes;
}

interface Entry {
  name: string;
  bytes: () => Promise<Result<Uint8Array>>;
}

/** Pictures and PDFs are packed already; only our own texts are worth deflating. */
async function writeZip(
  entries: readonly Entry[],
  write: PackNeeds['write'],
): Promise<Result<{ files: number; bytes: number }>> {
  // The archive has no time of its own; the first that ZIP knows, which stores the local one.
  const noTime = new Date(1980, 0, 1);
  const pieces: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const drain = async () => {
    for (const piece of pieces.splice(0)) {
      written += piece.length;
      await write(piece);
    }
  };
  for (const { name, bytes } of entries) {
    const content = await bytes();
    if (!content.ok) return content;
    const isText = /\.(csv|json)$/.test(name);
    const file = isText ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = noTime;
    zip.add(file);
    file.push(content.value, true);
    await drain();
  }
  zip.end();
  await drain();
  return ok({ files: entries.length, bytes: written });
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const columns = [
  ...['completed on', 'title', 'sponsor', 'index number', 'units', 'state', 'counts'],
  ...['certificates', 'note'],
];

function ledgerOf({ claims }: AuditPack, files: readonly PackFile[]): string {
  const rows = claims.map((claim) => {
    const { id, completedOn, title, sponsor, indexNumber, units, state, why, note } = claim;
    const own = files.filter((file) => file.claim === id).map(({ name }) => name);
    const bad = claim.evidence.flatMap((file) =>
      file.fault ? [`${file.name}: ${faultWords[file.fault]}`] : [],
    );
    return [
      ...[completedOn, title, sponsor, indexNumber, formatUnits(units), state, why],
      ...[[...own, ...bad].join('; '), note],
    ];
  });
  return `${utf8Mark}${csv([columns, ...rows])}`;
}

interface OwnFile {
  name: string;
  bytes: Uint8Array;
}

/** The check list of the pack; it cannot name its own hash. */
function manifestOf(
  pack: AuditPack,
  own: readonly OwnFile[],
  certificates: readonly PackFile[],
): string {
  const files = [
    ...own.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
    ...certificates.map(({ name, bytes, sha256, claim }) => ({ name, bytes, sha256, claim })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
  const { body, credentials, cycle, endsOn, endRecord, on, summary, changes, opening, rules } =
    pack;
  const missing = missingProof(pack).map(({ id, title, completedOn, units }) => ({
    ...{ claim: id, title, completedOn, units },
  }));
  const faulty = faultyProof(pack).map(({ claim, file, fault }) => ({
    ...{ claim: claim.id, title: claim.title, completedOn: claim.completedOn },
    ...{ name: file.name, sha256: file.sha256, fault, isInPack: isInPack(file) },
  }));
  const content = {
    format: 'coders-almanac audit pack',
    version: 1,
    ...{ body, credentials, cycle, endsOn, endRecord, on, summary, changes, opening, rules },
    unitsAre: 'hundredths',
    missingProof: missing,
    faultyProof: faulty,
    files,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
