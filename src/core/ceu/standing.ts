import type { Override } from './schema';
import type { Cycle } from './schema';
import type { Source } from '../reference/schema';

export type RuleState = 'met' | 'not-met' | 'cannot-tell';

/** How one rule stands in one cycle. Figures are hundredths of a unit. */
export interface RuleStanding {
  rule: string;
  title: string;
  says: string;
  /** Asked for: the user's override if there is one, else the standard figure; null if it cannot be said. */
  need: number | null;
  /** The standard figure, shown beside an override. */
  standardNeed: number | null;
  override: Override | null;
  /** Units that surely count; of the total, all that is not known not to count. */
  have: number;
  /** Units not answered: beyond `have`, except that in the total they are a part of it. */
  unsure: number;
  /** Units planned but not yet earned that would surely count. */
  planned: number;
  state: RuleState;
  /** Why it cannot be told, or how the figure comes about (“20 + 10 for CCS and RHIT”). */
  because: string;
  source: Source;
}

/** What one cycle of one body's ledger has, needs and lacks. */
export interface Standing {
  body: string;
  /** As people say it: `AHIMA`. */
  bodyName: string;
  cycle: Cycle;
  /** Names of the credentials that the cycle is for, such as `CCS`. */
  credentials: string[];
  /** The total asked for, null if no rule says. */
  required: number | null;
  /** Earned, reported or accepted, the opening balance included; what was answered with no is left out. */
  earned: number;
  planned: number;
  /** Required minus earned, never below zero; null if required is. */
  remaining: number | null;
  rules: RuleStanding[];
  /** Met if all rules are; not met if one is not; else it cannot be told. */
  state: RuleState;
  daysLeft: number;
}
