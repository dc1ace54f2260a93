import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { ruleSetFor } from '../reference';
import type { ClaimRule, Reference } from '../reference/schema';
import { firstOfCourse } from './courses';
import { cyclesOf, placeIn } from './cycles';
import type { Activity, Claim, Cycle, Holding } from './schema';
import { marksBy } from './sponsors';

/** The parts of a library from which standings are worked out. */
export type LedgerSlices = Pick<
  Library,
  'settings' | 'holdings' | 'cycles' | 'adjustments' | 'overrides' | 'activities' | 'claims'
>;

/** What becomes of a claim, and why. */
export type Verdict =
  | { is: 'earned' }
  /** It will count once its day has come, or it has been earned. */
  | { is: 'planned' }
  /** The user said that it lacks what every unit must have. */
  | { is: 'lacks'; mark: string }
  | { is: 'same-course'; as: Activity }
  | { is: 'rejected' }
  | { is: 'before'; held: Day }
  | { is: 'no-cycle' };

/** A claim with its activity, the cycle into which it falls (null if into none), and what becomes of it there. */
export interface WeighedClaim {
  /** With the marks that follow from its sponsor. */
  claim: Claim;
  activity: Activity;
  cycle: Cycle | null;
  verdict: Verdict;
}

/**
 * What becomes of each live claim of these bodies, in one pass. What lies in the trash is left out. Rests on
 * the body's rules for claims: nothing from before the earliest credential, every unit with its mark, each
 * course once; a rule that is not known of a body is not applied there.
 */
export function weighClaims(
  library: LedgerSlices,
  bodies: ReadonlySet<string>,
  today: Day,
  reference: Reference,
): WeighedClaim[] {
  const marksOf = marksBy(library.settings, reference);
  const known = new Map([...bodies].map((body) => [body, ofBody(body, library, reference)]));
  const weighed: WeighedClaim[] = [];
  for (const recorded of live(library.claims)) {
    const body = known.get(recorded.body);
    const activity = library.activities[recorded.activityId];
    if (!body || !activity || activity.deletedAt !== undefined) continue;
    const marks = marksOf(recorded, activity);
    const claim = marks === recorded.marks ? recorded : { ...recorded, marks };
    const cycle = placeIn(body.cycles, activity.completedOn, claim.cycleId, reference);
    weighed.push({
      claim,
      activity,
      cycle,
      verdict: verdictOf(claim, activity, cycle, body, today),
    });
  }
  return withoutRepeats(weighed, known);
}

interface KnownOfBody {
  cycles: Cycle[];
  earliest: Day | null;
  /** By the cycle's id: the marks of every unit, and which rules for claims there are. */
  everyMarks: Map<Id, string[]>;
  claimRules: Map<Id, Set<ClaimRule['kind']>>;
}

function ofBody(body: string, library: LedgerSlices, reference: Reference): KnownOfBody {
  const cycles = cyclesOf(body, library.cycles);
  return {
    cycles,
    earliest: earliestHolding(body, library.holdings),
    everyMarks: new Map(cycles.map((cycle) => [cycle.id, everyMarksOf(cycle, reference)])),
    claimRules: new Map(
      cycles.map((cycle) => {
        const rules = ruleSetFor(body, cycle.start, reference)?.claimRules ?? [];
        return [cycle.id, new Set(rules.map(({ kind }) => kind))];
      }),
    ),
  };
}

function verdictOf(
  claim: Claim,
  activity: Activity,
  cycle: Cycle | null,
  { earliest, everyMarks, claimRules }: KnownOfBody,
  today: Day,
): Verdict {
  if (claim.state === 'rejected') return { is: 'rejected' };
  if (!cycle) return { is: 'no-cycle' };
  const isAsked = claimRules.get(cycle.id)?.has('not-before-holding') ?? false;
  if (isAsked && earliest !== null && activity.completedOn < earliest) {
    return { is: 'before', held: earliest };
  }
  const lacking = everyMarks.get(cycle.id)?.find((mark) => claim.marks[mark] === false);
  if (lacking !== undefined) return { is: 'lacks', mark: lacking };
  // What is still to come cannot have been earned, whatever its state says.
  const isPlanned = claim.state === 'planned' || activity.completedOn > today;
  return { is: isPlanned ? 'planned' : 'earned' };
}

function withoutRepeats(weighed: WeighedClaim[], known: Map<string, KnownOfBody>): WeighedClaim[] {
  const isOnce = ({ claim, cycle, verdict }: WeighedClaim) =>
    (verdict.is === 'earned' || verdict.is === 'planned') &&
    known
      .get(claim.body)
      ?.claimRules.get(cycle?.id ?? '')
      ?.has('once-per-course') === true;
  const asked = weighed.filter(isOnce);
  if (asked.length === 0) return weighed;
  const firsts = firstOfCourse(asked);
  return weighed.map((one) => {
    const first = firsts.get(one.claim.id);
    return first ? { ...one, verdict: { is: 'same-course', as: first.activity } } : one;
  });
}

/** The marks without which a unit counts nowhere at the cycle's body. */
export function everyMarksOf(cycle: Cycle, reference: Reference): string[] {
  return (ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? []).flatMap((rule) =>
    rule.kind === 'every' ? rule.mark : [],
  );
}

/** The day of the body's first credential: null while a date is missing, or nothing is held. */
export function earliestHolding(body: string, holdings: Record<Id, Holding>): Day | null {
  let earliest: Day | null = null;
  for (const holding of live(holdings)) {
    if (holding.body !== body) continue;
    if (holding.earnedOn === null) return null;
    if (earliest === null || holding.earnedOn < earliest) earliest = holding.earnedOn;
  }
  return earliest;
}
