import type { Day } from '../library/fields';
import type { Deadline } from './deadline';
import type { Repeat } from './schema';

/*
 * How what repeats is said, and shown without filling a list. Light, since the first screen shows it.
 */

/** “every day”, “every 2 weeks”. */
function rhythmInWords({ every, unit }: Pick<Repeat, 'every' | 'unit'>): string {
  return every === 1 ? `every ${unit}` : `every ${every} ${unit}s`;
}

/** What follows a date of a series: “then every month until Jan 5, 2028”. `show` writes the day. */
export function thenInWords(repeat: Repeat, show: (day: Day) => string): string {
  const until = repeat.until === null ? '' : ` until ${show(repeat.until)}`;
  const waits = repeat.waits ? ', once this one is done' : '';
  return `then ${rhythmInWords(repeat)}${until}${waits}`;
}

/** “missed 5 times” of the line that stands for all dates that were missed; null of any other date. */
export function missedInWords({ series }: Pick<Deadline, 'series'>): string | null {
  const count = series?.missed?.count ?? 0;
  return count > 1 ? `missed ${count} times` : null;
}

/** Of what comes every month or year these are worth a line of their own; the words after them say the rest. */
const fewDates = 4;

function shownAhead({ unit }: Repeat): number {
  return unit === 'day' || unit === 'week' ? 1 : fewDates;
}

/** A list of dates in their order, of each series only the first few: one, where it comes each day or week. */
export function inShort<Date extends Pick<Deadline, 'id' | 'series'>>(
  deadlines: readonly Date[],
  most: (repeat: Repeat) => number = shownAhead,
): Date[] {
  const shown = new Map<string, number>();
  return deadlines.filter(({ id, series }) => {
    if (!series) return true;
    const count = (shown.get(id) ?? 0) + 1;
    shown.set(id, count);
    return count <= most(series.repeat);
  });
}

/** The same with one date of each series: the next. */
export function onlyNext<Date extends Pick<Deadline, 'id' | 'series'>>(
  deadlines: readonly Date[],
): Date[] {
  return inShort(deadlines, () => 1);
}
