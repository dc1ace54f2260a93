import type { Deadline } from './deadline';

/** The day after: what was seen on the eve of a cycle's end must not end unasked. */
const onceOver = -1;

/** The leads at which a date comes up: its own, and for the end of a cycle the day after as well. */
export function allLeads({ kind, leads }: Pick<Deadline, 'kind' | 'leads'>): number[] {
  return kind === 'cycle-end' ? [...leads, onceOver] : leads;
}
