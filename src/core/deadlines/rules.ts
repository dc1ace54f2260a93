import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { bySoonest, type Deadline } from './deadline';
import { deadlinesOfCodeSets } from './of-code-sets';
import { deadlinesOfCycles } from './of-cycles';
import { deadlinesOfExams } from './of-exams';
import { deadlinesOfOwn } from './of-own';
import { deadlinesOfPrograms } from './of-programs';

/** `createdAt` is when the library was begun. */
export type DeadlineSlices = Pick<
  Library,
  | 'createdAt'
  | 'settings'
  | 'holdings'
  | 'cycles'
  | 'deadlines'
  | 'occurrences'
  | 'exams'
  | 'programs'
  | 'facts'
>;

/**
 * Every deadline from a day on (today, unless said otherwise), the soonest first: what follows from cycles, exams
 * and programs, the user's own dates, and the code-set dates of the twelve months after today, or until the day that
 * is named: what comes again each year has no end by itself. Planning looks back a while too, so as to tell of what
 * passed unseen. Of what repeats there are all dates until then, each of one id. The zone says on which day something
 * was typed or answered.
 */
export function deadlinesOf(
  library: DeadlineSlices,
  today: Day,
  reference: Reference,
  from: Day = today,
  timeZone = 'UTC',
  until?: Day,
): Deadline[] {
  return [
    ...deadlinesOfCycles(library, today, reference),
    ...deadlinesOfOwn(library, today, from, timeZone, until),
    ...deadlinesOfExams(library, today, reference),
    ...deadlinesOfPrograms(library, reference),
    ...deadlinesOfCodeSets(library, today, reference, from, until),
  ]
    .filter(({ date }) => date >= from)
    .sort(bySoonest);
}
