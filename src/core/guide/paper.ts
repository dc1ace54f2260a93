import type { Guide } from './guide';
import type { Chapter } from './parse';
import type { Paper } from './look';

/**
 * The sources of a chapter in the order of their numbers on paper: those that its text names, then those of
 * its corrections alone, which have no number on the screen because they stand beside the text in full.
 */
export function sourcesOnPaper(guide: Guide, chapter: Chapter): string[] {
  const beside = chapter.sections.flatMap(({ id }) =>
    guide.correctionsOf(id).flatMap(({ source }) => (source === null ? [] : [source])),
  );
  return [...new Set([...chapter.notes, ...beside])];
}

/** The day on which the last of the chapters was checked: the edition. */
export function editionOf(chapters: readonly Chapter[]): string {
  return chapters.reduce((last, { checkedOn }) => (checkedOn > last ? checkedOn : last), '');
}

/**
 * What people print on where a language is spoken, by its tag such as `en-US`: US Letter in the countries
 * that never took up ISO 216, and A4 in all others. (Unicode CLDR, supplemental data, measurementData:
 * paperSize US-Letter.)
 */
export function usualPaper(language: string): Paper {
  const region = language.split('-').find((part) => /^[A-Z]{2}$/.test(part)) ?? 'US';
  return onLetter.has(region) ? 'letter' : 'a4';
}
const onLetter = new Set(
  ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'], //
);
