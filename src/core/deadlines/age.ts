import type { Day } from '../library/fields';
import type { Source } from '../reference/schema';
import type { Deadline } from './deadline';

/*
 * The first screen uses this, so it counts years in the text of a day instead of loading Temporal.
 */

const oldAfterYears = 2;

/** Why a rule is to be checked before anybody relies on its date. */
export type Age = 'long-ago' | 'old-copy';

/**
 * Whether a rule is old: looked at two years ago or longer, or known from an old or undated copy alone
 * (`official-old`; facts.md, “confidence labels”), which nobody can show to be younger. Null while it is not.
 */
export function ageOf({ checkedOn, confidence }: Source, today: Day): Age | null {
  const year = Number(checkedOn.slice(0, 4)) + oldAfterYears;
  if (`${year}${checkedOn.slice(4)}` <= today) return 'long-ago';
  return confidence === 'official-old' ? 'old-copy' : null;
}

/** Why the rule of a deadline is to be checked; null where it need not be, or where the day is the user's own record. */
export function ageOfRule(
  { source, record }: Pick<Deadline, 'source' | 'record'>,
  today: Day,
): Age | null {
  return source && !record ? ageOf(source, today) : null;
}

/**
 * What the reminder itself says of an old rule: “Check this date: …”; empty while the rule need not be checked.
 * `show` writes a day.
 */
export function checkInWords(
  deadline: Pick<Deadline, 'source' | 'record'>,
  today: Day,
  show: (day: Day) => string,
): string {
  return ageInWords(ageOfRule(deadline, today), deadline.source, show);
}

export function ageInWords(
  age: Age | null,
  source: Source | null,
  show: (day: Day) => string,
): string {
  if (age === null || source === null) return '';
  return age === 'old-copy'
    ? 'Check this date: only an old copy of its source is known.'
    : `Check this date: its source was last looked at on ${show(source.checkedOn)}.`;
}

const whyInWords = {
  extension: 'extension granted',
  'new-window': 'new window granted',
  confirmed: 'day confirmed',
} as const;

/**
 * Whose word it is where the user recorded a day: “Your record of Nov 22, 2026: extension granted; as reckoned
 * Dec 31, 2026”. Empty without a record.
 */
export function recordInWords(
  { record }: Pick<Deadline, 'record'>,
  show: (day: Day) => string,
): string {
  if (!record) return '';
  const { why, standard, recordedOn } = record;
  return `Your record of ${show(recordedOn)}: ${whyInWords[why]}; as reckoned ${show(standard)}`;
}
