import { addDays, addMonths, isDay, monthEnd } from '../dates';
import type { Day } from '../library/fields';

/** A day on which a body that asks for dues each year asks for them, by the end of the cycle. */
export interface DuesDay {
  day: Day;
  /**
   * False within the first year of the first credential, but for the cycle’s own end: a body that asks each year may
   * have been paid before the exam, and when its first dues fall was not found.
   */
  isSure: boolean;
}

/**
 * The dues of one year: on the day of the year on which the cycle ends. `certified` is the day of the body’s first
 * credential; where it is not known, it is taken to be long ago.
 */
export function duesDayIn(year: number, cycleEnd: Day, certified: Day | null): DuesDay {
  const day = sameDayIn(cycleEnd, year);
  const isFirstYear = certified !== null && day < addDays(addMonths(certified, 12), -1);
  return { day, isSure: day === cycleEnd || !isFirstYear };
}

/** The same day of another year; the last of February where it has no 29th. */
export function sameDayIn(day: Day, year: number): Day {
  const same = `${year}${day.slice(4)}`;
  return isDay(same) ? same : monthEnd(`${year}${day.slice(4, 7)}-01`);
}

/** The days of dues from `start` to `end`, that day included. */
export function duesDays(start: Day, end: Day, certified: Day | null): DuesDay[] {
  const days: DuesDay[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    const dues = duesDayIn(year, end, certified);
    if (start <= dues.day && dues.day <= end) days.push(dues);
  }
  return days;
}
