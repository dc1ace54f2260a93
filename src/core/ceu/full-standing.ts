import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import { ruleSetFor } from '../reference';
import type { ClaimRule, Known, Reference } from '../reference/schema';
import { costOf, type CycleCost } from './cost';
import { placedIn } from './counting';
import { lateStages, type DatedStage } from './late';
import { openPastEnd } from './past-end';
import { forecastOf, paceOf, type Forecast, type Pace } from './pace';
import { claimStandings, type ClaimStanding } from './reasons';
import type { DayWords } from './rule-words';
import { standingFrom } from './rules';
import type { Cycle } from './schema';
import { sponsorQuestions, type SponsorQuestion } from './sponsors';
import type { Standing } from './standing';
import { weighClaims, type LedgerSlices } from './weighing';

/** What one body counts for one user in one cycle, and by what. */
export interface Ledger {
  cycle: Cycle;
  library: LedgerSlices & Pick<Library, 'occurrences'>;
  reference: Reference;
}

/** A standing with the reason of each claim, and what else is to be known of the cycle. */
export interface FullStanding extends Standing {
  claims: ClaimStanding[];
  pace: Pace;
  forecast: Forecast;
  cost: CycleCost;
  /** Of a cycle that is still open after its end: what the body says of the time that follows. Else empty. */
  late: DatedStage[];
  /** The rules that decide of a claim, for the screen that says them. */
  claimRules: ClaimRule[];
  /** What is worth knowing beside the rules, and what could not be found. */
  known: Known[];
  /** Questions about sponsors that are asked once, with their answers. */
  sponsorQuestions: SponsorQuestion[];
}

/**
 * All that one cycle's ledger says on a day. Units are hundredths, money is cents. Works in one pass over the
 * claims. `dayWords` says how days stand in the reasons.
 */
export function standing(
  { cycle, library, reference }: Ledger,
  on: Day,
  dayWords?: DayWords,
): FullStanding {
  const weighed = weighClaims(library, new Set([cycle.body]), on, reference);
  const placed = placedIn(weighed, [cycle]).get(cycle.id) ?? [];
  const short = standingFrom(placed, { cycle, library, today: on, reference });
  const pace = paceOf(weighed, cycle.body, on);
  const set = ruleSetFor(cycle.body, cycle.start, reference);
  return {
    ...short,
    claims: claimStandings(weighed, cycle, reference, dayWords),
    pace,
    forecast: forecastOf(short, pace, on),
    cost: costOf(cycle, short.endsOn, library, weighed, on, reference),
    late: openPastEnd(library, on).has(cycle.id)
      ? lateStages(cycle, short.endsOn, on, reference)
      : [],
    claimRules: set?.claimRules ?? [],
    known: set?.known ?? [],
    sponsorQuestions: sponsorQuestions(library, reference).filter(
      ({ body }) => body === cycle.body,
    ),
  };
}
