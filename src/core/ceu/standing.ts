import type { Source } from '../reference/schema';
import type { Day } from '../library/fields';
import type { Cycle, Override } from './schema';

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
  /** The standard figure that the user saw beside their own, if it has become another since; else null. */
  standardWas: number | null;
  /** Units that surely count; of the total, all that is not known not to count. */
  have: number;
  /** Units not answered or in doubt: beyond `have`, except that in the total they are a part of it. */
  unsure: number;
  /** Of `unsure`: units of claims that have still to say for which of several credentials they count. */
  toChoose: number;
  /** Of `unsure`, those for which no answer is missing: they may not count at all, as the reasons of their claims say. */
  doubted: number;
  /** Units planned but not yet earned that would surely count. */
  planned: number;
  /** Asked for and not there, never below zero; null if it cannot be said what is asked for. */
  lacking: number | null;
  state: RuleState;
  /** A check to make: an old or missing page alone supports the rule, so that it never finds against the user. */
  isCheck: boolean;
  /**
   * The cycle began before the rule: what is asked for if it applies and if it does not. The user
   * may choose; until then the stricter holds for “met”.
   */
  choice: { isOpen: boolean; ifApplies: number | null; ifNot: number } | null;
  /** Why it cannot be told, or how the figure comes about (“20 + 10 for CCS and RHIT”). */
  because: string;
  source: Source;
}

/** A credential that was added or given up inside the cycle, and what the total was before and is after. */
export interface TotalChange {
  on: Day;
  /** As people say it: `CCS`. */
  credential: string;
  isAdded: boolean;
  /** The totals, in hundredths: 0 where nothing was held, null where a figure is not known. */
  before: number | null;
  after: number | null;
  /** The rule's own sentence. */
  says: string;
}

/** What one cycle of one body's ledger has, needs and lacks. */
export interface Standing {
  body: string;
  /** As people say it. */
  bodyName: string;
  cycle: Cycle;
  /** Names of the credentials that the cycle is for, such as `CCS`. */
  credentials: string[];
  /** The total asked for, null if no rule says. */
  required: number | null;
  /** Earned, reported or accepted, the opening balance included; what was answered with no is left out. */
  earned: number;
  /** Of `earned`, what the opening balance brings: without what every unit must have, nothing of it counts. */
  opening: number;
  planned: number;
  /** Required minus earned, never below zero; null if required is. */
  remaining: number | null;
  rules: RuleStanding[];
  /** What changed the total inside the cycle, in order. */
  changes: TotalChange[];
  /** Met if all rules are; not met if one is not; else it cannot be told. */
  state: RuleState;
  /** The day up to which the body waits: the cycle's own end, unless the user recorded another. */
  endsOn: Day;
  /** What the user recorded of the end, null where nothing is. Units are counted to the cycle's own end all the same. */
  endRecord: { why: 'extension' | 'new-window' | 'confirmed'; note: string } | null;
  /** Days from today to `endsOn`, negative once it has passed. */
  daysLeft: number;
}
