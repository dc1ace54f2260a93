/*
 * What the first screen needs of days. It stands apart from dates.ts because Temporal is 50 kB that are not
 * needed to show a day, and the window shows Today before anything else is loaded.
 */

const millisecondsOfDay = 86_400_000;

/**
 * Whole days from one day to another; negative when `to` is the earlier one. Planning asks this ten thousand
 * times at a go, where Temporal takes a tenth of a second: midnights in UTC lie exactly a day apart.
 */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfDay;
}

/** full: Sunday, November 22, 2026. long: Sunday, November 22. medium: Nov 22, 2026. short: Nov 22. */
export type DayForm = 'full' | 'long' | 'medium' | 'short';

const forms: Record<DayForm, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  long: { weekday: 'long', month: 'long', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
};
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day as people of the locale write it, in one of four lengths. */
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

/** The day as the program's own sentences write it: Nov 22, 2026. */
export function dayInWords(day: string): string {
  return formatDay(day, 'en-US', 'medium');
}

/** The day that the calendar on the wall shows at an instant, as `dayOf` in dates.ts, without Temporal. */
export function dayIn(instant: string, timeZone: string): string {
  // Swedish writes a day as ISO does.
  return new Date(instant).toLocaleDateString('sv', { timeZone });
}

/** Whether the locale writes the month before the day, as the US does. */
export function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(0);
  const place = (type: string) => parts.findIndex((part) => part.type === type);
  return place('month') < place('day');
}
