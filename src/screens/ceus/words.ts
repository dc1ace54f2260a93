import type { ClaimState } from '../../core/ceu/schema';

export const stateNames: Record<ClaimState, string> = {
  planned: 'Planned',
  earned: 'Earned',
  reported: 'Reported',
  accepted: 'Accepted',
  rejected: 'Rejected',
};

/** Colour is never the only sign: each state has its own word wherever it has a colour. */
export const stateTones: Record<ClaimState, 'plain' | 'accent' | 'good' | 'bad'> = {
  planned: 'plain',
  earned: 'accent',
  reported: 'good',
  accepted: 'good',
  rejected: 'bad',
};
