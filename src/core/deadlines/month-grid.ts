import { addDays, addMonths, monthEnd } from '../dates';
import type { Day } from '../library/fields';
import { marksOf, type MarkKind } from './marks';
import type { SpanDate } from './span';

export interface GridDay {
  day: Day;
  /** Those whose day is certain. */
  dates: SpanDate[];
  marks: MarkKind[];
}

/** A line below the days; what comes several times in the month is said once. */
export interface MonthNote extends SpanDate {
  times: number;
}

/** A month as it is drawn: weeks from Sunday to Saturday, as wall calendars in the United States have them. */
export interface GridMonth {
  first: Day;
  /** Null where a day belongs to another month. */
  weeks: (GridDay | null)[][];
  /** Of these only about when is known, so they stand on no day. */
  expected: SpanDate[];
  /** All dates of the month in their order, those that are only expected too; a series at its first date. */
  notes: MonthNote[];
}

/** The days that views can be turned to; the same that a date may have. */
export const firstDay = '1980-01-01';
export const lastDay = '2100-12-31';

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The first days of the twelve months of the year in which a day lies. */
export function monthsOfYear(day: Day): Day[] {
  const year = day.slice(0, 4);
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-01`);
}

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** One month with its dates; the others of `dates` are passed over. */
export function gridMonth(first: Day, dates: readonly SpanDate[]): GridMonth {
  const own = dates.filter(({ deadline }) => firstOfMonth(deadline.date) === first);
  const byDay = new Map<Day, SpanDate[]>();
  for (const one of own) {
    if (one.deadline.isApproximate) continue;
    const there = byDay.get(one.deadline.date);
    if (there) there.push(one);
    else byDay.set(one.deadline.date, [one]);
  }
  const count = Number(monthEnd(first).slice(8));
  const cells: (GridDay | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
  for (let at = 1; at <= count; at += 1) {
    const day = `${first.slice(0, 8)}${String(at).padStart(2, '0')}`;
    const on = byDay.get(day) ?? [];
    cells.push({ day, dates: on, marks: marksOf(on.map(({ deadline }) => deadline)) });
  }
  while (cells.length % 7 > 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, at) =>
    cells.slice(at * 7, at * 7 + 7),
  );
  return {
    first,
    weeks,
    expected: own.filter(({ deadline }) => deadline.isApproximate),
    notes: notesOf(own),
  };
}

function notesOf(dates: readonly SpanDate[]): MonthNote[] {
  const notes = new Map<string, MonthNote>();
  for (const one of dates) {
    const { id } = one.deadline;
    const there = notes.get(id);
    if (there) there.times += 1;
    else notes.set(id, { ...one, times: 1 });
  }
  return [...notes.values()];
}

/** “Team meeting, 4 times”, “CIC exam, done”. */
export function noteInWords({
  deadline,
  isDone,
  times = 1,
}: SpanDate & { times?: number }): string {
  if (times > 1) return `${deadline.title}, ${times} times`;
  return `${deadline.title}${isDone ? ', done' : ''}`;
}

/**
 * Where a key leads from a day in a calendar, as the WAI-ARIA grid of dates has it: arrows by day and week, Home
 * and End within the week, Page Up and Down by month, with Shift by year. Null for any other key; never out of the
 * years that can be shown.
 */
export function dayAfterKey(day: Day, key: string, isShift: boolean): Day | null {
  const moves: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -weekdayOf(day)),
    End: () => addDays(day, 6 - weekdayOf(day)),
    PageUp: () => addMonths(day, isShift ? -12 : -1),
    PageDown: () => addMonths(day, isShift ? 12 : 1),
  };
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return move ? withinYears(move()) : null;
}

/** The day, or the nearest that can be shown. */
export function withinYears(day: Day): Day {
  return day < firstDay ? firstDay : day > lastDay ? lastDay : day;
}
