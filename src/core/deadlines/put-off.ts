import { addDays, dayOf } from '../dates';
import type { Instant } from '../library/fields';
import type { Deadline, Moment } from './deadline';
import type { Occurrence } from './schema';

/** A reminder that was put off, and to when. */
export type PutOff = Occurrence & { until: Instant };

export function isPutOff(mark: Occurrence): mark is PutOff {
  return mark.state === 'put-off' && mark.until !== null;
}

/** Where a date that was put off stands: it still waits, or it came back at an instant; null where nothing holds. */
export type PutOffState = { waits: true } | { waits: false; returnedAt: Instant } | null;

/**
 * “Remind me in …” is a word about the date, not about one of its reminders: until then none comes that stands for
 * the same thing. That is the reminder of the day on which it comes back, and every one after the date, which only asks
 * what became of it. Days before a date on which the user wants to hear of it, and which lie before that, stay. From
 * then on it is back, until a reminder of a later day takes its place.
 *
 * The one line of what a series has missed is put off as a whole, by a word about any of its dates. A date that is
 * missed in the meantime does not break it: that one was told on its own day, and is in the line when it comes back.
 *
 * A word that ended on the day of its own date was about that day and not about the line.
 *
 * What was put off by a clock that ran ahead of the one now holds its own reminder alone.
 *
 * @param marks what was put off of the deadline, at whatever date
 */
export function putOffState(
  { date, series }: Deadline,
  lead: number,
  marks: readonly PutOff[],
  { now, timeZone }: Moment,
): PutOffState {
  const first = series?.missed?.first ?? date;
  const isLine = (series?.missed ?? null) !== null;
  const comesOn = addDays(date, -lead);
  let returnedAt: Instant | null = null;
  for (const { due, lead: at, until, updatedAt } of marks) {
    if (due < first || due > date) continue;
    const isSame = due === date && at === lead;
    if (isAfter(until, now)) {
      const stands = lead < 0 || dayOf(until, timeZone) === comesOn;
      if (isSame || (stands && !isAfter(updatedAt, now))) return { waits: true };
    } else if (
      isSame ||
      (isLine && dayOf(until, timeZone) > due) ||
      dayOf(until, timeZone) >= comesOn
    ) {
      if (returnedAt === null || isAfter(until, returnedAt)) returnedAt = until;
    }
  }
  return returnedAt === null ? null : { waits: false, returnedAt };
}

export function isAfter(one: Instant, other: Instant): boolean {
  return Date.parse(one) > Date.parse(other);
}
