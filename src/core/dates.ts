import { Temporal } from 'temporal-polyfill';

/**
 * Days are strings `YYYY-MM-DD` everywhere; Temporal.PlainDate does the arithmetic in here. Such strings
 * sort as the days do, so comparing them with `<` is right. The functions that take a day trust
 * that it is one: whatever comes from a user goes through parseDay first.
 */

/** Whether the text is a real calendar day written `YYYY-MM-DD` (2026-02-29 is not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The day that many days later; earlier when negative. Planning asks this thirty thousand times at a go, where Temporal
 * takes a tenth of a second: midnights in UTC lie exactly a day apart. What is no plain day is still Temporal's to judge.
 */
export function addDays(day: string, days: number): string {
  const midnight = Date.parse(day);
  const isPlain = dayAt(midnight) === day && Number.isInteger(days);
  const reached = isPlain ? dayAt(midnight + days * millisecondsOfDay) : null;
  return reached ?? Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day of an instant in UTC; null beyond the years of four digits. */
function dayAt(time: number): string | null {
  if (Number.isNaN(time) || Math.abs(time) > furthestTime) return null;
  const text = new Date(time).toISOString();
  return text.length === usualLength ? text.slice(0, 10) : null;
}

const millisecondsOfDay = 86_400_000;
/** What `Date` can tell, in milliseconds from 1970. */
const furthestTime = 8.64e15;
/** `2026-11-22T00:00:00.000Z`. */
const usualLength = 24;

/** The same day that many months later, or the month's last day where it has no such day (Jan 31 + 1 is Feb 28). */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The last day of the month in which the day lies. */
export function monthEnd(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
}

/** The day that the calendar on the wall shows at an instant, in a time zone such as `America/Chicago`. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export { dayInWords, daysBetween, formatDay, monthFirst } from './day-words';
export { parseDay } from './parse-day';
