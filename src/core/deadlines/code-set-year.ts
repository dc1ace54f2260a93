import { addDays, isDay } from '../dates';
import type { Day } from '../library/fields';
import type { CodeSetDate, Reference } from '../reference/schema';

/** One date of the coding year in one year. Its id is the date's with the year: `october:2027`. */
export type DatedCodeSetDate = Omit<CodeSetDate, 'month' | 'day' | 'needsCpt'> & { date: Day };

/**
 * The recurring dates of the code sets from one day to another, both included, in order; those of CPT and
 * HCPCS only for users who say that they use them. They are expectations from precedents, with sources.
 */
export function codeSetDatesBetween(
  from: Day,
  to: Day,
  usesCpt: boolean,
  reference: Reference,
): DatedCodeSetDate[] {
  const dates: DatedCodeSetDate[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const filled = (text: string) =>
      text.replaceAll('{year}', String(year)).replaceAll('{nextYear}', String(year + 1));
    for (const { month, day, needsCpt, ...rest } of reference.codeSetDates) {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      if ((needsCpt && !usesCpt) || date < from || date > to || !isDay(date)) continue;
      dates.push({
        ...rest,
        id: `${rest.id}:${year}`,
        title: filled(rest.title),
        label: filled(rest.label),
        says: filled(rest.says),
        date,
      });
    }
  }
  return dates.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

/** The federal fiscal year that holds a day: October 1 to September 30. */
export function fiscalYearOf(day: Day): { start: Day; end: Day } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '10-01' ? 1 : 0);
  const start = `${year}-10-01`;
  return { start, end: addDays(`${year + 1}-10-01`, -1) };
}
