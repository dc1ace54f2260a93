import type { Day, Id } from '../library/fields';

/** The id under which the library keeps what the user did to an occurrence. */
export function occurrenceId(deadline: string, due: Day, lead: number): Id {
  return `${deadline}|${due}|${lead}`;
}

/** The id under which it keeps what was granted, confirmed or chosen for a deadline. */
export function adjustmentId(deadline: string): Id {
  return `adjustment:${deadline}`;
}

/** The id of the deadline that is a cycle's end. */
export function cycleEndId(cycle: Id): string {
  return `cycle-end:${cycle}`;
}
