import type { Section } from './parse';
import { findAmong, findIn, type Wanted } from './matches';
import { readQuery } from './query';
import { snippetOf, type SnippetPart } from './snippet';
import { foldedWords, stemOf, wordsOf } from './words';

/** A passage of a text of the user's own that holds what was looked for. */
export interface TextHit {
  section: string;
  /** The title of the section. */
  title: string;
  passage: string;
  snippet: SnippetPart[];
}

export interface TextFound {
  /** In the order of the text, at most `mostHits`. */
  hits: TextHit[];
  /** How many there are in all. */
  count: number;
  /** False when no section has all the words, so that passages with some of them are shown. */
  hasAll: boolean;
  wanted: Wanted;
}

type Searched = Pick<Section, 'id' | 'title' | 'passages'>;

/** More of one text would push away what other texts hold; the search can be narrowed. */
export const mostHits = 60;
/** A list of words that is longer than this is a text, and not a search. */
const mostWords = 12;

/**
 * The words of one text, for searches with every key: what begins so, is another form of it, or else is spelt
 * nearly so. Made once per text; five megabytes take about a second, so that a worker does it.
 */
export class TextIndex {
  #passages: { section: number; passage: string; text: string }[] = [];
  #byWord = new Map<string, number[]>();
  #byStem = new Map<string, string[]>();

  constructor(private readonly sections: readonly Searched[]) {
    for (const [section, { passages }] of sections.entries()) {
      for (const one of passages) this.#add({ section, ...one });
    }
  }

  find(typed: string): TextFound {
    const query = readQuery(typed);
    const typedWords = query.words.slice(0, mostWords);
    const open = query.isLastOpen ? query.words.at(-1) : undefined;
    const words = typedWords.map((word) => ({
      terms: new Set(this.#meant(word, word === open)),
      rows: [],
    }));
    const phrases = query.phrases.slice(0, mostWords).map((some, at) => ({
      words: some,
      isOpen: query.isLastOpen && open === undefined && at === query.phrases.length - 1,
    }));
    const wanted: Wanted = { words, phrases };
    if (words.length + phrases.length === 0) return { hits: [], count: 0, hasAll: true, wanted };

    const inPassage = this.#counts(wanted);
    const inSection = new Map<number, Set<number>>();
    for (const [at, found] of inPassage) {
      const section = this.#passages[at]?.section ?? 0;
      const there = inSection.get(section) ?? new Set();
      for (const one of found) there.add(one);
      inSection.set(section, there);
    }
    const all = words.length + phrases.length;
    const hasAll = inSection.size === 0 || [...inSection.values()].some(({ size }) => size === all);
    const most = hasAll
      ? all
      : [...inSection.values()].reduce((m, { size }) => Math.max(m, size), 0);
    const best = new Map<number, number>();
    for (const [at, found] of inPassage) {
      const section = this.#passages[at]?.section ?? 0;
      best.set(section, Math.max(best.get(section) ?? 0, found.size));
    }
    const kept = [...inPassage.entries()]
      .filter(([at, found]) => {
        const section = this.#passages[at]?.section ?? 0;
        return inSection.get(section)?.size === most && best.get(section) === found.size;
      })
      .map(([at]) => at)
      .sort((one, other) => one - other);
    const hits = kept.slice(0, mostHits).flatMap((at) => this.#hit(at, wanted));
    return { hits, count: kept.length, hasAll, wanted };
  }

  #add(one: { section: number; passage: string; text: string }): void {
    const at = this.#passages.push(one) - 1;
    for (const word of foldedWords(one.text)) {
      const known = this.#byWord.get(word);
      if (!known) {
        this.#byWord.set(word, [at]);
        const stem = stemOf(word);
        const forms = this.#byStem.get(stem);
        if (forms) forms.push(word);
        else this.#byStem.set(stem, [word]);
      } else if (known.at(-1) !== at) known.push(at);
    }
  }

  #meant(word: string, isOpen: boolean): string[] {
    const isNumber = /^\d/.test(word);
    const forms = this.#byStem.get(stemOf(word)) ?? [];
    const begun =
      isOpen || (word.length > 2 && !isNumber)
        ? [...this.#byWord.keys()].filter((one) => one.startsWith(word))
        : this.#byWord.has(word)
          ? [word]
          : [];
    const own = [...forms, ...begun];
    if (own.length > 0 || isNumber) return own;
    for (const most of [1, 2]) {
      if (word.length < 3 + most) break;
      const near = [...this.#byWord.keys()].filter((one) => isNear(one, word, most));
      if (near.length > 0) return near;
    }
    return [];
  }

  /** By passage, which of the wanted words and phrases it holds; none of a passage without the phrases. */
  #counts({ words, phrases }: Wanted): Map<number, Set<number>> {
    const found = new Map<number, Set<number>>();
    const note = (at: number, nth: number) => {
      const there = found.get(at);
      if (there) there.add(nth);
      else found.set(at, new Set([nth]));
    };
    for (const [nth, { terms }] of words.entries()) {
      for (const term of terms) for (const at of this.#byWord.get(term) ?? []) note(at, nth);
    }
    for (const [nth, phrase] of phrases.entries()) {
      const [first = ''] = phrase.words;
      const isOne = phrase.isOpen && phrase.words.length === 1;
      const starts = isOne ? this.#meant(first, true) : [first];
      for (const at of new Set(starts.flatMap((word) => this.#byWord.get(word) ?? []))) {
        const text = this.#passages[at]?.text ?? '';
        const { count } = findAmong(wordsOf(text), { words: [], phrases: [phrase] });
        if (count > 0) note(at, words.length + nth);
      }
    }
    if (phrases.length === 0) return found;
    const has = (some: Set<number>) => phrases.every((_, nth) => some.has(words.length + nth));
    return new Map([...found].filter(([, some]) => has(some)));
  }

  #hit(at: number, wanted: Wanted): TextHit[] {
    const one = this.#passages[at];
    const section = one && this.sections[one.section];
    if (!one || !section) return [];
    const { places } = findIn(one.text, wanted);
    const snippet = snippetOf(one.text, places);
    return [{ section: section.id, title: section.title, passage: one.passage, snippet }];
  }
}

/** Whether at most so many letters have to be put in, taken out, changed or changed about. */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      cost = Math.min(cost, (row[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return false;
    before = row;
    row = next;
  }
  return (row.at(-1) ?? 0) <= most;
}
