import type { Cycle } from '../ceu/schema';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { cycleEndId } from './ids';
import { dayThatHolds } from './records';

/**
 * The ids of the cycles after which a newer one of the same body has begun: then they were renewed. While an extension
 * runs the next cycle begins beside it, which says nothing of the one that was extended; only a cycle that begins
 * after the day that was granted does.
 */
export function renewedOf(
  { cycles, adjustments }: Pick<Library, 'cycles' | 'adjustments'>,
  today: Day,
): Set<string> {
  const all = live(cycles);
  const newest = new Map<string, Day>();
  for (const { body, start } of all) {
    if (start <= today && start > (newest.get(body) ?? '')) newest.set(body, start);
  }
  const isRenewed = ({ id, body, start, end }: Cycle) => {
    const holds = dayThatHolds(cycleEndId(id), end, adjustments);
    return (newest.get(body) ?? '') > (holds > end ? holds : start);
  };
  return new Set(all.filter(isRenewed).map(({ id }) => id));
}
