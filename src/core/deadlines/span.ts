import type { Day } from '../library/fields';
import type { Reference } from '../reference/schema';
import { answersIn } from './answers';
import type { Deadline, Here } from './deadline';
import { markKinds, markOf } from './marks';
import type { ReminderSlices } from './reminders';
import { deadlinesOf } from './rules';

/** A stretch of days, both included. */
export interface Span {
  from: Day;
  until: Day;
}

/** A date as a view of a month or a year shows it. */
export interface SpanDate {
  deadline: Deadline;
  isDone: boolean;
}

/**
 * Every date from one day to another, the soonest first, past ones too: the code sets' for as far as is asked.
 * What the user said not to be relevant is left out, what is done says so.
 */
export function datesWithin(
  library: ReminderSlices,
  here: Here,
  reference: Reference,
  { from, until }: Span,
): SpanDate[] {
  const answerOf = answersIn(library.occurrences, here.today);
  return deadlinesOf(library, here, reference, { from, until })
    .filter(({ date }) => date <= until)
    .map((deadline) => ({ deadline, answer: answerOf(deadline) }))
    .filter(({ answer }) => answer !== 'not-relevant')
    .map(({ deadline, answer }) => ({
      deadline,
      isDone: answer === 'done' || deadline.isSettled === true,
    }))
    .sort(byWeight);
}

/** By their days; of one day the weightiest first, then by their names, so that the order never depends on ids. */
function byWeight({ deadline: one }: SpanDate, { deadline: other }: SpanDate): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  const rank = markKinds.indexOf(markOf(one)) - markKinds.indexOf(markOf(other));
  if (rank !== 0) return rank;
  return one.title < other.title ? -1 : one.title > other.title ? 1 : 0;
}
