import { z } from 'zod';
import { Day } from '../library/fields';

/** Of chapters, sections, sources and corrections; never changed once published, since notes hang on it. */
const Name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What stands at the head of a chapter's file, as one JSON object. */
export const FrontMatter = z.strictObject({
  order: z.int().min(1),
  title: z.string().min(1),
  /** One sentence: what the chapter answers. */
  summary: z.string().min(1),
  /** To read it at an even pace. */
  minutes: z.int().min(1),
  checkedOn: Day,
  /** Ids in sources.json. */
  sources: z.array(Name),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** What is often said, and what could be found about it. It stands beside the section. */
export const Correction = z.strictObject({
  id: Name,
  section: Name,
  said: z.string().min(1),
  right: z.string().min(1),
  state: z.enum(['wrong', 'outdated', 'no-source']),
  /** In sources.json; null where none was found. */
  source: Name.nullable(),
  checkedOn: Day,
});
export type Correction = z.infer<typeof Correction>;

/** A word of the field, explained. */
export const Term = z.strictObject({
  id: Name,
  term: z.string().min(1),
  /** Other names of the same. */
  also: z.array(z.string().min(1)),
  text: z.string().min(1),
  /** Where it is told at length; null for what the guide only names. */
  section: Name.nullable(),
  source: Name.nullable(),
  /** Chapters in which the word means this; without it, in all of them. */
  markedIn: z.array(Name).optional(),
  /** Names that mean too much else to be marked in the text. */
  unmarked: z.array(z.string().min(1)).optional(),
});
export type Term = z.infer<typeof Term>;

/** Groups of words, or of several words in a row, that may stand for each other when something is looked for. */
export const Synonyms = z.array(z.array(z.string().min(1)).min(2));
