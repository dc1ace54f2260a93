import { fold } from '../guide/words';
import type { HighlightKind } from './kinds';
import type { Highlight } from './schema';

/** What the list of notes is narrowed to; null and an empty text leave all. */
export interface NoteFilter {
  text: string;
  kind: HighlightKind | null;
  tag: string | null;
}

/** Whether all words of the text are in passage, note or tags, however they are written, and the rest fits. */
export function fits({ anchor, note, tags, kind }: Highlight, filter: NoteFilter): boolean {
  if (filter.kind !== null && kind !== filter.kind) return false;
  if (filter.tag !== null && !tags.includes(filter.tag)) return false;
  const text = fold([anchor.quote, note, ...tags].join(' '));
  return fold(filter.text)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
