import { Temporal } from 'temporal-polyfill';
import { failed, ok, type Result } from './result';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/;
const earliestYear = 1980;
const latestYear = 2100;

interface Reading {
  today: string;
  /** Whether the user's locale writes the month before the day. */
  monthFirst: boolean;
  /** Which day is meant where no year is said: something that was done (unless said otherwise), or a date to come. */
  prefers?: 'past' | 'coming';
}

/**
 * The day a user means: `2026-11-28`, `11/28/2026`, `11/28/26`, `28.11.2026`, `Nov 28, 2026`, `28 Nov 2026`,
 * `nov 28`, `today`, `yesterday`, `tomorrow`, `in 3 weeks`. Without a year it is the newest such day that is not
 * after today; where a coming date is asked for, the next one that is not before today. Numbers with a year are
 * read in the locale's order, unless one is above 12.
 *
 * Problems: bad-date for what is no day; date-far-off outside 1980 to 2100; ambiguous-date for two numbers
 * that could be either way round (03/04), with both readings as `first` and `second` and, in ISO, as
 * `firstDay` and `secondDay`.
 */
export function parseDay(text: string, reading: Reading): Result<string> {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(weekday, '');
  const shown = text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim();
  if (words === 'today') return ok(reading.today);
  if (words === 'yesterday') {
    return ok(Temporal.PlainDate.from(reading.today).subtract({ days: 1 }).toString());
  }
  if (words === 'tomorrow') {
    return ok(Temporal.PlainDate.from(reading.today).add({ days: 1 }).toString());
  }
  const ahead = /^in (\d{1,3}) (day|week|month)s?$/.exec(words);
  if (ahead) return daysAhead(Number(ahead[1]), ahead[2] ?? 'day', reading.today);
  const isoParts = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(words);
  if (isoParts) return dayIn(isoParts[1], Number(isoParts[3]), Number(isoParts[4]), shown, reading);
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(words);
  if (numbers) {
    return fromNumbers(Number(numbers[1]), Number(numbers[3]), numbers[4], shown, reading);
  }
  const named =
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:(?:, ?| )(?<year>\d{4}))?$/.exec(
      words,
    ) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?<month>[a-z]{3,9})\.?(?:(?:, ?| |-)(?<year>\d{4}))?$/.exec(
      words,
    );
  if (named?.groups) {
    const month = monthOf(named.groups['month'] ?? '');
    return dayIn(named.groups['year'], month, Number(named.groups['day']), shown, reading);
  }
  return failed('bad-date', { text: shown });
}

function daysAhead(count: number, unit: string, today: string): Result<string> {
  const date = Temporal.PlainDate.from(today).add({ [`${unit}s`]: count });
  if (date.year > latestYear) return failed('date-far-off', { date: readable(date.toString()) });
  return ok(date.toString());
}

function fromNumbers(
  one: number,
  two: number,
  year: string | undefined,
  shown: string,
  reading: Reading,
): Result<string> {
  const couldBeEither = one <= 12 && two <= 12 && one !== two;
  const isMonthFirst = one <= 12 && (two > 12 || reading.monthFirst);
  const preferred = () =>
    isMonthFirst ? dayIn(year, one, two, shown, reading) : dayIn(year, two, one, shown, reading);
  if (year !== undefined || !couldBeEither) return preferred();
  const first = preferred();
  const second = isMonthFirst
    ? dayIn(year, two, one, shown, reading)
    : dayIn(year, one, two, shown, reading);
  if (!first.ok || !second.ok) return failed('bad-date', { text: shown });
  return failed('ambiguous-date', {
    text: shown,
    first: readable(first.value),
    second: readable(second.value),
    firstDay: first.value,
    secondDay: second.value,
  });
}

function dayIn(
  year: string | undefined,
  month: number,
  day: number,
  shown: string,
  reading: Reading,
): Result<string> {
  if (year === undefined) return nearest(month, day, shown, reading);
  const full = year.length === 2 ? centuryOf(Number(year)) + Number(year) : Number(year);
  const date = dateOrNull(full, month, day);
  if (!date) return failed('bad-date', { text: shown });
  if (full < earliestYear || full > latestYear) {
    return failed('date-far-off', { date: readable(date) });
  }
  return ok(date);
}

/** Two digits mean a year of the range in which days are accepted: 80 is 1980, 79 is 2079. */
function centuryOf(year: number): number {
  return year < earliestYear % 100 ? 2000 : 1900;
}

/** Goes up to eight years back or ahead, because Feb 29 can be that rare (1896 to 1904). */
function nearest(
  month: number,
  day: number,
  shown: string,
  { today, prefers = 'past' }: Reading,
): Result<string> {
  const thisYear = Temporal.PlainDate.from(today).year;
  const step = prefers === 'past' ? -1 : 1;
  for (let away = 0; away <= 8; away += 1) {
    const date = dateOrNull(thisYear + away * step, month, day);
    if (date && (prefers === 'past' ? date <= today : date >= today)) return ok(date);
  }
  return failed('bad-date', { text: shown });
}

function dateOrNull(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** 1 to 12, or 0 for what is no month. Three letters are enough, and so is `sept`. */
function monthOf(word: string): number {
  return months.findIndex((month) => month.startsWith(word)) + 1;
}

/** Sentences of problems are in English, so the dates in them are too. */
function readable(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}
