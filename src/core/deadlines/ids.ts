import type { Day, Id } from '../library/fields';

/** The id under which the library keeps what the user did to an occurrence. */
export function occurrenceId(deadline: string, due: Day, lead: number): Id {
  return `${deadline}|${due}|${lead}`;
}

/** The id under which it keeps what was granted, confirmed or chosen for a deadline. */
export function adjustmentId(deadline: string): Id {
  return `adjustment:${deadline}`;
}
