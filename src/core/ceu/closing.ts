import type { Day, Units } from '../library/fields';
import type { LedgerRow } from './ledger';
import { isToReport, type Verdicts } from './report';
import type { Claim } from './schema';
import type { Standing } from './standing';

/** What is said before a cycle is closed. Units are hundredths. */
export interface ClosingSummary {
  counted: Units;
  required: Units | null;
  /** Beyond what is asked for; no body that is known here carries it over. */
  excess: Units;
  lacking: Units;
  /** Titles of the rules that are not met, and of those that cannot be told. */
  notMet: string[];
  cannotTell: string[];
  /** Claims by what has become of them: still to come, counted and not entered at the body, without its answer. */
  planned: number;
  notReported: number;
  notAnswered: number;
  /** The last day is still to come. */
  isEarly: boolean;
}

/** What a cycle holds, exceeds and leaves open, from its standing, its ledger, and what becomes of each claim. */
export function closingSummary(
  standing: Standing,
  rows: readonly LedgerRow[],
  verdicts: Verdicts,
  today: Day,
): ClosingSummary {
  const { earned, required, rules } = standing;
  const claims: Claim[] = rows.flatMap((row) => row.claims);
  const count = (state: Claim['state']) => claims.filter((claim) => claim.state === state).length;
  const titles = (state: Standing['state']) =>
    rules.filter((rule) => rule.state === state).map(({ title }) => title);
  return {
    counted: earned,
    required,
    excess: required === null ? 0 : Math.max(0, earned - required),
    lacking: required === null ? 0 : Math.max(0, required - earned),
    notMet: titles('not-met'),
    cannotTell: titles('cannot-tell'),
    planned: claims.filter(({ id }) => verdicts(id)?.is === 'planned').length,
    notReported: claims.filter((claim) => isToReport(claim, verdicts)).length,
    notAnswered: count('reported'),
    isEarly: today <= standing.cycle.end,
  };
}
