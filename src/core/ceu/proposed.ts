import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { isHeldOn } from './counting';

/**
 * The bodies at which an activity of that day is proposed to be claimed: a credential is held there on it, and one of the
 * body's cycles holds the day. Without a day, those where one is held still. A body without any cycle yet is proposed too, since nothing speaks against it.
 */
export function proposedBodies(
  day: Day | null,
  { holdings, cycles }: Pick<Library, 'holdings' | 'cycles'>,
): Set<string> {
  const held = new Set(
    live(holdings)
      .filter((one) =>
        day === null
          ? one.endedOn === null
          : (one.earnedOn === null || one.earnedOn <= day) && isHeldOn(one, day),
      )
      .map(({ body }) => body),
  );
  if (day === null) return held;
  const all = live(cycles);
  return new Set(
    [...held].filter((body) => {
      const own = all.filter((cycle) => cycle.body === body);
      return own.length === 0 || own.some(({ start, end }) => start <= day && day <= end);
    }),
  );
}
