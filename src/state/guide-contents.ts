import {
  minutesLeft,
  outlineOf,
  type ChapterInShort,
  type Outline,
} from '../core/guide/chapter-file';
import type { ReadingPlace } from '../core/ipc';
import { chapterFiles } from './guide-files';

export type { ChapterInShort, Outline };

let read: Outline[] | null = null;

/** Chapters with their sections, in order. Read once, without parsing the text. */
export function outlines(): readonly Outline[] {
  read ??= chapterFiles
    .map(([id, text]) => outlineOf(id, text))
    .sort((one, other) => one.chapter.order - other.chapter.order);
  return read;
}

/** The chapters of the guide in their order. */
export function chaptersInShort(): ChapterInShort[] {
  return outlines().map(({ chapter }) => chapter);
}

/** Minutes to read on from there; all of the chapter's without a place, 0 at its end or for no chapter of ours. */
export function minutesLeftIn(chapter: string, place: ReadingPlace | null): number {
  const outline = outlines().find((one) => one.chapter.id === chapter);
  return outline ? minutesLeft(outline, place) : 0;
}
