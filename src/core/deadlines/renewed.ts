import type { Cycle } from '../ceu/schema';
import type { Day } from '../library/fields';

/** The ids of the cycles after which a newer one of the same body has begun. */
export function renewedOf(cycles: readonly Cycle[], today: Day): Set<string> {
  const newest = new Map<string, Day>();
  for (const { body, start } of cycles) {
    if (start <= today && start > (newest.get(body) ?? '')) newest.set(body, start);
  }
  const isRenewed = ({ body, start }: Cycle) => start < (newest.get(body) ?? '');
  return new Set(cycles.filter(isRenewed).map(({ id }) => id));
}
