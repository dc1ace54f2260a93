import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import type { DeadlineKind } from './schema';

/** The day after: what was seen on the eve of a cycle's end must not end unasked. */
const onceOver = -1;

/** The leads at which a date comes up: its own, and for the end of a cycle the day after as well. */
export function allLeads({ kind, leads }: Pick<Deadline, 'kind' | 'leads'>): number[] {
  return kind === 'cycle-end' && !leads.includes(onceOver) ? [...leads, onceOver] : leads;
}

/** The usual leads of each kind, unless the user wants others; of dues where the body names none. */
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

/** The usual leads of a kind; those of dues as the reference data has them from a body. */
export function usualLeadsOf(kind: DeadlineKind, { ruleSets }: Reference): readonly number[] {
  const named = kind === 'dues' ? ruleSets.find(({ dues }) => dues)?.dues : null;
  return named?.leads ?? leadsByKind[kind];
}
