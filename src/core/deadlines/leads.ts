import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import type { DeadlineKind } from './schema';

/**
 * The day after: what was seen on the eve of a cycle's end must not end unasked, and an exam is asked how it went. Of what
 * repeats it is the day on which a date that was not answered is told as missed.
 */
const onceOver = -1;

/** The leads at which a date comes up: its own, and the day after where it is asked about then; none once it is settled. */
export function allLeads({
  kind,
  leads,
  series,
  isAskedAfter,
  isSettled,
}: Pick<Deadline, 'kind' | 'leads' | 'series' | 'isAskedAfter' | 'isSettled'>): number[] {
  if (isSettled) return [];
  const isAsked =
    kind === 'cycle-end' || ((isAskedAfter === true || series !== undefined) && leads.length > 0);
  return isAsked && !leads.includes(onceOver) ? [...leads, onceOver] : leads;
}

/**
 * The usual leads of each kind, unless the user wants others; of dues where the body names none. The dates of an exam
 * and of a program each have their own, see of-exams.ts and the reference data.
 */
export const leadsByKind: Record<DeadlineKind, readonly number[]> = {
  'cycle-end': [180, 90, 30, 7, 1],
  'window-opens': [0],
  dues: [45, 15, -1, -30, -75],
  late: [0],
  exam: [30, 7, 1, 0],
  program: [30, 7, 1, 0],
  own: [7, 1, 0],
  'code-set': [30, 7, 0],
  preparation: [0],
};

/** The kinds whose dates do not all come up on the same days. */
export const differsByDate: ReadonlySet<DeadlineKind> = new Set(['exam', 'program']);

/** The usual leads of a kind; those of dues as the reference data has them from a body. */
export function usualLeadsOf(kind: DeadlineKind, { ruleSets }: Reference): readonly number[] {
  const named = kind === 'dues' ? ruleSets.find(({ dues }) => dues)?.dues : null;
  return named?.leads ?? leadsByKind[kind];
}
