import type { Day } from '../library/fields';
import { live, type Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';
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
  today: Day,
  reference: Reference,
  { from, until }: Span,
  timeZone = 'UTC',
): SpanDate[] {
  const answerOf = answersIn(library.occurrences);
  return deadlinesOf(library, today, reference, from, timeZone, until)
    .filter(({ date }) => date <= until)
    .map((deadline) => ({ deadline, answer: answerOf(deadline) }))
    .filter(({ answer }) => answer !== 'not-relevant')
    .map(({ deadline, answer }) => ({ deadline, isDone: answer === 'done' }))
    .sort(byWeight);
}

/** By their days; of one day the weightiest first, then by their names, so that the order never depends on ids. */
function byWeight({ deadline: one }: SpanDate, { deadline: other }: SpanDate): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  const rank = markKinds.indexOf(markOf(one)) - markKinds.indexOf(markOf(other));
  if (rank !== 0) return rank;
  return one.title < other.title ? -1 : one.title > other.title ? 1 : 0;
}

type Answer = 'done' | 'not-relevant';

/** What ended a date as a whole. Of a series, an answer to what was missed ends all dates before it too. */
export function answersIn(
  occurrences: Library['occurrences'],
): (deadline: Pick<Deadline, 'id' | 'date' | 'series'>) => Answer | undefined {
  const answers = new Map<string, Answer>();
  const toMissed = new Map<string, { due: Day; state: Answer }[]>();
  for (const { state, deadline, due, lead } of live(occurrences)) {
    if (state !== 'done' && state !== 'not-relevant') continue;
    answers.set(`${deadline}|${due}`, state);
    if (lead < 0) toMissed.set(deadline, [...(toMissed.get(deadline) ?? []), { due, state }]);
  }
  return ({ id, date, series }) => {
    const own = answers.get(`${id}|${date}`);
    if (own !== undefined || !series) return own;
    return toMissed.get(id)?.find(({ due }) => due >= date)?.state;
  };
}
