import { monthEnd } from '../../src/core/dates';
import { isIn } from '../../src/core/deadlines/coming-months';
import type { Moment } from '../../src/core/deadlines/deadline';
import { firstOfMonth, gridMonth, monthsOfYear } from '../../src/core/deadlines/month-grid';
import { datesWithin } from '../../src/core/deadlines/span';

import type { PrintableCalendar } from '../../src/core/ipc';
import type { Library } from '../../src/core/library/schema';
import type { CalendarPages } from '../../src/core/print-job';
import { referenceOf } from '../../src/core/reference/own-bodies';

/** The month or the year that is asked for, with its dates, as the page that prints is handed them. */
export function calendarPagesOf(
  { view, day, filter, paper }: PrintableCalendar,
  library: Library,
  { today, timeZone }: Pick<Moment, 'today' | 'timeZone'>,
): CalendarPages {
  const firsts = view === 'year' ? monthsOfYear(day) : [firstOfMonth(day)];
  const from = firsts[0] ?? firstOfMonth(day);
  const until = monthEnd(firsts.at(-1) ?? from);
  const dates = datesWithin(library, { today, timeZone }, referenceOf(library), {
    from,
    until,
  }).filter(({ deadline }) => isIn(filter, deadline));
  const months = firsts.map((first) => gridMonth(first, dates));
  return { kind: 'calendar', view, filter, months, today, paper };
}
