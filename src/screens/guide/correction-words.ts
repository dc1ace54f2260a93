import type { Correction } from '../../core/guide/schema';

/** What is the matter with what is often said. */
export const correctionWords: Record<Correction['state'], string> = {
  wrong: 'Wrong',
  outdated: 'Outdated',
  'no-source': 'No source found',
};
