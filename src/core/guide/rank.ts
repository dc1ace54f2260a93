import type { Guide } from './guide';
import { findAmong, type Wanted } from './matches';
import { hasRow, type Passage, type Passages } from './passages';
import type { Query } from './query';
import { wordsOf } from './words';

/** One typed word: the words of the guide that it may be, and other names for it. */
export interface Asked {
  word: string;
  own: ReadonlySet<string>;
  rows: readonly (readonly string[])[];
  /** What part of the other names this word stands for. */
  share: number;
}

/** What ranking needs to know of the index. */
export interface Ranked {
  guide: Guide;
  passages: Passages;
  scores: { of(word: string): ReadonlyMap<string, number> };
}

/** Another name for what was typed is worth less than the word itself. */
const otherWorth = 0.6;
/** From so many words on, small ones included, it is a question, and a section may lack some of them. */
const question = 5;
/** Of a question’s words a section has at least so much, and fits at least so well, by the best. */
const leastCovered = 0.5;
const leastFit = 0.15;

/** Where one typed word was found. */
interface Finding {
  /** By section: how well it fits, and whether by the word itself (1) or by another name. */
  sections: Map<string, { score: number; part: number }>;
  passages: Map<Passage, number>;
  /** How much the word tells: the rarer, the more. */
  weight: number;
}

/**
 * The sections that fit, the best first. What bears the title that was typed goes first, then what has the
 * words as they were typed, in a row; then by the index’s scores and by how much of the question is answered
 * in one section and in one passage of it.
 */
export function rank(
  ranked: Ranked,
  query: Query,
  asked: readonly Asked[],
  wanted: Wanted,
): { sections: string[]; hasAll: boolean } {
  const { passages } = ranked;
  const inPhrases = withPhrases(ranked, wanted);
  const findings = asked
    .map((one) => find(ranked, one))
    .filter(({ sections }) => sections.size > 0);
  const weights = sum(findings.map(({ weight }) => weight)) || 1;

  const all = [...passages.bySection.keys()].flatMap((section) => {
    if (inPhrases && !inPhrases.has(section)) return [];
    const here = findings.map((one) => ({ ...one, here: one.sections.get(section) }));
    if (findings.length > 0 && here.every((one) => !one.here)) return [];
    const score = sum(here.map((one) => one.here?.score ?? 0)) + (inPhrases ? 1 : 0);
    const covered = sum(here.map((one) => one.weight * (one.here?.part ?? 0))) / weights;
    const ofThem = passages.bySection.get(section) ?? [];
    const together = Math.max(
      0,
      ...ofThem.map((one) => sum(findings.map((f) => f.weight * (f.passages.get(one) ?? 0)))),
    );
    const fit = score * (0.15 + covered ** 2) * (0.5 + together / weights);
    const isWhole = findings.length === asked.length && here.every((one) => one.here);
    const tier = tierOf(ranked, section, query);
    return [{ section, tier, fit: fit * (1 + 0.2 * pairs(ofThem, query)), covered, isWhole }];
  });
  const hasAll = all.length === 0 || all.some(({ isWhole }) => isWhole);
  const best = Math.max(0, ...all.map(({ fit }) => fit));
  const most = Math.max(0, ...all.map(({ covered }) => covered));
  const kept = all.filter(({ isWhole, covered, fit }) => {
    if (query.typed.length < question) return isWhole || !hasAll;
    return isWhole || (covered >= most * leastCovered && fit >= best * leastFit);
  });
  const sections = kept
    .sort((one, other) => other.tier - one.tier || other.fit - one.fit)
    .map(({ section }) => section);
  return { sections, hasAll };
}

const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);

/** Sections with each of the phrases; null where none was asked for. */
function withPhrases({ passages }: Ranked, { phrases }: Wanted): Set<string> | null {
  if (phrases.length === 0) return null;
  const wanted = { words: [], phrases };
  const has = (one: Passage) => findAmong(one.words, wanted).count > 0;
  const sections = [...passages.bySection].filter(([, list]) => list.some(has));
  return new Set(sections.map(([section]) => section));
}

function find({ passages, scores }: Ranked, { word, own, rows, share }: Asked): Finding {
  const found: Finding = { sections: new Map(), passages: new Map(), weight: 0 };
  const add = (list: Iterable<Passage>, part: number, score: (section: string) => number) => {
    for (const one of list) {
      found.passages.set(one, Math.max(part, found.passages.get(one) ?? 0));
      const before = found.sections.get(one.section) ?? { score: 0, part: 0 };
      found.sections.set(one.section, {
        score: Math.max(before.score, part * score(one.section)),
        part: Math.max(before.part, part),
      });
    }
  };
  for (const term of own) {
    // A word that goes on for long is rather another one.
    const closeness = word.length / Math.max(word.length, term.length);
    const sections = scores.of(term);
    add(passages.withWord(term), closeness ** 0.3, (section) => sections.get(section) ?? 0);
  }
  for (const row of rows) {
    const forms = row.map((stem) =>
      [...(passages.forms.get(stem) ?? [])].map((one) => scores.of(one)),
    );
    const score = (section: string) =>
      share * sum(forms.map((some) => Math.max(0, ...some.map((one) => one.get(section) ?? 0))));
    add(passages.withRow(row), otherWorth, score);
  }
  const count = found.sections.size;
  found.weight = Math.log(1 + (passages.bySection.size - count + 0.5) / (count + 0.5));
  return found;
}

/** 2 for the section that bears the typed words as its title, 1 where they stand in a row. */
function tierOf({ guide, passages }: Ranked, section: string, { typed }: Query): 0 | 1 | 2 {
  const title = wordsOf(guide.sectionOf(section)?.title ?? '').map(({ word }) => word);
  if (title.join(' ') === typed.join(' ')) return 2;
  if (typed.length < 2) return 0;
  const list = passages.bySection.get(section) ?? [];
  const isInRow = list.some(({ words }) =>
    hasRow(
      words.map(({ word }) => word),
      typed,
    ),
  );
  return isInRow ? 1 : 0;
}

/** How many neighbors among the typed words are neighbors in one of the passages too. */
function pairs(passages: readonly Passage[], { typed }: Query): number {
  return typed.slice(1).filter((word, at) => {
    const pair = [typed[at] ?? '', word];
    return passages.some(({ words }) =>
      hasRow(
        words.map((one) => one.word),
        pair,
      ),
    );
  }).length;
}
