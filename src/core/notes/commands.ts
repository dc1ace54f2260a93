import { z } from 'zod';
import { command } from '../library/command';
import { Id } from '../library/fields';
import { Card } from '../study/schema';
import { Bookmark, Highlight } from './schema';

const fields = Highlight.pick({ kind: true, note: true, tags: true });

/** More than anybody has marked; a file with more is not one of ours. */
export const mostImported = 20_000;

export const noteCommands = [
  command('highlight.add', {
    ...Highlight.pick({ document: true, chapter: true, anchor: true }).shape,
    ...fields.shape,
  }),
  command('highlight.edit', { id: Id, changes: fields.partial() }),
  command('highlight.delete', { id: Id }),
  /** A section that has its bookmark keeps it as it is. */
  command(
    'bookmark.add',
    Bookmark.pick({ document: true, chapter: true, section: true, title: true }).shape,
  ),
  command('bookmark.delete', { id: Id }),
  /** Records as they were exported. Ids decide: what is there is left as it is, the rest comes back. */
  command('notes.import', {
    highlights: z.array(Highlight).max(mostImported),
    bookmarks: z.array(Bookmark).max(mostImported),
    cards: z.array(Card).max(mostImported),
  }),
] as const;
