import { documentsNamed, evidenceNamed } from './backups';
import type { Backups } from './backups';
import type { DocumentFiles } from './document-files';
import type { EvidenceFolder } from './evidence';
import { StorageFailure } from './failure';
import type { JournalLine } from '../../../src/core/library/journal';
import type { Library } from '../../../src/core/library/schema';

interface Folders {
  evidence: EvidenceFolder;
  documents: DocumentFiles;
  backups: Backups;
}

/**
 * Removes certificates and texts that nothing names: no record, live or in the trash, no line that can still be
 * undone, no kept backup. If one backup cannot be read, it might name any of them, and all stay.
 */
export async function sweepFiles(
  { evidence, documents, backups }: Folders,
  library: Library,
  lines: readonly JournalLine[],
): Promise<void> {
  await documents.sweepTemporary();
  const named = new Set(evidenceNamed(library));
  for (const { id } of documentsNamed(library)) named.add(id);
  const undoable = JSON.stringify(lines.map(({ inverse }) => inverse));
  const isNamed = (name: string) => named.has(name) || undoable.includes(name);
  const hasUnnamed = async () =>
    (await evidence.unnamed(isNamed)).length > 0 || (await documents.unnamed(isNamed)).length > 0;
  // Unpacking every backup takes a while, so it is done only if something may be there to remove.
  if (!(await hasUnnamed())) return;
  for (const { name } of await backups.list()) {
    try {
      const backup = await backups.read(name);
      for (const sha256 of backup.evidence) named.add(sha256);
      for (const { id } of backup.documents) named.add(id);
    } catch (error) {
      if (error instanceof StorageFailure) return;
      throw error;
    }
  }
  await evidence.remove(await evidence.unnamed(isNamed));
  await documents.remove(await documents.unnamed(isNamed));
}
