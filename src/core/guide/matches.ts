import { stemOf, wordsOf, type Word } from './words';

/** What one typed word may stand for in the text. */
export interface Sense {
  /** Its own forms, and other words for it. */
  terms: ReadonlySet<string>;
  /** Other words for it that are several in a row, as stems. */
  rows: readonly (readonly string[])[];
}

/** What is looked for in a text: for each typed word what it may mean, and phrases. */
export interface Wanted {
  words: Sense[];
  phrases: { words: string[]; isOpen: boolean }[];
}

/** A stretch of text, from its first character to before `to`. */
export interface Place {
  from: number;
  to: number;
}

/**
 * Where the text holds what is wanted, in order, and how many of the wanted words and phrases it holds. A
 * text that lacks one of the phrases holds nothing.
 */
export function findIn(text: string, wanted: Wanted): { places: Place[]; count: number } {
  return findAmong(wordsOf(text), wanted);
}

/** The same for a text whose words are known. */
export function findAmong(
  inText: Word[],
  { words, phrases }: Wanted,
): { places: Place[]; count: number } {
  const inPhrases = phrases.map((phrase) => phraseIn(inText, phrase));
  if (inPhrases.some((places) => places.length === 0)) return { places: [], count: 0 };
  const byWord = words.map(({ terms, rows }) => [
    ...inText.filter(({ word }) => terms.has(word)),
    ...rows.flatMap((row) => rowIn(inText, row)),
  ]);
  const places = [...inPhrases, ...byWord]
    .flat()
    .map(({ from, to }) => ({ from, to }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const count = inPhrases.length + byWord.filter((found) => found.length > 0).length;
  return { places: apart(places), count };
}

function phraseIn(inText: Word[], { words, isOpen }: Wanted['phrases'][number]): Place[] {
  const last = words.length - 1;
  const fits = (at: number) =>
    words.every((word, nth) => {
      const there = inText[at + nth]?.word;
      return isOpen && nth === last ? there?.startsWith(word) : there === word;
    });
  return inText.flatMap(({ from }, at) =>
    fits(at) ? [{ from, to: inText[at + last]?.to ?? from }] : [],
  );
}

/** Where the stems follow each other. */
function rowIn(inText: Word[], row: readonly string[]): Place[] {
  const start = (row[0] ?? '').slice(0, 3);
  return inText.flatMap(({ word, from }, at) =>
    word.startsWith(start) &&
    row.every((stem, nth) => stemOf(inText[at + nth]?.word ?? '') === stem)
      ? [{ from, to: inText[at + row.length - 1]?.to ?? from }]
      : [],
  );
}

/** Without those that lie in the one before, such as a word in a phrase. */
function apart(places: Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    if (place.from >= (kept.at(-1)?.to ?? 0)) kept.push(place);
  }
  return kept;
}
