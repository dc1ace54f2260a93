import { z } from 'zod';
import { Note, RecordBase } from '../library/fields';
import { highlightKinds, longestQuote, longestTag, mostTags } from './kinds';

/** `guide`, or the id of a document of the user's own. */
export const DocumentName = z.string().min(1).max(40);
/** An id that no edition of a text changes. */
export const Part = z.string().min(1).max(60);

/** What guide/anchor makes and finds again: a passage by its words, what stands around them, and its place. */
export const StoredAnchor = z.object({
  section: Part,
  /** In UTF-16 units of the section's plain text. */
  start: z.int().min(0),
  quote: z.string().min(1).max(longestQuote),
  before: z.string().max(80),
  after: z.string().max(80),
});
export type StoredAnchor = z.infer<typeof StoredAnchor>;

/** A marked passage, with what the user wrote at it. Where it stands now is worked out at each reading. */
export const Highlight = RecordBase.extend({
  document: DocumentName,
  /** Where it was marked; the section it is found in may by now belong to another. */
  chapter: Part,
  anchor: StoredAnchor,
  kind: z.enum(highlightKinds),
  note: Note,
  /** Without `#`, each once. */
  tags: z.array(z.string().min(1).max(longestTag)).max(mostTags),
});
export type Highlight = z.infer<typeof Highlight>;

/** A section to come back to. Its id is `bookmark:<document>:<section>`, so that two machines mean one. */
export const Bookmark = RecordBase.extend({
  document: DocumentName,
  chapter: Part,
  section: Part,
  /** As it was when the bookmark was set: shown where the section is gone. */
  title: z.string().min(1).max(300),
});
export type Bookmark = z.infer<typeof Bookmark>;

export { bookmarkId } from './ids';
