import type { Id } from '../library/fields';

/**
 * The id of an activity's claim at a body. There is one at most, so two machines that claim the same activity
 * there mean the same claim.
 */
export function claimId(activityId: Id, body: string): Id {
  return `claim:${activityId}:${body}`;
}

/** Looked up among all: a body may be one of the user's own, which no list names. */
