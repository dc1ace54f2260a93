import { addDays } from '../dates';
import type { Day, Instant } from '../library/fields';
import { live, type Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { deadlinesOf, occurrencesDue, type Deadline, type DueOccurrence } from './rules';

/** The present, as the user's clock and calendar show it. */
export interface Moment {
  now: Instant;
  today: Day;
}

/** A date that passed is still told for these days; one of the user's own until they say that it is done. */
const lookBack = 30;

export type ReminderSlices = Pick<
  Library,
  'settings' | 'holdings' | 'cycles' | 'deadlines' | 'occurrences'
>;

/**
 * The list of reminders: what has come up and was not dealt with, the soonest date first, each date at most
 * once. It is the record of them; a system notice only points to it.
 */
export function remindersOf(
  library: ReminderSlices,
  { today, now }: Moment,
  reference: Reference,
): DueOccurrence[] {
  const from = addDays(today, -lookBack);
  const oldest = live(library.deadlines).reduce((day, { date }) => (date < day ? date : day), from);
  const deadlines = deadlinesOf(library, today, reference, oldest).filter(
    ({ kind, date }) => kind === 'own' || date >= from,
  );
  return occurrencesDue(deadlines, library.occurrences, today, now);
}

/** The dates from today on that are neither done nor said to be not relevant, the soonest first. */
export function comingOf(library: ReminderSlices, today: Day, reference: Reference): Deadline[] {
  const ended = new Set<string>();
  for (const { state, deadline, due } of live(library.occurrences)) {
    if (state === 'done' || state === 'not-relevant') ended.add(`${deadline}|${due}`);
  }
  return deadlinesOf(library, today, reference).filter(
    ({ id, date }) => !ended.has(`${id}|${date}`),
  );
}
