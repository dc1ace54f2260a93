import { readPlace, type Anchor, type FoundPlace } from './anchor-read';
import { wordIndex, type WordIndex } from './anchor-search';
import {
  contextLength,
  joinedText,
  wholeEnd,
  wholeStart,
  type JoinedText,
  type TextSection,
} from './anchor-text';

export { leastSimilarity, type Anchor, type FoundPlace } from './anchor-read';
export type { TextSection } from './anchor-text';

export type Found = FoundPlace | { kind: 'orphan' };

/** With less context than this, the same words with the same context may still be others. */
const leastVerbatim = 32;

/** The anchor of the text from `start` to `end`, widened where it would cut a surrogate pair. */
export function anchorOf(section: TextSection, start: number, end: number): Anchor {
  const { id, text } = section;
  const within = (offset: number) => Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  const from = wholeStart(text, within(Math.min(start, end)));
  const to = wholeEnd(text, within(Math.max(start, end)));
  return {
    section: id,
    start: from,
    quote: text.slice(from, to),
    before: text.slice(wholeEnd(text, Math.max(0, from - contextLength)), from),
    after: text.slice(to, wholeStart(text, Math.min(text.length, to + contextLength))),
  };
}

/** One anchor's place; see `anchorFinder`. */
export function findAnchor(sections: readonly TextSection[], anchor: Anchor): Found {
  return anchorFinder(sections)(anchor);
}

/**
 * Where anchors stand in these sections, in this order: the same words with the same context, first at the
 * old offset; else the cheapest reading of context and quote together (see `align`), if 70 % of the quote
 * and enough of the context are left and nothing says that the quote was taken out; else the same words
 * alone, where they are long and stand only once. All else is an orphan: words that are merely alike are
 * another passage. A quote that a new section cuts in two is marked in its longer part. Never throws.
 *
 * The text is prepared once, at the first anchor that needs it: keep the function for all anchors of a text.
 */
export function anchorFinder(sections: readonly TextSection[]): (anchor: Anchor) => Found {
  const byId = new Map(sections.map((section) => [section.id, section]));
  let prepared: { joined: JoinedText; index: WordIndex } | null = null;
  return (anchor) => {
    if (anchor.quote === '') return { kind: 'orphan' };
    const verbatim = verbatimPlace(sections, byId.get(anchor.section), anchor);
    if (verbatim) return verbatim;
    if (!prepared) {
      const joined = joinedText(sections);
      prepared = { joined, index: wordIndex(joined.text) };
    }
    return readPlace(prepared.joined, prepared.index, anchor) ?? { kind: 'orphan' };
  };
}

/** The quote with its whole context, word for word: at its place, else nearest to it, else elsewhere. */
function verbatimPlace(
  sections: readonly TextSection[],
  own: TextSection | undefined,
  { start, quote, before, after }: Anchor,
): Found | null {
  const whole = before + quote + after;
  if (own && start >= before.length && own.text.startsWith(whole, start - before.length)) {
    return exactRange(own, start, quote);
  }
  if (before.length + after.length < leastVerbatim) return null;
  const nearest = (section: TextSection) => {
    let best: number | null = null;
    for (
      let at = section.text.indexOf(whole);
      at !== -1;
      at = section.text.indexOf(whole, at + 1)
    ) {
      const place = at + before.length;
      if (best === null || Math.abs(place - start) < Math.abs(best - start)) best = place;
    }
    return best;
  };
  for (const section of own ? [own, ...sections] : sections) {
    const place = nearest(section);
    if (place !== null) return exactRange(section, place, quote);
  }
  return null;
}

function exactRange({ id, text }: TextSection, start: number, quote: string): FoundPlace {
  const end = wholeEnd(text, start + quote.length);
  return { kind: 'exact', section: id, start: wholeStart(text, start), end, similarity: 1 };
}
