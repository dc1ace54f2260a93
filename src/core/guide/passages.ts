import { correctionKey, correctionText, type Guide } from './guide';
import { stemOf, wordsOf, type Word } from './words';

/** A passage or correction with its words, which are looked at with every key. */
export interface Passage {
  section: string;
  passage: string;
  text: string;
  words: Word[];
  stems: string[];
  isCorrection: boolean;
}

/** All that can be found, by section and by word. */
export class Passages {
  readonly bySection = new Map<string, Passage[]>();
  /** Words of the guide by what their forms have in common. */
  readonly forms = new Map<string, Set<string>>();
  #byWord = new Map<string, Set<Passage>>();
  #rows = new Map<string, Set<Passage>>();

  constructor(guide: Guide) {
    for (const { sections } of guide.chapters) {
      for (const { id } of sections) {
        const passages = passagesOf(guide, id);
        this.bySection.set(id, passages);
        for (const one of passages) this.#add(one);
      }
    }
  }

  withWord(word: string): ReadonlySet<Passage> {
    return this.#byWord.get(word) ?? new Set();
  }

  /** Those that have the stems in a row. */
  withRow(row: readonly string[]): ReadonlySet<Passage> {
    const key = row.join(' ');
    const known = this.#rows.get(key);
    if (known) return known;
    const [rarest] = row
      .map((stem) => [...(this.forms.get(stem) ?? [])].flatMap((word) => [...this.withWord(word)]))
      .sort((one, other) => one.length - other.length);
    const found = new Set((rarest ?? []).filter(({ stems }) => hasRow(stems, row)));
    this.#rows.set(key, found);
    return found;
  }

  #add(passage: Passage): void {
    for (const [at, { word }] of passage.words.entries()) {
      const stem = passage.stems[at] ?? word;
      this.forms.set(stem, (this.forms.get(stem) ?? new Set()).add(word));
      this.#byWord.set(word, (this.#byWord.get(word) ?? new Set()).add(passage));
    }
  }
}

/** Whether these follow each other in the list. */
export function hasRow(list: readonly string[], row: readonly string[]): boolean {
  return list.some(
    (one, at) => one === row[0] && row.every((word, nth) => list[at + nth] === word),
  );
}

function passagesOf(guide: Guide, section: string): Passage[] {
  const ofText = guide.sectionOf(section)?.passages ?? [];
  const beside = guide.correctionsOf(section).map((correction) => ({
    passage: correctionKey(correction.id),
    text: correctionText(correction),
  }));
  return [...ofText, ...beside].map((one, at) => {
    const words = wordsOf(one.text);
    const stems = words.map(({ word }) => stemOf(word));
    return { ...one, section, words, stems, isCorrection: at >= ofText.length };
  });
}
