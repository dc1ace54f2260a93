import type { Guide } from './guide';
import { isFiller, stemOf, wordsOf } from './words';

/** Other words for what was typed, each as the stems of its words in a row. */
export type Row = readonly string[];

/** No name for anything is longer, in words. */
const longest = 6;

const stemsOf = (text: string): Row => wordsOf(text).map(({ word }) => stemOf(word));

/** What the typed words may be called otherwise: the house's own list and the names of the glossary. */
export class OtherWords {
  #groups = new Map<string, Row[]>();

  constructor({ synonyms, glossary }: Guide) {
    const named = glossary.map(({ term, also }) => [term, ...also]);
    for (const group of [...synonyms, ...named]) {
      const rows = group.map(stemsOf);
      for (const row of rows) {
        const key = row.join(' ');
        const others = rows.filter((other) => other !== row && other.join(' ') !== key);
        this.#groups.set(key, [...(this.#groups.get(key) ?? []), ...others]);
      }
    }
  }

  /**
   * For each of the typed words that is looked for, the other names of what it is a part of. The longest
   * name counts: “work from home” is one thing, and no kind of work.
   */
  of(typed: readonly string[]): Map<string, { rows: Row[]; share: number }> {
    const found = new Map<string, { rows: Row[]; share: number }>();
    const stems = typed.map(stemOf);
    for (let at = 0; at < typed.length;) {
      const length = this.#lengthAt(stems, at);
      const rows = this.#groups.get(stems.slice(at, at + length).join(' ')) ?? [];
      const words = typed.slice(at, at + Math.max(1, length)).filter((word) => !isFiller(word));
      // Each word of a name has a part of what its other names are worth.
      for (const word of words) found.set(word, { rows, share: 1 / words.length });
      at += Math.max(1, length);
    }
    return found;
  }

  #lengthAt(stems: readonly string[], at: number): number {
    for (let length = Math.min(longest, stems.length - at); length > 0; length -= 1) {
      if (this.#groups.has(stems.slice(at, at + length).join(' '))) return length;
    }
    return 0;
  }
}
