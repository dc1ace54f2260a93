import { parseLibrary } from '../../src/core/library/migrations';
import { JournalLine } from '../../src/core/library/journal';
import { collections, schemaVersion } from '../../src/core/library/collections';
import type { Collection, Library } from '../../src/core/library/schema';
import { problemSentence } from '../../src/core/problems';
import type { Problem } from '../../src/core/result';
import { Backups } from '../main/storage/backups';
import type { Disk } from '../main/storage/disk';
import { DocumentFiles } from '../main/storage/document-files';
import { EvidenceFolder } from '../main/storage/evidence';
import { StorageFailure } from '../main/storage/failure';
import type { LibraryAt } from './library-at';

export interface Verdict {
  /** All that is wrong, one sentence each; none if everything is as it should be. */
  findings: string[];
  /** What is worth saying and not wrong. */
  remarks: string[];
}

export async function verify(disk: Disk, folder: string, at: LibraryAt): Promise<Verdict> {
  const documents = await checkDocuments(disk, folder, at.library);
  return {
    findings: [
      ...misfits(at),
      ...wrongReferences(at.library),
      ...(await badEvidence(disk, folder, at.library)),
      ...documents.findings,
      ...(await badBackups(disk, folder)),
    ],
    remarks: documents.remarks,
  };
}

export function sentenceOf(problem: Problem): string {
  const { happened, todo } = problemSentence(problem);
  return `${happened} ${todo}`;
}

function misfits({ library, lines }: LibraryAt): string[] {
  const found: string[] = [];
  try {
    parseLibrary(library);
  } catch (error) {
    const issues = (error as { issues?: { path: PropertyKey[]; message: string }[] }).issues;
    if (!issues) throw error;
    for (const { path, message } of issues) {
      found.push(`The record ${path.map(String).join('.')} is not well formed: ${message}.`);
    }
  }
  for (const line of lines) {
    if (line.v !== schemaVersion || JournalLine.safeParse(line).success) continue;
    found.push(`Line ${line.seq} of the journal is not well formed.`);
  }
  return found;
}

type Reference = [of: Collection, field: string, to: Collection, ids: readonly (string | null)[]];
type Owned = { id: string; deletedAt?: string | undefined };

/** A live record may only refer to live ones; in the trash it may refer to what was purged before it. */
export function wrongReferences(library: Library): string[] {
  const found: string[] = [];
  for (const name of collections) {
    for (const [id, record] of Object.entries<Owned>(library[name])) {
      if (record.id !== id) found.push(`${name}.${id} stands under another id than its own.`);
      if (record.deletedAt !== undefined) continue;
      for (const [of, field, to, ids] of referencesOf(library, name, id)) {
        for (const target of ids) {
          if (target === null) continue;
          const there: Owned | undefined = library[to][target];
          const lack = !there
            ? 'which does not exist'
            : there.deletedAt !== undefined && 'which was deleted';
          if (lack) found.push(`${of}.${id} names in “${field}” ${to}.${target}, ${lack}.`);
        }
      }
    }
  }
  return found;
}

function referencesOf(library: Library, of: Collection, id: string): Reference[] {
  const claim = of === 'claims' && library.claims[id];
  const evidence = of === 'evidence' && library.evidence[id];
  const override = of === 'overrides' && library.overrides[id];
  if (claim) {
    return [
      [of, 'activityId', 'activities', [claim.activityId]],
      [of, 'cycleId', 'cycles', [claim.cycleId]],
      [of, 'holdings', 'holdings', claim.holdings],
    ];
  }
  if (evidence) return [[of, 'activityId', 'activities', [evidence.activityId]]];
  if (override) return [[of, 'cycleId', 'cycles', [override.cycleId]]];
  return [];
}

async function badEvidence(disk: Disk, folder: string, library: Library): Promise<string[]> {
  const files = new EvidenceFolder(disk, folder);
  const found: string[] = [];
  for (const record of Object.values(library.evidence)) {
    const file = await files.verify(record);
    if (!file.ok) found.push(sentenceOf(file.problem));
  }
  return found;
}

/** Any program may change a text, so one that is not as it was read last is only worth saying. */
async function checkDocuments(disk: Disk, folder: string, library: Library): Promise<Verdict> {
  const files = new DocumentFiles(disk, folder);
  const verdict: Verdict = { findings: [], remarks: [] };
  for (const record of Object.values(library.documents)) {
    const { title } = record;
    const found = await files.read(record);
    if (found.kind === 'missing') {
      verdict.findings.push(sentenceOf({ code: 'document-missing', about: { title } }));
    } else if (found.kind === 'unfit') verdict.findings.push(sentenceOf(found.problem));
    else if (found.sha256 !== record.sha256) {
      verdict.remarks.push(`The file of “${title}” was changed since the program read it last.`);
    }
  }
  return verdict;
}

async function badBackups(disk: Disk, folder: string): Promise<string[]> {
  const backups = new Backups(disk, folder);
  const found: string[] = [];
  for (const { name } of await backups.list()) {
    try {
      await backups.read(name);
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      found.push(sentenceOf(error.problem));
    }
  }
  return found;
}
