import type { Deadline } from './deadline';

/** What part of the calendar is shown. */
export const calendarFilters = ['all', 'renewals', 'code-sets', 'mine'] as const;
export type CalendarFilter = (typeof calendarFilters)[number];

const kinds: Record<Exclude<CalendarFilter, 'all'>, readonly Deadline['kind'][]> = {
  renewals: ['cycle-end', 'window-opens', 'dues', 'late'],
  'code-sets': ['code-set', 'preparation'],
  mine: ['own', 'exam', 'program'],
};

export function isIn(filter: CalendarFilter, { kind }: Pick<Deadline, 'kind'>): boolean {
  return filter === 'all' || kinds[filter].includes(kind);
}

export interface Month {
  /** Its first day. */
  first: string;
  deadlines: Deadline[];
}

/** The dates by the month in which they lie, in their order; a month without any is left out. */
export function byMonth(deadlines: readonly Deadline[]): Month[] {
  const months = new Map<string, Deadline[]>();
  for (const deadline of deadlines) {
    const first = `${deadline.date.slice(0, 7)}-01`;
    const there = months.get(first);
    if (there) there.push(deadline);
    else months.set(first, [deadline]);
  }
  return [...months].map(([first, dates]) => ({ first, deadlines: dates }));
}
