import { remove } from '../library/remove';
import type { Context, Done } from '../library/apply';
import type { OneOf } from '../library/command';
import type { CommandOf } from '../library/commands';
import type { LibraryDraft } from '../library/draft';
import type { Id } from '../library/fields';
import { collections } from '../library/collections';
import type { Collection } from '../library/schema';
import { failed, ok, type Result } from '../result';
import type { Card } from '../study/schema';
import type { noteCommands } from './commands';
import { bookmarkId } from './ids';
import type { Bookmark, Highlight } from './schema';
import { tidyTags } from './tags';

/** Carries a command about highlights, their notes and bookmarks out on the draft. */
export function applyNote(
  draft: LibraryDraft,
  command: OneOf<typeof noteCommands>,
  { now, newId }: Context,
): Result<Done> {
  switch (command.type) {
    case 'highlight.add': {
      const { document, chapter, anchor, kind, note } = command;
      const id = newId();
      const tags = tidyTags(command.tags);
      const fields = { document, chapter, anchor, kind, note, tags };
      draft.put('highlights', { id, createdAt: now, updatedAt: now, ...fields });
      return ok({ id });
    }
    case 'highlight.edit': {
      const { id, changes } = command;
      if (!draft.live('highlights', id)) return failed('not-there', { what: 'highlight' });
      const tags = changes.tags && tidyTags(changes.tags);
      draft.assign('highlights', id, { ...changes, tags }, now);
      return ok({ id });
    }
    case 'highlight.delete':
      return remove(draft, 'highlights', command.id, 'highlight', now);
    case 'bookmark.add': {
      const { document, chapter, section, title } = command;
      const id = bookmarkId(document, section);
      if (!draft.live('bookmarks', id)) {
        const fields = { document, chapter, section, title };
        draft.put('bookmarks', { id, createdAt: now, updatedAt: now, ...fields });
      }
      return ok({ id });
    }
    case 'bookmark.delete':
      return remove(draft, 'bookmarks', command.id, 'bookmark', now);
    case 'notes.import':
      return importNotes(draft, command, now);
  }
}

/** What lay in the trash on the way out stays out: a file brings notes, it deletes none. */
function importNotes(
  draft: LibraryDraft,
  { highlights, bookmarks, cards }: CommandOf<'notes.import'>,
  now: string,
): Result<Done> {
  for (const highlight of onceEach(highlights)) {
    if (draft.live('highlights', highlight.id) || isAnother(draft, 'highlights', highlight.id))
      continue;
    const tags = tidyTags(highlight.tags);
    draft.put('highlights', { ...highlight, tags, updatedAt: now });
  }
  for (const bookmark of onceEach(bookmarks)) {
    // Two bookmarks of one section are one, whatever the file calls them.
    const id = bookmarkId(bookmark.document, bookmark.section);
    if (draft.live('bookmarks', id)) continue;
    draft.put('bookmarks', { ...bookmark, id, updatedAt: now });
  }
  for (const card of onceEach(cards)) {
    if (draft.live('cards', card.id) || isAnother(draft, 'cards', card.id)) continue;
    draft.put('cards', { ...card, tags: tidyTags(card.tags), updatedAt: now });
  }
  return ok({ id: null });
}

/** An id is one record's in the whole library; no file of ours gives it to a second one of another kind. */
function isAnother(draft: LibraryDraft, own: Collection, id: Id): boolean {
  return collections.some((name) => name !== own && draft.get(name, id) !== undefined);
}

function onceEach<T extends Highlight | Bookmark | Card>(
  records: readonly T[],
): Omit<T, 'deletedAt'>[] {
  const alive = records.filter(({ deletedAt }) => deletedAt === undefined);
  const byKey = new Map(alive.map((record) => [keyOf(record), record]));
  return [...byKey.values()].map(({ deletedAt: _, ...record }) => record);
}

const keyOf = (record: Highlight | Bookmark | Card) =>
  'section' in record ? bookmarkId(record.document, record.section) : record.id;
