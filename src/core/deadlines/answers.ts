import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Deadline } from './deadline';
import { keyOfDate } from './ids';
import type { Occurrence } from './schema';

/** The answers that end a date as a whole, so that no further reminder of it comes. */
export type Ending = 'done' | 'not-relevant';
export type Ended = Occurrence & { state: Ending };

function isEnding(mark: Occurrence): mark is Ended {
  return mark.state === 'done' || mark.state === 'not-relevant';
}

/** The answers that ended a date, by the id of the deadline. */
export type Answers = ReadonlyMap<string, readonly Ended[]>;

export function answersOf({ occurrences }: Pick<Library, 'occurrences'>): Answers {
  const answers = new Map<string, Ended[]>();
  for (const mark of live(occurrences)) {
    if (!isEnding(mark)) continue;
    const there = answers.get(mark.deadline);
    if (there) there.push(mark);
    else answers.set(mark.deadline, [mark]);
  }
  return answers;
}

/**
 * What ended a date. An answer is to the date of that day, so that one which moved is asked about again. Only dues are
 * of a year, which their id names: whoever paid them has paid, whatever day turns out to be the right one.
 */
export function endingsIn(
  occurrences: Library['occurrences'],
): (date: Pick<Deadline, 'id' | 'kind' | 'date'>) => Ending | undefined {
  const endings = new Map<string, Ending>();
  const answers = answersOf({ occurrences });
  for (const { deadline, due, state } of [...answers.values()].flat()) {
    endings.set(keyOfDate(deadline, due), state);
  }
  return ({ id, kind, date }) =>
    endings.get(keyOfDate(id, date)) ?? (kind === 'dues' ? answers.get(id)?.[0]?.state : undefined);
}

/**
 * What ended a date, for the views that show each: of a series an answer to what was missed ended all dates before
 * it too. What has not passed by now cannot have been missed, whatever a clock that was ahead said then.
 */
export function answersIn(
  occurrences: Library['occurrences'],
  today: Day,
): (deadline: Pick<Deadline, 'id' | 'kind' | 'date' | 'series'>) => Ending | undefined {
  const endingOf = endingsIn(occurrences);
  const answers = answersOf({ occurrences });
  return (deadline) => {
    const own = endingOf(deadline);
    if (own !== undefined || !deadline.series) return own;
    const { id, date } = deadline;
    const toMissed = answers.get(id)?.find((mark) => isToMissed(mark, today) && mark.due >= date);
    return toMissed?.state;
  };
}

/** Whether an answer was to what a series had missed: its date had passed. */
export function isToMissed({ lead, due }: Ended, today: Day): boolean {
  return lead < 0 && due < today;
}
