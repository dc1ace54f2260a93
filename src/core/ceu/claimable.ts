import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';

type Entered = Pick<Library, 'holdings' | 'cycles'>;

/**
 * The ids of the bodies at which something can be claimed: those of the reference data, and those that a credential
 * or a cycle of the user names. One whose records lie in the trash is known no more by them.
 */
export function claimableBodies({ holdings, cycles }: Entered, reference: Reference): string[] {
  return bodiesIn([...live(holdings), ...live(cycles)], reference);
}

/** The same with what lies in the trash: where a claim may still be, though no new one can be made. */
export function bodiesEver({ holdings, cycles }: Entered, reference: Reference): string[] {
  return bodiesIn([...Object.values(holdings), ...Object.values(cycles)], reference);
}

function bodiesIn(entered: readonly { body: string }[], reference: Reference): string[] {
  const named = entered.map(({ body }) => body);
  return [...new Set([...reference.bodies.map(({ id }) => id), ...named])];
}
