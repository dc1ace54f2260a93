import type { Place } from './matches';

export interface SnippetPart {
  text: string;
  isHit: boolean;
}

/** Characters shown before the first word found, and in all. */
const before = 36;
const length = 130;

/** A line of the text around what was found first, cut between words, with the words found in parts of their own. */
export function snippetOf(text: string, places: readonly Place[]): SnippetPart[] {
  const first = places[0]?.from ?? 0;
  const from = first <= before ? 0 : wordStart(text, first - before, first);
  const to = text.length <= from + length ? text.length : wordEnd(text, from + length, places);
  const parts: SnippetPart[] = [];
  const add = (piece: string, isHit: boolean) => {
    if (piece !== '') parts.push({ text: piece, isHit });
  };
  let at = from;
  if (from > 0) add('… ', false);
  for (const place of places) {
    if (place.from < at || place.to > to) continue;
    add(text.slice(at, place.from), false);
    add(text.slice(place.from, place.to), true);
    at = place.to;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(' …', false);
  return parts;
}

function wordStart(text: string, at: number, latest: number): number {
  const gap = text.indexOf(' ', at);
  return gap < 0 || gap + 1 > latest ? at : gap + 1;
}

/** The first thing found is shown whole, however long it is. */
function wordEnd(text: string, at: number, places: readonly Place[]): number {
  const least = places[0]?.to ?? 0;
  const gap = text.lastIndexOf(' ', at);
  return Math.max(least, gap > 0 ? gap : at);
}
