import { failed, ok, type Result } from '../result';
import type { Done } from './apply';
import type { LibraryDraft } from './draft';
import type { Id, Instant } from './fields';
import type { Collection } from './schema';

/** Puts a record into the trash, if it is there. */
export function remove(
  draft: LibraryDraft,
  collection: Collection,
  id: Id,
  what: string,
  now: Instant,
): Result<Done> {
  if (!draft.live(collection, id)) return failed('not-there', { what });
  draft.trash(collection, id, now);
  return ok({ id });
}
