import type { Day } from '../library/fields';
import type { Claim, ClaimState } from './schema';

/**
 * The day to keep for a claim that gets a state today: the one that is known already, today when it is only now
 * reported, and none for one that is not with the body (planned, earned). A claim whose answer is entered without its having been
 * reported here has no known day.
 */
export function reportedOn(
  claim: Pick<Claim, 'state' | 'reportedOn'> | null,
  state: ClaimState,
  today: Day,
): Day | null {
  if (state === 'planned' || state === 'earned') return null;
  const known = claim?.reportedOn ?? null;
  const isNew = claim?.state !== 'reported' && state === 'reported';
  return known ?? (isNew ? today : null);
}
