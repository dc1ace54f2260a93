import { correctionKey, correctionText } from './guide';
import { cellGap } from './markdown';
import type { Section } from './parse';
import type { Correction } from './schema';

/** From `start` to `end` of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** What a voice says in one go: a sentence of a passage, or a cell of a table's row. */
export interface Spoken extends Stretch {
  section: string;
  passage: string;
  /** The words of the passage from `start` to `end`. */
  text: string;
  /** What the voice says before them, though it is not part of them. */
  lead: string | null;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A word with its full stop, at the end of a text. */
const ending = (words: string) => new RegExp(`(?:^|[\\s(“"‘'—–/-])(?:${words})\\.$`, 'iu');

/** After these a sentence always goes on. */
const goesOn = ending(
  String.raw`e\.\s?g|i\.\s?e|vs|cf|viz|approx|ca|Dr|Mr|Ms|Mrs|Prof|max|min|avg|incl|excl|esp`,
);

/** After these a number follows, else they end it: “No. 5”, but “Is it so? No.” */
const counts = ending('Nos?|Fig|Sec|Ch|Vol|Art|para|pp?|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec');

/** After these it may end: only a word that begins many sentences tells. */
const mayEnd = ending(
  String.raw`etc|et al|Inc|Ltd|Co|Corp|Jr|Sr|St|dept|hrs?|wks?|\p{L}|(?:\p{L}\.)+\p{L}|(?:Ph|Ed)\.D`,
);

const beginnings = new Set(
  (
    'a an the this that these those it its he she they their we our you your i in on at of for from to by with ' +
    'and but or so yet if as when while where who what how why which there here no not some many most all any ' +
    'each every both such only since until after before because although though also then thus still once ' +
    'do does is are was were can may must ask read check see use keep'
  ).split(' '),
);

/**
 * The sentences of a text in their order, without the spaces between them: nothing but spaces lies outside of
 * them, and none of them overlap. By the rules of Unicode (UAX 29), which do not know abbreviations; those that
 * the guide uses are joined to what follows.
 */
export function sentencesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (index > 0 && !isJoined(text.slice(start, index), segment)) {
      found.push({ start, end: index });
      start = index;
    }
    end = index + segment.length;
  }
  if (end > start) found.push({ start, end });
  return found.map((one) => trimmed(text, one)).filter((one) => one.end > one.start);
}

function isJoined(before: string, after: string): boolean {
  // A new line is a new sentence, whatever stands before it.
  if (/\n\s*$/.test(before)) return false;
  const words = before.trimEnd();
  if (goesOn.test(words)) return true;
  if (counts.test(words)) return /^\p{N}/u.test(after);
  // What was quoted, or asked, within a sentence.
  if (/[?!…]["”’)]*$/.test(words)) return /^\p{Ll}/u.test(after);
  if (!mayEnd.test(words)) return false;
  const [first = ''] = /[\p{L}\p{N}]+/u.exec(after) ?? [];
  return !beginnings.has(first.toLowerCase());
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
}

/** The same for what may be a row of a table: the cells apart, the gaps between them left out. */
export function sentencesOfPassage(text: string): Stretch[] {
  let from = 0;
  return text.split(cellGap).flatMap((cell) => {
    const base = from;
    from += cell.length + cellGap.length;
    return sentencesIn(cell).map(({ start, end }) => ({ start: base + start, end: base + end }));
  });
}

/** All that is read aloud of a section: its passages, then the corrections that stand beside it. */
export function spokenOf(section: Section, corrections: readonly Correction[]): Spoken[] {
  const ofText = section.passages.flatMap(({ passage, text }) =>
    sentencesOfPassage(text).map((one) => spoken(section.id, passage, text, one)),
  );
  return [...ofText, ...corrections.flatMap((one) => spokenOfCorrection(section.id, one))];
}

function spokenOfCorrection(section: string, correction: Correction): Spoken[] {
  const text = correctionText(correction);
  const passage = correctionKey(correction.id);
  const halves = [
    { lead: 'Often said', from: 0, words: correction.said },
    { lead: 'What is right', from: text.length - correction.right.length, words: correction.right },
  ];
  return halves.flatMap(({ lead, from, words }) =>
    sentencesIn(words).map(({ start, end }, at) => ({
      ...spoken(section, passage, text, { start: from + start, end: from + end }),
      lead: at === 0 ? lead : null,
    })),
  );
}

const spoken = (
  section: string,
  passage: string,
  text: string,
  { start, end }: Stretch,
): Spoken => ({
  ...{ section, passage, start, end },
  text: text.slice(start, end),
  lead: null,
});

type CorrectionsOf = (section: string) => readonly Correction[];

/** A text that is read aloud, from its first section to its last. */
interface SpokenText {
  sections: readonly Section[];
}

/** A sentence of a text, among those of its section. */
export interface SpokenPlace {
  section: Section;
  all: readonly Spoken[];
  at: number;
  spoken: Spoken;
}

/**
 * The sentence that holds a place, else the first of its section; without a place, or where its section says
 * nothing, the first that follows. Null where there is none. Sentences are looked for section by section, since a
 * text of the user's own may have megabytes of them.
 */
export function placeIn(
  text: SpokenText,
  correctionsOf: CorrectionsOf,
  from: { section: string; passage: string; offset: number } | null,
): SpokenPlace | null {
  const section = from && text.sections.find(({ id }) => id === from.section);
  if (!section) return firstFrom(text, correctionsOf, 0, 1);
  const all = spokenOf(section, correctionsOf(section.id));
  const at = Math.max(0, spokenAt(all, from.passage, from.offset));
  const next = text.sections.indexOf(section) + 1;
  return placeAt(section, all, at) ?? firstFrom(text, correctionsOf, next, 1);
}

/** The sentence after or before one; null at the text's end, and in a text that has no such section any more. */
export function besideIn(
  text: SpokenText,
  correctionsOf: CorrectionsOf,
  { section, all, at }: SpokenPlace,
  by: 1 | -1,
): SpokenPlace | null {
  const index = text.sections.indexOf(section);
  if (index === -1) return null;
  return placeAt(section, all, at + by) ?? firstFrom(text, correctionsOf, index + by, by);
}

/** Going back, the last sentence of a section is the first that is met. */
function firstFrom(
  { sections }: SpokenText,
  correctionsOf: CorrectionsOf,
  index: number,
  by: 1 | -1,
): SpokenPlace | null {
  for (let next = index; next >= 0; next += by) {
    const section = sections[next];
    if (!section) return null;
    const all = spokenOf(section, correctionsOf(section.id));
    const place = placeAt(section, all, by === 1 ? 0 : all.length - 1);
    if (place) return place;
  }
  return null;
}

function placeAt(section: Section, all: readonly Spoken[], at: number): SpokenPlace | null {
  const spoken = all[at];
  return spoken ? { section, all, at, spoken } : null;
}

/** Where in a passage a place of a section's text lies; null beyond its end. */
export function passageAt(
  { passages }: Section,
  at: number,
): { passage: string; offset: number } | null {
  let from = 0;
  for (const { passage, text } of passages) {
    if (at <= from + text.length) return { passage, offset: at - from };
    from += text.length + 1;
  }
  return null;
}

/** The sentence that holds this place, else the first of the passage that comes after it; -1 where there is none. */
export function spokenAt(all: readonly Spoken[], passage: string, offset: number): number {
  return all.findIndex((one) => one.passage === passage && one.end > offset);
}
