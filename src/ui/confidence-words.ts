import type { Confidence } from '../core/reference/schema';

/** How far a source can be trusted, in words; what is official needs none on the screen. */
export const confidenceWords: Record<Confidence, string> = {
  official: '',
  'official-old': 'official, but old',
  secondary: 'second-hand',
  inferred: 'our own reading',
  'not-found': 'no source found',
  // Its title says it already.
  own: '',
};
