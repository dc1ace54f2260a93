import type { Day } from '../library/fields';
import { parseDay } from '../parse-day';

/** How numbers such as 03/04/2026 are meant. */
export type DayOrder = 'month-first' | 'day-first';

/** A day as somebody else wrote it: one day, or one of two where only the order of the numbers decides. */
export type DayReading =
  { kind: 'day'; day: Day } | { kind: 'either'; monthFirst: Day; dayFirst: Day };

/** Why a text is no day: none at all, without a year, or out of the years that are accepted. */
export type NoDay = 'bad-date' | 'date-no-year' | 'date-far-off';

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const named = new RegExp(`\\b${monthName}`, 'i');
const numbers = '\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})';
const patterns = [
  '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}',
  // October 1-3, 2026 and October 30 - November 2, 2026
  `${monthName} \\d{1,2}(?:st|nd|rd|th)?(?: ?[-–—] ?(?:${monthName} )?\\d{1,2}(?:st|nd|rd|th)?)?,? \\d{4}`,
  `\\d{1,2}(?:st|nd|rd|th)?(?: day of)?[ -]${monthName},?[ -]\\d{4}`,
  numbers,
];
const anyDay = new RegExp(
  `(?<![\\d/.-])(?:${patterns.map((one) => one.replace('\\1', '[/.-]')).join('|')})(?![\\d/-])`,
  'gi',
);

/** The days that are written in a text, as they stand there. */
export function daysIn(text: string): string[] {
  return text.replace(/\s+/g, ' ').match(anyDay) ?? [];
}

/**
 * Reads a day that has a year; a time of day after it is left out, and of “October 1-3, 2026” it is the last
 * day. What only the order of its numbers decides stays open, since whoever wrote it is not here to be asked.
 */
export function readWrittenDay(text: string, today: Day): DayReading | NoDay {
  const words = plainDay(text);
  if (!/\d/.test(words)) return 'bad-date';
  const isDated = /\d{4}/.test(words) || /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/.test(words);
  const monthFirst = parseDay(words, { today, monthFirst: true });
  const dayFirst = parseDay(words, { today, monthFirst: false });
  if (!isDated) {
    const isOne = monthFirst.ok || monthFirst.problem.code === 'ambiguous-date';
    return isOne ? 'date-no-year' : 'bad-date';
  }
  if (monthFirst.ok && dayFirst.ok) {
    if (monthFirst.value === dayFirst.value) return { kind: 'day', day: monthFirst.value };
    return { kind: 'either', monthFirst: monthFirst.value, dayFirst: dayFirst.value };
  }
  const refused = monthFirst.ok ? dayFirst : monthFirst;
  return !refused.ok && refused.problem.code === 'date-far-off' ? 'date-far-off' : 'bad-date';
}

/** The one day that a reading means once the order is known; null while it is not. */
export function dayOf(reading: DayReading, order: DayOrder | null): Day | null {
  if (reading.kind === 'day') return reading.day;
  if (order === null) return null;
  return order === 'month-first' ? reading.monthFirst : reading.dayFirst;
}

/** Whether a numeric date has a part above 12 that says which part the day is; null for all others. */
export function orderShownBy(text: string): DayOrder | null {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})$/.exec(plainDay(text));
  if (!parts) return null;
  const one = Number(parts[1]);
  const two = Number(parts[3]);
  if (one > 12 && two <= 12) return 'day-first';
  return two > 12 && one <= 12 ? 'month-first' : null;
}

function plainDay(text: string): string {
  const words = text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    // 2026-10-01T00:00:00Z, 10/1/2026 12:00:00 AM
    .replace(
      /(?<=\d)(?:T|,? )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?(?:Z| ?[+-]\d{2}:?\d{2})?$/i,
      '',
    )
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/ day of /i, ' ')
    .replace(/^(?:on|from|the) /i, '');
  if (!named.test(words)) return words;
  // Of a span it is the last day on which the course was completed.
  return words
    .replace(/\d{1,2} ?[-–—] ?(?=\d{1,2},? \d{4}$)/, '')
    .replace(/^.* ?[-–—] ?(?=[a-z]{3,9}\.? \d{1,2},? \d{4}$)/i, '')
    .replace(/^(\d{1,2}) ([a-z]+\.?), (\d{4})$/i, '$1 $2 $3');
}
