import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { bySoonest, type Deadline, type Here } from './deadline';
import { deadlinesOfCodeSets } from './of-code-sets';
import { deadlinesOfCycles } from './of-cycles';
import { deadlinesOfDues } from './of-dues';
import { deadlinesOfExams } from './of-exams';
import { deadlinesOfLate } from './of-late';
import { deadlinesOfOwn } from './of-own';
import { deadlinesOfPrograms } from './of-programs';
import { withRecords } from './records';
import type { Span } from './span';

/** `createdAt` is when the library was begun. */
export type DeadlineSlices = Pick<
  Library,
  | 'createdAt'
  | 'settings'
  | 'holdings'
  | 'cycles'
  | 'deadlines'
  | 'occurrences'
  | 'adjustments'
  | 'exams'
  | 'programs'
  | 'facts'
>;

/**
 * Every deadline from a day on (today, unless said otherwise), the soonest first: what follows from cycles, exams
 * and programs, the user's own dates, and the dues and code-set dates of the twelve months after today, or until the
 * day that is named: what comes again each year has no end by itself. What the user recorded of a date holds. Planning
 * looks back a while too, so as to tell of what passed unseen. Of what repeats there are all dates until then, each of
 * one id. The zone says on which day something was typed or answered.
 */
export function deadlinesOf(
  library: DeadlineSlices,
  { today, timeZone }: Here,
  reference: Reference,
  { from = today, until }: Partial<Span> = {},
): Deadline[] {
  const reckoned = [
    ...deadlinesOfCycles(library, today, reference),
    ...deadlinesOfDues(library, today, reference, from, until),
    ...deadlinesOfLate(library, today, reference),
    ...deadlinesOfExams(library, today, reference),
    ...deadlinesOfPrograms(library, reference),
    ...deadlinesOfCodeSets(library, today, reference, from, until),
  ];
  const own = deadlinesOfOwn(library, { today, timeZone }, { from, ...(until && { until }) });
  return [...withRecords(reckoned, library, timeZone), ...own]
    .filter(({ date }) => date >= from)
    .sort(bySoonest);
}
