import MiniSearch from 'minisearch';
import type { Guide } from './guide';
import { findAmong, type Wanted } from './matches';
import { hasRow, Passages, type Passage } from './passages';
import { readQuery, type Query } from './query';
import { rank, type Asked } from './rank';
import type { Term } from './schema';
import { snippetOf, type SnippetPart } from './snippet';
import { OtherWords } from './synonyms';
import { isFiller, stemOf, wordsOf } from './words';

/** A passage that holds what was looked for. */
export interface Hit {
  chapter: string;
  section: string;
  /** Key of the passage, or of the correction. */
  passage: string;
  /** Counted from 1 through all hits. */
  number: number;
  isCorrection: boolean;
  snippet: SnippetPart[];
}

export interface Found {
  /** The section that fits best first, and of each section its passages as they are read. */
  hits: Hit[];
  /** Of the glossary, those whose name was typed. */
  terms: readonly Term[];
  /** False when no section has all the words, so that those with some of them are shown. */
  hasAll: boolean;
  /** What the hits were found by; `findIn` finds the same places in the text on the screen. */
  wanted: Wanted;
}

export interface GuideSearch {
  find(typed: string): Found;
}

interface Doc {
  id: string;
  title: string;
  chapter: string;
  text: string;
}

const nothing: Found = { hits: [], terms: [], hasAll: true, wanted: { words: [], phrases: [] } };

/** Makes the index of the whole guide, corrections included: once, in some 50 ms for ten chapters. */
export function searchOf(guide: Guide): GuideSearch {
  const index = new MiniSearch<Doc>({
    fields: ['title', 'chapter', 'text'],
    tokenize: (text) => wordsOf(text).map(({ word }) => word),
    processTerm: (word) => word,
    searchOptions: { boost: { title: 4, chapter: 0.5 } },
  });
  const passages = new Passages(guide);
  for (const chapter of guide.chapters) {
    for (const { id, title } of chapter.sections) {
      const text = (passages.bySection.get(id) ?? []).map((one) => one.text).join('\n');
      index.add({ id, title, chapter: chapter.title, text });
    }
  }
  const scores = new Scores(index);
  const others = new OtherWords(guide);
  return { find: (typed) => findAll({ guide, passages, scores, others }, readQuery(typed)) };
}

interface Searched {
  guide: Guide;
  passages: Passages;
  scores: Scores;
  others: OtherWords;
}

/** How well sections fit a word of the guide, asked of the index once. */
class Scores {
  #known = new Map<string, ReadonlyMap<string, number>>();

  constructor(readonly index: MiniSearch<Doc>) {}

  of(word: string): ReadonlyMap<string, number> {
    const known = this.#known.get(word) ?? this.#ask(word);
    this.#known.set(word, known);
    return known;
  }

  #ask(word: string): ReadonlyMap<string, number> {
    return new Map(this.index.search(word).map(({ id, score }) => [String(id), score]));
  }

  /** Words of the guide that begin so, or are spelt nearly so. */
  near(word: string, how: { prefix?: boolean; fuzzy?: number }): string[] {
    return [...new Set(this.index.search(word, how).flatMap(({ terms }) => terms))];
  }
}

function findAll(searched: Searched, query: Query): Found {
  if (query.words.length + query.phrases.length === 0) return nothing;
  const open = query.isLastOpen ? query.words.at(-1) : undefined;
  const phrases = query.phrases.map((words, at) => ({
    words,
    isOpen: query.isLastOpen && open === undefined && at === query.phrases.length - 1,
  }));
  const others = searched.others.of(query.typed);
  const asked = query.words.map((word) => askedFor(searched, word, word === open, others));
  const wanted = {
    words: asked.map(({ own, rows }) => {
      const alone = rows.filter((row) => row.length === 1).flatMap((row) => formsOf(searched, row));
      return { terms: new Set([...own, ...alone]), rows: rows.filter((row) => row.length > 1) };
    }),
    phrases,
  };
  const ranked = rank(searched, query, asked, wanted);
  const hits = hitsIn(searched, ranked.sections, wanted);
  return { hits, terms: termsNamed(searched.guide, query), hasAll: ranked.hasAll, wanted };
}

/** More would push away what the guide says itself. */
const mostTerms = 2;

/** Terms of which a name stands among a few typed words, or begins with them, the shortest first. */
function termsNamed({ glossary }: Guide, { typed, words, isLastOpen }: Query): Term[] {
  const stems = typed.map(stemOf);
  const start = typed.join(' ');
  const isNamed = (name: string) => {
    const own = wordsOf(name).map(({ word }) => word);
    const isBegun = isLastOpen && start.length > 2 && own.join(' ').startsWith(start);
    return isBegun || (words.length <= own.length && hasRow(stems, own.map(stemOf)));
  };
  return glossary
    .filter(({ term, also }) => [term, ...also].some(isNamed))
    .sort((one, other) => one.term.length - other.term.length)
    .slice(0, mostTerms);
}

const formsOf = ({ passages }: Searched, [stem]: readonly string[]) => [
  ...(passages.forms.get(stem ?? '') ?? []),
];

/** The words of the guide that a typed one may mean: its forms and what begins so, else the next in spelling. */
function askedFor(
  searched: Searched,
  word: string,
  isOpen: boolean,
  others: ReturnType<OtherWords['of']>,
): Asked {
  const { scores, passages } = searched;
  const isNumber = /^\d/.test(word);
  const other = others.get(word) ?? { rows: [], share: 1 };
  const rows = other.rows.filter((row) => row.some((stem) => !isFiller(stem)));
  const forms = passages.forms.get(stemOf(word)) ?? [];
  const isBegun = isOpen || (word.length > 2 && !isNumber);
  let own = [...forms, ...scores.near(word, { prefix: isBegun })];
  for (const fuzzy of isNumber || rows.length > 0 ? [] : [1, 2]) {
    if (own.length > 0 || word.length < 3 + fuzzy) break;
    own = scores.near(word, { fuzzy });
  }
  return { word, own: new Set(own), rows, share: other.share };
}

function hitsIn({ guide, passages }: Searched, sections: readonly string[], wanted: Wanted): Hit[] {
  let number = 0;
  return sections.flatMap((section) => {
    const chapter = guide.chapterOf(section)?.id ?? '';
    return fitting(passages.bySection.get(section) ?? [], wanted).map(
      ({ passage, text, places, isCorrection }): Hit => {
        number += 1;
        const snippet = snippetOf(text, places);
        return { chapter, section, passage, number, isCorrection, snippet };
      },
    );
  });
}

/** Of a section, the passages that hold the most of what is wanted. */
function fitting(passages: readonly Passage[], wanted: Wanted) {
  const found = passages
    .map((one) => ({ ...one, ...findAmong(one.words, wanted) }))
    .filter(({ count }) => count > 0);
  const most = Math.max(...found.map(({ count }) => count));
  return found.filter(({ count }) => count === most);
}
