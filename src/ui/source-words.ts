import type { Confidence } from '../core/reference/schema';

/** How far a source can be trusted, as it is told where the source itself is shown. */
export const confidenceWords: Record<Confidence, string> = {
  official: 'Official source',
  'official-old': 'Official, but old',
  secondary: 'Second-hand',
  inferred: 'Our own reading',
  'not-found': 'No source found',
  own: 'Entered by you',
};

/** Whose page it is: `www.ahima.org` is read as ahima.org. Null for what is no address. */
export function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}
