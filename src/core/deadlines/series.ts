import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../dates';
import type { Day } from '../library/fields';
import type { Repeat } from './schema';

/*
 * The dates of what repeats. Each is reckoned from the first one, never from the one before, so that a month
 * that is too short moves its own date alone: Jan 31, Feb 28, Mar 31; Feb 29, Feb 28, and Feb 29 again in a leap
 * year.
 */

/** What makes a series: its first date and how it comes again. */
export interface Rhythm {
  first: Day;
  repeat: Repeat;
}

/** Beyond it a day can no longer be written as one. */
const lastDay = '9999-12-31';

/** The date at that place of a series, 0 being the first; also before the first, and past the end. */
export function dateAt({ first, repeat: { every, unit } }: Rhythm, nth: number): Day {
  return Temporal.PlainDate.from(first)
    .add({ [`${unit}s`]: nth * every })
    .toString();
}

/** The place of the first date on or after a day, whether or not the series has begun or ended by then. */
export function placeOnOrAfter(rhythm: Rhythm, day: Day): number {
  const { first, repeat } = rhythm;
  const roughly = { day: 1, week: 7, month: 30.436875, year: 365.2425 }[repeat.unit];
  let nth = Math.floor(daysBetween(first, day) / (roughly * repeat.every)) - 1;
  while (dateAt(rhythm, nth) < day) nth += 1;
  return nth;
}

/** The place of the last date of a series; null where it has no end, and -1 where it ends before it begins. */
export function lastPlace(rhythm: Rhythm): number | null {
  const { until } = rhythm.repeat;
  return until === null ? null : placeOnOrAfter(rhythm, addDays(until, 1)) - 1;
}

/** The dates of a series from a day to another, both included, at most so many. */
export function datesBetween(rhythm: Rhythm, from: Day, to: Day, most: number): Day[] {
  const end = rhythm.repeat.until ?? lastDay;
  const last = to < end ? to : end;
  const dates: Day[] = [];
  let nth = Math.max(0, placeOnOrAfter(rhythm, from));
  for (let day = dateAt(rhythm, nth); day <= last && dates.length < most; nth += 1) {
    dates.push(day);
    day = dateAt(rhythm, nth + 1);
  }
  return dates;
}

/** The first date of a series on or after a day; null once it has ended. */
export function nextDate(rhythm: Rhythm, from: Day): Day | null {
  return datesBetween(rhythm, from, lastDay, 1)[0] ?? null;
}

/** Whether a day is one of the dates of a series. */
export function isDateOf(rhythm: Rhythm, day: Day): boolean {
  return nextDate(rhythm, day) === day;
}

/** The days from the date before to a date of a series. */
function gapBefore(rhythm: Rhythm, date: Day): number {
  const { every, unit } = rhythm.repeat;
  // Of a daily series this is asked for each of a year's dates.
  if (unit === 'day') return every;
  if (unit === 'week') return every * 7;
  return daysBetween(dateAt(rhythm, placeOnOrAfter(rhythm, date) - 1), date);
}

/**
 * The days before a date on which it comes up: those that do not come before the date before it, since of a series
 * only the next date is told. Where none is left it comes up on its day.
 */
export function leadsWithin(rhythm: Rhythm, date: Day, leads: readonly number[]): number[] {
  const gap = gapBefore(rhythm, date);
  const within = leads.filter((lead) => lead < gap);
  return within.length > 0 || leads.length === 0 ? within : [0];
}
