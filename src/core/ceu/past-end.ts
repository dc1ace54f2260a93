import { endingsIn } from '../deadlines/answers';
import { cycleEndId } from '../deadlines/ids';
import { dayThatHolds } from '../deadlines/records';
import { renewedOf } from '../deadlines/renewed';
import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { holdingsIn } from './counting';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments' | 'occurrences'>;

/**
 * The cycles whose end has passed and of which nobody said that it is dealt with, by their ids, each with the day that held:
 * an extension or a confirmed end that was recorded, else its own last day. Not among them is a cycle that is closed,
 * renewed, for which nothing is held, or whose end was answered as done or not relevant. What a body says of the time
 * after the end is said of these alone, in the ledger and in the reminders.
 */
export function openPastEnd(library: Slices, today: Day): Map<Id, Day> {
  const { holdings, adjustments, occurrences } = library;
  const renewed = renewedOf(library, today);
  const past = live(library.cycles)
    .map((cycle) => ({
      cycle,
      endsOn: dayThatHolds(cycleEndId(cycle.id), cycle.end, adjustments),
    }))
    .filter(({ cycle, endsOn }) => endsOn < today && cycle.closedOn === null)
    .filter(({ cycle }) => !renewed.has(cycle.id))
    .filter(({ cycle }) => holdingsIn(cycle, holdings).length > 0);
  if (past.length === 0) return new Map();
  const endingOf = endingsIn(occurrences);
  const isAnswered = (id: Id, date: Day) =>
    endingOf({ id: cycleEndId(id), kind: 'cycle-end', date }) !== undefined;
  return new Map(
    past
      .filter(({ cycle: { id }, endsOn }) => !isAnswered(id, endsOn))
      .map(({ cycle, endsOn }) => [cycle.id, endsOn]),
  );
}
