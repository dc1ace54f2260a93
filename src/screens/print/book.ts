import { createContext } from 'svelte';
import type { Guide } from '../../core/guide/guide';
import type { Chapter } from '../../core/guide/parse';

/** What is being printed. */
export interface Book {
  guide: Guide;
  chapters: readonly Chapter[];
  isWhole: boolean;
  numbers: Readonly<Record<string, number>>;
}

export const [getBook, setBook] = createContext<Book>();

/** The id of a chapter's source on paper, where the sources of all chapters stand in one document. */
export const sourceId = (chapter: string, number: number) => `source-${chapter}-${number}`;

/** Whether a section is in what is printed, so that a link can lead to it. */
export function isPrinted({ guide, chapters }: Book, section: string): boolean {
  const chapter = guide.chapterOf(section);
  return chapter !== null && chapters.includes(chapter);
}
