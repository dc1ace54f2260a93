import type { Place } from './matches';

export interface SnippetPart {
  text: string;
  isHit: boolean;
}

/** Characters shown before the first word found, and in all. */
const before = 36;
const length = 130;

/** A line of the text around most of what was found, cut between words, with the words found in parts of their own. */
export function snippetOf(text: string, places: readonly Place[]): SnippetPart[] {
  const first = densest(places);
  const start = first?.from ?? 0;
  const from = start <= before ? 0 : wordStart(text, start - before, start);
  const to = text.length <= from + length ? text.length : wordEnd(text, from + length, first);
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

/** The first of those places that fit on one line together in the greatest number. */
function densest(places: readonly Place[]): Place | undefined {
  const together = (first: Place) =>
    places.filter(({ from, to }) => from >= first.from && to <= first.from + length - before)
      .length;
  return places.reduce<Place | undefined>(
    (best, place) => (best && together(best) >= together(place) ? best : place),
    undefined,
  );
}

function wordStart(text: string, at: number, latest: number): number {
  const gap = text.indexOf(' ', at);
  return gap < 0 || gap + 1 > latest ? at : gap + 1;
}

/** The first thing found is shown whole, however long it is. */
function wordEnd(text: string, at: number, first: Place | undefined): number {
  const least = first?.to ?? 0;
  const gap = text.lastIndexOf(' ', at);
  return Math.max(least, gap > 0 ? gap : at);
}
