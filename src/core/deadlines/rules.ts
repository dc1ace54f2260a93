import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { bySoonest, type Deadline } from './deadline';
import { deadlinesOfCodeSets } from './of-code-sets';
import { deadlinesOfCycles } from './of-cycles';
import { deadlinesOfDues } from './of-dues';
import { deadlinesOfLate } from './of-late';
import { deadlinesOfOwn } from './of-own';
import { withRecords } from './records';

/** `createdAt` is when the library was begun. */
export type DeadlineSlices = Pick<
  Library,
  'createdAt' | 'settings' | 'holdings' | 'cycles' | 'deadlines' | 'occurrences' | 'adjustments'
>;

/**
 * Every deadline from a day on (today, unless said otherwise), the soonest first: what follows from cycles, dues
 * and code-set dates of the twelve months after today, and the user's own dates. What the user recorded of a date
 * holds. Planning looks back a while too, so as to tell of what passed unseen.
 */
export function deadlinesOf(
  library: DeadlineSlices,
  today: Day,
  reference: Reference,
  from: Day = today,
): Deadline[] {
  const reckoned = [
    ...deadlinesOfCycles(library, today, reference),
    ...deadlinesOfDues(library, today, reference, from),
    ...deadlinesOfLate(library, today, reference),
    ...deadlinesOfOwn(library),
    ...deadlinesOfCodeSets(library, today, reference, from),
  ];
  return withRecords(reckoned, library)
    .filter(({ date }) => date >= from)
    .sort(bySoonest);
}
