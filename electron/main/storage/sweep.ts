import { evidenceNamed } from './backups';
import type { Backups } from './backups';
import type { EvidenceFolder } from './evidence';
import { StorageFailure } from './failure';
import type { JournalLine } from '../../../src/core/library/journal';
import type { Library } from '../../../src/core/library/schema';

/**
 * Removes evidence files that nothing names: no record, live or in the trash, no line that can still be
 * undone, no kept backup. If one backup cannot be read, it might name any of them, and all stay.
 */
export async function sweepEvidence(
  { evidence, backups }: { evidence: EvidenceFolder; backups: Backups },
  library: Library,
  lines: readonly JournalLine[],
): Promise<void> {
  const named = new Set(evidenceNamed(library));
  const undoable = JSON.stringify(lines.map(({ inverse }) => inverse));
  const isNamed = (sha256: string) => named.has(sha256) || undoable.includes(sha256);
  // Unpacking every backup takes a while, so it is done only if something may be there to remove.
  if ((await evidence.unnamed(isNamed)).length === 0) return;
  for (const { name } of await backups.list()) {
    try {
      for (const sha256 of (await backups.read(name)).evidence) named.add(sha256);
    } catch (error) {
      if (error instanceof StorageFailure) return;
      throw error;
    }
  }
  await evidence.remove(await evidence.unnamed(isNamed));
}
