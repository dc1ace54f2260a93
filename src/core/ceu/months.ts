import { addMonths } from '../dates';
import type { Day, Units } from '../library/fields';
import type { Cycle } from './schema';

/** One calendar month of a cycle. Units are hundredths. */
export interface CycleMonth {
  /** `YYYY-MM`. */
  month: string;
  /** What was completed in it and counts. */
  units: Units;
  /** All that counts up to its end, the opening balance included. */
  total: Units;
  /** Where an even pace would be at its end; null if what is asked for is not known. */
  even: Units | null;
  /** Whether it is still to come, wholly. */
  isAhead: boolean;
}

/**
 * The cycle month by month against an even pace, which reaches what is asked for on the last day. Units of a day outside of the cycle's
 * dates, which some bodies let the user move, count in its first or last month. What counts of the
 * opening balance is there from the start.
 */
export function cycleMonths(
  cycle: Pick<Cycle, 'start' | 'end'>,
  opening: Units,
  counted: readonly { on: Day; units: Units }[],
  required: Units | null,
  today: Day,
): CycleMonth[] {
  const first = cycle.start.slice(0, 7);
  const last = cycle.end.slice(0, 7);
  const names: string[] = [];
  for (let at = `${first}-01`; at.slice(0, 7) <= last; at = addMonths(at, 1))
    names.push(at.slice(0, 7));
  const units = new Map<string, Units>();
  for (const one of counted) {
    const month = one.on.slice(0, 7);
    const within = month < first ? first : month > last ? last : month;
    units.set(within, (units.get(within) ?? 0) + one.units);
  }
  let total = opening;
  return names.map((month, index) => {
    const own = units.get(month) ?? 0;
    total += own;
    const even = required === null ? null : Math.round((required * (index + 1)) / names.length);
    return { month, units: own, total, even, isAhead: month > today.slice(0, 7) };
  });
}
