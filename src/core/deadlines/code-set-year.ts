import { addDays, isDay } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { CodeSetDate, Reference } from '../reference/schema';
import { deadlineId } from './ids';
import { recordOf } from './records';

/** One date of the coding year in one year. Its id is the date's with the year: `october:2027`. */
export interface DatedCodeSetDate extends Omit<
  CodeSetDate,
  'month' | 'day' | 'needsCpt' | 'known' | 'titleOnceKnown'
> {
  date: Day;
  /** Its title once its day is known; the same where it is always known. */
  titleOnceKnown: string;
}

/**
 * The recurring dates of the code sets from one day to another, both included, in order; those of CPT and
 * HCPCS only for users who say that they use them. Where the reference data knows the day of that year it is that
 * day, with its own source; else an expectation from precedents.
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
    for (const one of reference.codeSetDates) {
      const { month, day, needsCpt, known = [], titleOnceKnown = one.title, ...rest } = one;
      const there = known.find((of) => of.year === year);
      const date = there?.date ?? `${year}-${twoDigits(month)}-${twoDigits(day)}`;
      if ((needsCpt && !usesCpt) || date < from || date > to || !isDay(date)) continue;
      dates.push({
        ...rest,
        id: `${rest.id}:${year}`,
        title: filled(there ? titleOnceKnown : rest.title),
        titleOnceKnown: filled(titleOnceKnown),
        label: filled(rest.label),
        says: filled(there?.says ?? rest.says),
        isApproximate: there ? false : rest.isApproximate,
        source: there?.source ?? rest.source,
        date,
      });
    }
  }
  return dates.sort(byDate);
}

function byDate(one: { date: Day }, other: { date: Day }): number {
  return one.date < other.date ? -1 : one.date > other.date ? 1 : 0;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** The id of the deadline that a date of the code sets is. */
export function codeSetDeadlineId(id: string): string {
  return deadlineId({ of: 'code-set', date: id });
}

/** Further than anybody would confirm a day to lie from the one that was expected. */
const furthest = 120;

/**
 * `codeSetDatesBetween` with the days that the user confirmed, which then hold: they are no expectation any more.
 * `standard` is the day without the user's word.
 */
export function codeSetDatesOf(
  from: Day,
  to: Day,
  { settings, adjustments }: Pick<Library, 'settings' | 'adjustments'>,
  reference: Reference,
): (DatedCodeSetDate & { standard: Day })[] {
  // Looked for further off only where a day may have been moved from there.
  const reach = live(adjustments).length > 0 ? furthest : 0;
  const [first, last] = reach === 0 ? [from, to] : [addDays(from, -reach), addDays(to, reach)];
  return codeSetDatesBetween(first, last, settings.usesCpt, reference)
    .map((one) => {
      const record = recordOf(codeSetDeadlineId(one.id), adjustments);
      if (!record) return { ...one, standard: one.date };
      const { titleOnceKnown: title, date: standard } = one;
      return { ...one, title, date: record.movedTo, isApproximate: false, standard };
    })
    .filter(({ date }) => from <= date && date <= to)
    .sort(byDate);
}

/** The federal fiscal year that holds a day: October 1 to September 30. */
export function fiscalYearOf(day: Day): { start: Day; end: Day } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '10-01' ? 1 : 0);
  const start = `${year}-10-01`;
  return { start, end: addDays(`${year + 1}-10-01`, -1) };
}
