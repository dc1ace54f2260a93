import MiniSearch from 'minisearch';
import { correctionKey, correctionText, type Guide } from './guide';
import { findAmong, type Wanted } from './matches';
import { readQuery, type Query } from './query';
import { snippetOf, type SnippetPart } from './snippet';
import { wordsOf, type Word } from './words';

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
  hits: Hit[];
  /** False when no section has all the words, so that those with some of them are shown. */
  hasAll: boolean;
  /** What the hits were found by; `findIn` finds the same places in the text on the screen. */
  wanted: Wanted;
}

export interface GuideSearch {
  /** The passages that hold the words, chapter by chapter, the chapter that fits best first. */
  find(typed: string): Found;
}

interface Doc {
  id: string;
  title: string;
  chapter: string;
  text: string;
}

const nothing: Found = { hits: [], hasAll: true, wanted: { words: [], phrases: [] } };

/** A passage or correction with its words, which are looked at with every key. */
interface Passage {
  passage: string;
  text: string;
  words: Word[];
  isCorrection: boolean;
}

/** Makes the index of the whole guide, corrections included: once, in some 20 ms for five chapters. */
export function searchOf(guide: Guide): GuideSearch {
  const index = new MiniSearch<Doc>({
    fields: ['title', 'chapter', 'text'],
    tokenize: (text) => wordsOf(text).map(({ word }) => word),
    processTerm: (word) => word,
    searchOptions: { boost: { title: 4, chapter: 0.5 } },
  });
  const passages = new Map<string, Passage[]>();
  for (const chapter of guide.chapters) {
    for (const { id, title } of chapter.sections) {
      const all = passagesOf(guide, id);
      passages.set(id, all);
      const text = all.map((one) => one.text).join('\n');
      index.add({ id, title, chapter: chapter.title, text });
    }
  }
  return { find: (typed) => findAll(guide, passages, index, readQuery(typed)) };
}

function passagesOf(guide: Guide, section: string): Passage[] {
  const ofText = guide.sectionOf(section)?.passages ?? [];
  const beside = guide.correctionsOf(section).map((correction) => ({
    passage: correctionKey(correction.id),
    text: correctionText(correction),
  }));
  return [...ofText, ...beside].map((one, at) => ({
    ...one,
    words: wordsOf(one.text),
    isCorrection: at >= ofText.length,
  }));
}

/** What one typed word may mean, and the sections that have it by how well they fit. */
interface Meaning {
  terms: Set<string>;
  scores: Map<string, number>;
}

function findAll(
  guide: Guide,
  passages: ReadonlyMap<string, Passage[]>,
  index: MiniSearch<Doc>,
  query: Query,
): Found {
  if (query.words.length + query.phrases.length === 0) return nothing;
  const open = query.isLastOpen ? query.words.at(-1) : undefined;
  const meanings = query.words.map((word) => meaningOf(index, word, word === open));
  const phrases = query.phrases.map((words, at) => ({
    words,
    isOpen: query.isLastOpen && open === undefined && at === query.phrases.length - 1,
  }));
  const wanted = { words: meanings.map(({ terms }) => terms), phrases };
  // A phrase counts by its words here; whether they follow each other is asked of the passages.
  const scores = [
    ...meanings.map((meaning) => meaning.scores),
    ...phrases.flatMap(({ words, isOpen }) =>
      words.map(
        (word, at) => resultsFor(index, word, { prefix: isOpen && at === words.length - 1 }).scores,
      ),
    ),
  ];
  for (const hasAll of [true, false]) {
    const hits = hitsIn(guide, passages, join(scores, hasAll), wanted);
    if (hits.length > 0) return { hits, hasAll, wanted };
  }
  return { ...nothing, wanted };
}

/** The words of the guide that a typed one may mean: itself and its endings, else the next in spelling. */
function meaningOf(index: MiniSearch<Doc>, word: string, isOpen: boolean): Meaning {
  const isNumber = /^\d/.test(word);
  const asTyped = resultsFor(index, word, { prefix: isOpen || (word.length > 2 && !isNumber) });
  if (asTyped.terms.size > 0 || isNumber) return asTyped;
  for (const fuzzy of [1, 2]) {
    if (word.length < 3 + fuzzy) break;
    const near = resultsFor(index, word, { fuzzy });
    if (near.terms.size > 0) return near;
  }
  return asTyped;
}

function resultsFor(
  index: MiniSearch<Doc>,
  word: string,
  how: { prefix?: boolean; fuzzy?: number },
): Meaning {
  const results = index.search(word, how);
  return {
    terms: new Set(results.flatMap(({ terms }) => terms)),
    scores: new Map(results.map(({ id, score }) => [String(id), score])),
  };
}

/** Sections that are in all of them, or in any, with the sum of their scores. */
function join(scores: readonly Map<string, number>[], isInAll: boolean): Map<string, number> {
  const joined = new Map<string, number>();
  for (const id of new Set(scores.flatMap((one) => [...one.keys()]))) {
    if (isInAll && !scores.every((one) => one.has(id))) continue;
    joined.set(
      id,
      scores.reduce((sum, one) => sum + (one.get(id) ?? 0), 0),
    );
  }
  return joined;
}

function hitsIn(
  guide: Guide,
  passages: ReadonlyMap<string, Passage[]>,
  scores: Map<string, number>,
  wanted: Wanted,
): Hit[] {
  const best = (sections: readonly { id: string }[]) =>
    Math.max(0, ...sections.map(({ id }) => scores.get(id) ?? 0));
  const chapters = guide.chapters
    .map((chapter) => ({ chapter, score: best(chapter.sections) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  let number = 0;
  return chapters.flatMap(({ chapter }) =>
    chapter.sections
      .filter(({ id }) => scores.has(id))
      .flatMap(({ id }) =>
        fitting(passages.get(id) ?? [], wanted).map(
          ({ passage, text, places, isCorrection }): Hit => {
            const snippet = snippetOf(text, places);
            number += 1;
            return { chapter: chapter.id, section: id, passage, number, isCorrection, snippet };
          },
        ),
      ),
  );
}

/** Of a section, the passages that hold the most of what is wanted. */
function fitting(passages: readonly Passage[], wanted: Wanted) {
  const found = passages
    .map((one) => ({ ...one, ...findAmong(one.words, wanted) }))
    .filter(({ count }) => count > 0);
  const most = Math.max(...found.map(({ count }) => count));
  return found.filter(({ count }) => count === most);
}
