import type { Broadcast } from '../../src/core/ipc';
import { subjects } from '../../src/core/library/collections';
import type { Subject } from '../../src/core/library/schema';
import type { StoreChange } from './storage/types';

/** Above it, reading the subjects again is cheaper for the page than applying the patches. */
const mostPatches = 500;

/** What the page is told of one answered command. */
export function announce({ revision, patches, did, undoable }: StoreChange): Broadcast {
  if (patches.length <= mostPatches) {
    return { kind: 'changed', revision, patches, did, undoable };
  }
  const touched = new Set(patches.map(({ path }) => path[0]));
  const changed: Subject[] = subjects.filter((subject) => touched.has(subject));
  return { kind: 'reload', revision, subjects: changed };
}
