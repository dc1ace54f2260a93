import type { Deadline } from './deadline';

/**
 * The day after: what was seen on the eve of a cycle's end must not end unasked. Of what repeats it is the day on
 * which a date that was not answered is told as missed.
 */
const onceOver = -1;

/** The leads at which a date comes up: its own; for a cycle's end and for what repeats the day after as well. */
export function allLeads({
  kind,
  leads,
  series,
}: Pick<Deadline, 'kind' | 'leads' | 'series'>): number[] {
  const isAskedAfter = kind === 'cycle-end' || (series !== undefined && leads.length > 0);
  return isAskedAfter ? [...leads, onceOver] : leads;
}
