import { cycleEndId } from '../deadlines/ids';
import { dayThatHolds } from '../deadlines/records';
import type { Day, Id } from '../library/fields';
import { live, type Library } from '../library/schema';
import { holdingsIn } from './counting';
import type { Cycle } from './schema';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments' | 'occurrences'>;

/**
 * The cycles whose end has passed and of which nobody said that it is dealt with, by their ids, each with the day that held:
 * an extension or a confirmed end that was recorded, else its own last day. Not among them is a cycle that is closed,
 * renewed, for which nothing is held, or whose end was answered as done or not relevant. What a body says of the time
 * after the end is said of these alone, in the ledger and in the reminders.
 */
export function openPastEnd(library: Slices, today: Day): Map<Id, Day> {
  const { holdings, adjustments, occurrences } = library;
  const cycles = live(library.cycles);
  const past = cycles
    .map((cycle) => ({
      cycle,
      endsOn: dayThatHolds(cycleEndId(cycle.id), cycle.end, adjustments),
    }))
    .filter(({ cycle, endsOn }) => endsOn < today && cycle.closedOn === null)
    .filter(({ cycle, endsOn }) => !isRenewed(cycle, endsOn, cycles, today))
    .filter(({ cycle }) => holdingsIn(cycle, holdings).length > 0);
  if (past.length === 0) return new Map();
  const answered = new Set(
    live(occurrences)
      .filter(({ state }) => state === 'done' || state === 'not-relevant')
      .map(({ deadline, due }) => `${deadline}|${due}`),
  );
  return new Map(
    past
      .filter(({ cycle: { id }, endsOn }) => !answered.has(`${cycleEndId(id)}|${endsOn}`))
      .map(({ cycle, endsOn }) => [cycle.id, endsOn]),
  );
}

/**
 * Whether a newer cycle of the body has begun. One that began before the day that holds renewed nothing: it ran beside
 * an extension.
 */
function isRenewed({ body }: Cycle, endsOn: Day, cycles: readonly Cycle[], today: Day): boolean {
  return cycles.some(
    (other) => other.body === body && other.start > endsOn && other.start <= today,
  );
}
