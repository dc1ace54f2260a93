import type { TrashEntry } from '../../src/core/ipc';
import { nameOf } from '../../src/core/library/record-names';
import { LibraryDraft } from '../../src/core/library/draft';
import { collections } from '../../src/core/library/collections';
import type { Collection, Library } from '../../src/core/library/schema';

/** What lies in the trash, the newest first. What was deleted with its activity comes back with it. */
export function trashOf(library: Library): TrashEntry[] {
  const records = new LibraryDraft(library);
  const entries: TrashEntry[] = [];
  for (const collection of collections) {
    for (const record of Object.values<Library[Collection][string]>(library[collection])) {
      if (record.deletedAt === undefined) continue;
      const parent =
        'activityId' in record
          ? library.activities[record.activityId]
          : 'programId' in record
            ? library.programs[record.programId]
            : undefined;
      if (parent?.deletedAt !== undefined) continue;
      const { id, deletedAt } = record;
      entries.push({ collection, id, name: nameOf(records, [collection, id]), deletedAt });
    }
  }
  return entries.sort((one, other) => (one.deletedAt < other.deletedAt ? 1 : -1));
}
