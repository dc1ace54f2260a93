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

/** The day that many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day that many months later, or the month's last day where it has no such day (Jan 31 + 1 is Feb 28). */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The last day of the month in which the day lies. */
export function monthEnd(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
}

const millisecondsOfDay = 86_400_000;

/**
 * Whole days from one day to another; negative when `to` is the earlier one. Planning asks this ten thousand
 * times at a go, where Temporal takes a tenth of a second: midnights in UTC lie exactly a day apart.
 */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfDay;
}

/** The day that the calendar on the wall shows at an instant, in a time zone such as `America/Chicago`. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** long: Sunday, November 22. medium: Nov 22, 2026. short: Nov 22. */
export type DayForm = 'long' | 'medium' | 'short';

const forms: Record<DayForm, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
};
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day as people of the locale write it, in one of three lengths. */
export function formatDay(day: string, locale: string, form: DayForm): string {
  const key = `${form} ${locale}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    // A day has no zone: it is formatted in the zone in which it was made, whatever the machine's is.
    formatter = new Intl.DateTimeFormat(locale, { ...forms[form], timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(new Date(`${day}T00:00:00Z`));
}

/** Whether the locale writes the month before the day, as the US does. */
export function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(0);
  const place = (type: string) => parts.findIndex((part) => part.type === type);
  return place('month') < place('day');
}

export { parseDay } from './parse-day';
