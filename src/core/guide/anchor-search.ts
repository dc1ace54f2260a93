import type { Pattern, Region } from './anchor-align';
import { isWordUnit } from './anchor-text';

/** Where the beginnings of words lie, by what follows them. */
export interface WordIndex {
  text: string;
  positions: Int32Array;
  heads: Int32Array;
  next: Int32Array;
}

const seedLength = 10;
const mostSeeds = 64;
const mostHitsPerSeed = 32;
const mostWalked = 1000;
const mostExact = 24;
/** Room for an insertion of 40 units and more on each side of what was found. */
const room = 64;
const roomAtOldPlace = 160;
const firstUnitWithoutSpaces = 0x2e80;
/** A region needs one in so many of the pattern's seeds; what has fewer cannot be read as the pattern. */
const seedsPerVote = 8;
const noPlace = -1;

/** One pass over the text; 5 MB take about 0.1 s, once for all anchors. */
export function wordIndex(text: string): WordIndex {
  let count = 0;
  for (let at = 0; at + seedLength <= text.length; at += 1) if (isSeedStart(text, at)) count += 1;
  let buckets = 256;
  while (buckets < count) buckets *= 2;
  const positions = new Int32Array(count);
  const heads = new Int32Array(buckets).fill(noPlace);
  const next = new Int32Array(count);
  let entry = 0;
  for (let at = 0; at + seedLength <= text.length; at += 1) {
    if (!isSeedStart(text, at)) continue;
    const bucket = hashAt(text, at) & (buckets - 1);
    positions[entry] = at;
    next[entry] = heads[bucket] ?? noPlace;
    heads[bucket] = entry;
    entry += 1;
  }
  return { text, positions, heads, next };
}

/**
 * The regions worth aligning, the most promising first: the old place, and where many beginnings of words
 * of the pattern stand in about its order, or the quote itself stands. At most `limit`.
 */
export function regionsFor(
  index: WordIndex,
  pattern: Pattern,
  expected: number | null,
  exact: readonly number[],
  limit: number,
): Region[] {
  const { text, quoteStart, quoteEnd } = pattern;
  const span = 2 * room + ((quoteEnd - quoteStart) >> 1);
  const { hits, seeds } = seedHits(index, text, expected === null ? null : expected - quoteStart);
  const leastVotes = seeds / seedsPerVote;
  // What stands there word for word is worth a look, however short it is.
  for (const place of exact) {
    for (let vote = 0; vote < Math.max(1, leastVotes); vote += 1) hits.push(place - quoteStart);
  }
  hits.sort((one, other) => one - other);
  const windows: { first: number; last: number; votes: number; away: number }[] = [];
  for (let low = 0, high = 0; low < hits.length; low += 1) {
    while (high < hits.length && (hits[high] ?? 0) <= (hits[low] ?? 0) + span) high += 1;
    const first = hits[low] ?? 0;
    const last = hits[high - 1] ?? first;
    const away = expected === null ? first : Math.abs(first + quoteStart - expected);
    windows.push({ first, last, votes: high - low, away });
  }
  windows.sort((one, other) => other.votes - one.votes || one.away - other.away);
  const chosen: Region[] = [];
  const add = (from: number, to: number) => {
    const region = { from: Math.max(0, from), to: Math.min(index.text.length, to) };
    const isKnown = chosen.some((one) => one.from <= region.from && one.to >= region.to);
    if (region.from < region.to && !isKnown) chosen.push(region);
  };
  if (expected !== null) {
    const from = expected - quoteStart;
    add(from - roomAtOldPlace, from + text.length + roomAtOldPlace);
  }
  const taken: { first: number; last: number }[] = [];
  for (const { first, last, votes } of windows) {
    if (chosen.length >= limit || votes < leastVotes) break;
    if (taken.some((one) => first <= one.last && last >= one.first)) continue;
    taken.push({ first, last });
    add(first - room, last + text.length + room);
  }
  return chosen;
}

/** Where the quote stands word for word: the nearest on both sides of the expected place. */
export function exactPlaces(text: string, quote: string, expected: number | null): number[] {
  const found: number[] = [];
  const middle = Math.min(expected ?? 0, text.length);
  let at = text.indexOf(quote, middle);
  for (let count = 0; at !== -1 && count < mostExact; count += 1) {
    found.push(at);
    at = text.indexOf(quote, at + 1);
  }
  at = middle > 0 ? text.lastIndexOf(quote, middle - 1) : -1;
  for (let count = 0; at !== -1 && count < mostExact; count += 1) {
    found.push(at);
    at = at > 0 ? text.lastIndexOf(quote, at - 1) : -1;
  }
  return found;
}

/** Where the pattern would begin in the text, once for each place where one of its words begins alike. */
function seedHits(
  index: WordIndex,
  pattern: string,
  expected: number | null,
): { hits: number[]; seeds: number } {
  const seeds: number[] = [];
  for (let at = 0; at + seedLength <= pattern.length; at += 1) {
    if (isSeedStart(pattern, at)) seeds.push(at);
  }
  const hits: number[] = [];
  const stride = Math.max(1, seeds.length / mostSeeds);
  for (let step = 0; step < seeds.length; step += stride) {
    const at = seeds[Math.floor(step)] ?? 0;
    const seed = pattern.slice(at, at + seedLength);
    const own: number[] = [];
    let entry = index.heads[hashAt(pattern, at) & (index.heads.length - 1)] ?? noPlace;
    for (let walked = 0; entry !== noPlace && walked < mostWalked; walked += 1) {
      const place = index.positions[entry] ?? 0;
      if (index.text.startsWith(seed, place)) own.push(place - at);
      entry = index.next[entry] ?? noPlace;
    }
    if (own.length > mostHitsPerSeed) {
      own.sort((one, other) => away(one, expected) - away(other, expected));
      own.length = mostHitsPerSeed;
    }
    hits.push(...own);
  }
  return { hits, seeds: Math.min(seeds.length, mostSeeds) };
}

function away(place: number, expected: number | null): number {
  return expected === null ? place : Math.abs(place - expected);
}

/** Scripts without spaces have a beginning at every unit. */
function isSeedStart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isWordUnit(unit)) return false;
  return unit >= firstUnitWithoutSpaces || at === 0 || !isWordUnit(text.charCodeAt(at - 1));
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < seedLength; offset += 1) {
    hash = Math.imul(hash, 31) + text.charCodeAt(at + offset);
  }
  return hash ^ (hash >>> 15);
}
