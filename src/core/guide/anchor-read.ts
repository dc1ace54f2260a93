import { align, type Pattern, type Reading } from './anchor-align';
import { exactPlaces, regionsFor, type WordIndex } from './anchor-search';
import {
  contextLength,
  edgeMark,
  fold,
  foldedOffset,
  rangeIn,
  sectionIndexAt,
  type JoinedText,
  type TextRange,
} from './anchor-text';

/** A marked passage by its words, what stands around them, and where they stood. */
export interface Anchor {
  section: string;
  /** Offset in the section's text, in UTF-16 units. */
  start: number;
  quote: string;
  /** Up to 64 units of the same section before the quote; fewer where the section begins. */
  before: string;
  after: string;
}

export interface FoundPlace extends TextRange {
  kind: 'exact' | 'approximate';
  /**
   * The share of the quote that is still there, in order. Words that came in between do not lower it: the
   * measure is what is left. 1 for a quote that was only added to, or is cut in two by a new section.
   */
  similarity: number;
}

/** How much of a quote must be left. */
export const leastSimilarity = 0.7;
/** Longer quotes are found word for word only: an alignment grows with the square. */
const longestAligned = 4000;
const mostAlignments = 4;
/** A run of this length is found by chance in no two sentences made alike. */
const unmistakableRun = 96;
/** A quote of this length says enough by itself where it stands word for word, and only once. */
const tellingQuote = 32;
/** Below this a quote is found by its context alone. */
const shortQuote = 12;
/** How far a passage may have been pushed when its place is all that speaks for it. */
const nearby = 64;
/** With less context than this the section itself is the context. */
const leastContext = 40;
/** In another section much of the context must have come along. */
const leastContextElsewhere = 64;
/** A side of this length is missed when less than `leastSide` of it is left. */
const missedSide = 24;
const leastSide = 12;
/** Shares of the whole context. */
const leastShare = 0.3;
const nearlyAll = 0.9;
const almostAll = 0.95;
/** Edits that one passage has between two looks; more of them make two sentences out of one. */
const mostEdits = 3;
const mostEditsElsewhere = 2;
const unitsPerFurtherEdit = 150;
/** For a text in which one word was exchanged everywhere. */
const furtherSmallEdits = 3;
/** To stand in another section is an edit more, and so is to be taken out: see `editCost`. */
const elsewhereCost = 16;
const takenOutCost = 16;

interface Placed extends Reading {
  section: number;
  total: number;
  away: number;
}

interface Search {
  joined: JoinedText;
  index: WordIndex;
  /** The section of the anchor, or -1, and where the quote would begin if nothing had changed. */
  own: number;
  expected: number | null;
}

/** The quote where it can be read in the joined text, or null if it is gone: see `anchorFinder`. */
export function readPlace(joined: JoinedText, index: WordIndex, anchor: Anchor): FoundPlace | null {
  const pattern = patternOf(anchor);
  const quote = pattern.text.slice(pattern.quoteStart, pattern.quoteEnd);
  if (quote.trim() === '') return null;
  const own = joined.sections.findIndex(({ id }) => id === anchor.section);
  const home = joined.folded[own];
  const expected = home ? (joined.starts[own] ?? 0) + foldedOffset(home, anchor.start) : null;
  const search = { joined, index, own, expected };
  const exact = exactPlaces(joined.text, quote, expected);
  const best = quote.length > longestAligned ? null : bestReading(search, pattern, exact, Infinity);
  const isFound = best !== null && isSame(best, pattern, best.section === own);
  if (!isFound && exact.length === 0) return null;
  const isGone = isTakenOut(search, pattern, best);
  if (isFound && !isGone) {
    return foundAt(joined, best.start, best.end, quote, best.kept / quote.length);
  }
  if (best && !isGone && isChanged(best, pattern)) return null;
  const place = placeOfWords(search, exact, quote, isGone);
  return place === null ? null : foundAt(joined, place, place + quote.length, quote, 1);
}

/** Where the context ends with the section, that edge is part of it. */
function patternOf({ start, before, quote, after }: Anchor): Pattern {
  const folded = fold(before + quote + after);
  const head = start <= before.length ? edgeMark : '';
  const tail = after.length < contextLength - 1 ? edgeMark : '';
  return {
    text: head + folded.text + tail,
    quoteStart: head.length + foldedOffset(folded, before.length),
    quoteEnd: head.length + foldedOffset(folded, before.length + quote.length),
  };
}

/** The cheapest reading below the limit; of equal ones the nearest to the old place. */
function bestReading(
  search: Search,
  pattern: Pattern,
  exact: readonly number[],
  limit: number,
): Placed | null {
  const { joined, index, own, expected } = search;
  let best: Placed | null = null;
  for (const region of regionsFor(index, pattern, expected, exact, mostAlignments)) {
    const reading = align(pattern, joined.text, region, best ? best.total + 1 : limit);
    if (!reading) continue;
    const place = reading.kept > 0 ? reading.start : (region.from + region.to) >> 1;
    const section = sectionIndexAt(joined, place);
    const total = reading.cost + (section === own ? 0 : elsewhereCost);
    const away = Math.abs(place - (expected ?? 0));
    if (!best || total < best.total || (total === best.total && away < best.away)) {
      best = { ...reading, section, total, away };
    }
  }
  return best;
}

/**
 * Whether the contexts have closed over the quote, and reading them so is cheaper than any reading with it.
 * Then a sentence nearby that is like the quote is another.
 */
function isTakenOut(search: Search, pattern: Pattern, best: Placed | null): boolean {
  const { text, quoteStart, quoteEnd } = pattern;
  const head = text.slice(0, quoteStart).trimEnd();
  const rest = text.slice(quoteEnd);
  const tail = head === '' ? rest.trimStart() : rest;
  if (head.length + tail.length < missedSide) return false;
  if (best && best.longestRun >= unmistakableRun) return false;
  const closed = { text: head + tail, quoteStart: head.length, quoteEnd: head.length };
  const gap = bestReading(search, closed, [], (best?.total ?? Infinity) - takenOutCost);
  if (!gap || gap.between > (quoteEnd - quoteStart) / 2) return false;
  return gap.before >= head.length / 2 && gap.after >= tail.length / 2;
}

/** Whether what was found is the quote, and not one that is merely like it. */
function isSame(reading: Reading, pattern: Pattern, isAtHome: boolean): boolean {
  const length = pattern.quoteEnd - pattern.quoteStart;
  const sides = [
    { kept: reading.before, length: pattern.quoteStart },
    { kept: reading.after, length: pattern.text.length - pattern.quoteEnd },
  ];
  const context = pattern.text.length - length;
  const kept = reading.before + reading.after;
  const isTouchedUp = reading.kept >= length * nearlyAll && kept >= context * nearlyAll;
  const edits = isAtHome ? mostEdits + (isTouchedUp ? furtherSmallEdits : 0) : mostEditsElsewhere;
  if (reading.kept < leastSimilarity * length) return false;
  if (reading.edits > edits + length / unitsPerFurtherEdit) return false;
  if (reading.longestRun >= unmistakableRun) return true;
  if (context < leastContext) {
    const isTelling = reading.longestRun >= tellingQuote || reading.kept === length;
    return isAtHome && length >= shortQuote && (isTelling || kept === context);
  }
  if (isAtHome && kept >= context * almostAll) return true;
  const isWordForWord = reading.kept === length && reading.end - reading.start === length;
  const isLong = (side: { length: number }) => side.length >= missedSide;
  if (isWordForWord && sides.some((one) => isLong(one) && one.kept >= one.length * almostAll))
    return true;
  return (
    sides.every((one) => !isLong(one) || one.kept >= leastSide) && kept >= context * leastShare
  );
}

/** Whether the passage is still in its context, but too much of it is another's words now. */
function isChanged(reading: Reading, { text, quoteStart, quoteEnd }: Pattern): boolean {
  const length = quoteEnd - quoteStart;
  const context = text.length - length;
  const kept = reading.before + reading.after;
  return reading.kept >= length / 2 && context >= leastContext && kept >= context / 2;
}

/** The place of the same words without their context, if they are long or have hardly moved. */
function placeOfWords(
  { joined, own, expected }: Search,
  exact: readonly number[],
  quote: string,
  isGone: boolean,
): number | null {
  const [only] = exact;
  if (only === undefined || quote.length < shortQuote) return null;
  if (exact.length === 1 && quote.length >= tellingQuote) return only;
  if (expected === null || isGone) return null;
  const away = (place: number) => Math.abs(place - expected);
  const [nearest] = exact
    .filter((place) => sectionIndexAt(joined, place) === own)
    .sort((one, other) => away(one) - away(other));
  if (nearest === undefined) return null;
  return quote.length >= tellingQuote || away(nearest) <= nearby ? nearest : null;
}

function foundAt(
  joined: JoinedText,
  start: number,
  end: number,
  quote: string,
  similarity: number,
): FoundPlace | null {
  const range = rangeIn(joined, start, end);
  if (!range) return null;
  const isWhole = sectionIndexAt(joined, start) === sectionIndexAt(joined, end - 1);
  const isExact = isWhole && joined.text.slice(start, end) === quote;
  return { kind: isExact ? 'exact' : 'approximate', ...range, similarity };
}
