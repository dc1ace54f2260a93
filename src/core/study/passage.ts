import type { CardSource } from './schema';

/** Words of a text, with what a person calls the place where they stand. */
export interface Passage {
  source: CardSource;
  /** The chapter's title; of a document of the user's own, the document's. */
  chapter: string;
  /** The section's title; the chapter's own where the words stand before the first heading. */
  section: string;
}

/** Where the words stand, in a line: “Certification, Which credentials count”. */
export function whereOf({ chapter, section }: Passage): string {
  return section === chapter || section === '' ? chapter : `${chapter}, ${section}`;
}

/** The words and where they stand, as they are put into a note. */
export function quotationOf(passage: Passage): string {
  const text =
    passage.source.document === 'guide' ? `${whereOf(passage)} (guide)` : whereOf(passage);
  return `“${passage.source.anchor.quote}”\n${text}`;
}

/** How long a name made of the words themselves may be. */
const longestName = 60;

/** What a date made of these words is called at first: the words where they are few, else their section. */
export function titleFrom({ source, chapter, section }: Passage): string {
  const words = source.anchor.quote.replace(/\s+/g, ' ').trim();
  return words.length <= longestName ? words : section || chapter;
}
