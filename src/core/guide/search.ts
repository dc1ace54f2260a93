import MiniSearch from 'minisearch';
import { correctionKey, correctionText, type Guide } from './guide';
import { findIn, type Wanted } from './matches';
import { readQuery, type Query } from './query';
import { snippetOf, type SnippetPart } from './snippet';
import { wordsOf } from './words';

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

/** Makes the index of the whole guide, corrections included: some 10 ms for five chapters. */
export function searchOf(guide: Guide): GuideSearch {
  const index = new MiniSearch<Doc>({
    fields: ['title', 'chapter', 'text'],
    tokenize: (text) => wordsOf(text).map(({ word }) => word),
    processTerm: (word) => word,
    searchOptions: { boost: { title: 4, chapter: 0.5 } },
  });
  index.addAll(
    guide.chapters.flatMap((chapter) =>
      chapter.sections.map(({ id, title, text }) => ({
        id,
        title,
        chapter: chapter.title,
        text: [text, ...guide.correctionsOf(id).map(correctionText)].join('\n'),
      })),
    ),
  );
  return { find: (typed) => findAll(guide, index, readQuery(typed)) };
}

function findAll(guide: Guide, index: MiniSearch<Doc>, query: Query): Found {
  if (query.words.length + query.phrases.length === 0) return nothing;
  const wanted = wantedBy(index, query);
  for (const combineWith of ['AND', 'OR'] as const) {
    const scores = scoresOf(index, wanted, combineWith);
    const hits = hitsIn(guide, scores, wanted);
    if (hits.length > 0) return { hits, hasAll: combineWith === 'AND', wanted };
  }
  return { ...nothing, wanted };
}

/** The words of the guide that each typed word may mean: itself and its endings, else the next in spelling. */
function wantedBy(index: MiniSearch<Doc>, { words, phrases, isLastOpen }: Query): Wanted {
  const open = isLastOpen ? words.at(-1) : undefined;
  const means = (word: string) => {
    const terms = (how: { prefix?: boolean; fuzzy?: number }) =>
      new Set(index.search(word, how).flatMap((result) => result.terms));
    const isPrefix = word === open || (word.length > 2 && !/^\d/.test(word));
    const asTyped = terms({ prefix: isPrefix });
    if (asTyped.size > 0 || /^\d/.test(word)) return asTyped;
    for (const fuzzy of [1, 2]) {
      if (word.length < 3 + fuzzy) break;
      const near = terms({ fuzzy });
      if (near.size > 0) return near;
    }
    return asTyped;
  };
  return {
    words: words.map(means),
    phrases: phrases.map((words, at) => ({
      words,
      isOpen: isLastOpen && at === phrases.length - 1 && open === undefined,
    })),
  };
}

/** Sections by how well they fit. A phrase counts by its words here; its order is asked of the passages. */
function scoresOf(
  index: MiniSearch<Doc>,
  { words, phrases }: Wanted,
  combineWith: 'AND' | 'OR',
): Map<string, number> {
  const single = { prefix: false, fuzzy: false, combineWith: 'OR' } as const;
  const queries = [
    ...words.map((terms) => ({ ...single, queries: [...terms] })),
    ...phrases.flatMap(({ words, isOpen }) =>
      words.map((word, at) => ({
        ...single,
        prefix: isOpen && at === words.length - 1,
        queries: [word],
      })),
    ),
  ];
  // A word that the guide does not have leaves nothing to join by AND.
  if (combineWith === 'AND' && words.some((terms) => terms.size === 0)) return new Map();
  const results = index.search({ combineWith, queries });
  return new Map(results.map(({ id, score }) => [String(id), score]));
}

function hitsIn(guide: Guide, scores: Map<string, number>, wanted: Wanted): Hit[] {
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
        passagesIn(guide, id, wanted).map(({ passage, text, places, isCorrection }): Hit => {
          const snippet = snippetOf(text, places);
          number += 1;
          return { chapter: chapter.id, section: id, passage, number, isCorrection, snippet };
        }),
      ),
  );
}

/** Of a section, the passages that hold the most of what is wanted. */
function passagesIn(guide: Guide, section: string, wanted: Wanted) {
  const passages = [
    ...(guide.sectionOf(section)?.passages ?? []).map((one) => ({ ...one, isCorrection: false })),
    ...guide.correctionsOf(section).map((correction) => ({
      passage: correctionKey(correction.id),
      text: correctionText(correction),
      isCorrection: true,
    })),
  ];
  const found = passages
    .map((one) => ({ ...one, ...findIn(one.text, wanted) }))
    .filter(({ count }) => count > 0);
  const most = Math.max(...found.map(({ count }) => count));
  return found.filter(({ count }) => count === most);
}
