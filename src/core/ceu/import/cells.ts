import type { Units } from '../../library/fields';
import { parseUnits } from '../../units';
import type { ClaimState } from '../schema';
import { plainWords } from './table';

/** “1.5”, “1.50 CEUs”, “2.000”, “1 hr”; null for anything else, never rounded. */
export function unitsOf(cell: string): Units | null {
  const number = cell
    .trim()
    .replace(/\s*(?:[A-Z]{2,8}\s+)?(?:ceus?|ce|credits?|units?|hours?|hrs?|h)\.?$/i, '')
    .replace(/(\.\d\d)0+$/, '$1');
  const units = parseUnits(number);
  return units.ok ? units.value : null;
}

const stateWords: readonly [ClaimState, RegExp][] = [
  ['planned', /^(?:planned|registered|upcoming|enrolled)$/],
  ['earned', /^(?:earned|completed?|attended|passed|done)$/],
  ['reported', /^(?:reported|submitted|pending(?: review)?|in review|under review|entered)$/],
  ['accepted', /^(?:accepted|approved|verified|applied|posted|awarded)$/],
  ['rejected', /^(?:rejected|denied|declined|not approved|not accepted)$/],
];

/** The state that a word of a list stands for; null for an unknown word. */
export function stateOf(cell: string): ClaimState | null {
  const word = plainWords(cell);
  return stateWords.find(([, words]) => words.test(word))?.[0] ?? null;
}
