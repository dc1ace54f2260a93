import { formatDay, monthFirst, type DayForm } from '../core/day-words';

/** The program speaks English, so its months do; which English, the system says. */
function locale(): string {
  return navigator.language.startsWith('en') ? navigator.language : 'en-US';
}

/** long: Sunday, November 22. medium: Nov 22, 2026. short: Nov 22. */
export function showDay(day: string, form: DayForm = 'medium'): string {
  return formatDay(day, locale(), form);
}

/** The name of a month alone: November. */
export function showMonthName(day: string): string {
  return new Date(day).toLocaleDateString(locale(), { month: 'long', timeZone: 'UTC' });
}

/** The month of a day, with its year: November 2026. */
export function showMonth(day: string): string {
  const words: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Date(day).toLocaleDateString(locale(), words);
}

/** The day of an instant where the user is, without its year: Nov 22. */
export function showInstant(instant: string): string {
  return new Date(instant).toLocaleDateString(locale(), { month: 'short', day: 'numeric' });
}

/** The same as it is kept in files: 2026-11-22. */
export function dayOfInstant(instant: string): string {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How the system writes 3/4 decides how it is read. */
export function isMonthFirst(): boolean {
  return monthFirst(navigator.language);
}
