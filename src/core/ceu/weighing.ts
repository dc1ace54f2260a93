import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import { claimRulesFor, type ClaimRules } from './claim-rules';
import { repeatsOf } from './courses';
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

/** Why a claim that counts, or will, may not count after all. */
export type Doubt =
  /** A course counts once, and this may be that course. */
  | { is: 'same-course'; as: Activity }
  /** A unit renews one credential, and this may be the same event entered twice. */
  | { is: 'same-event'; as: Activity }
  /** Of a day before the earliest credential, by a rule that could not be confirmed. */
  | { is: 'before'; held: Day };

/** A claim with its activity, the cycle into which it falls (null if into none), and what becomes of it there. */
export interface WeighedClaim {
  /** With the marks that follow from its sponsor. */
  claim: Claim;
  activity: Activity;
  cycle: Cycle | null;
  verdict: Verdict;
  /** Null where it is sure. */
  doubt: Doubt | null;
}

/**
 * What becomes of each live claim of these bodies, in one pass. What lies in the trash is left out. Rests on
 * the body's rules for claims: nothing from before the earliest credential, every unit with its mark, each
 * course once, no event for a second credential; a rule that is not known of a body is not applied there, and one that does not bind
 * only puts a claim in doubt.
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
    const verdict = verdictOf(claim, activity, cycle, body, today);
    const rule = cycle && body.claimRules.get(cycle.id)?.get('not-before-holding');
    const held = body.earliest;
    const isEarly = held !== null && activity.completedOn < held && isCounting(verdict);
    const isOpen = rule && isEarly && !isAccepted(claim);
    const doubt: Doubt | null = isOpen ? { is: 'before', held } : null;
    weighed.push({ claim, activity, cycle, verdict, doubt });
  }
  return withoutRepeats(weighed, known);
}

interface KnownOfBody {
  cycles: Cycle[];
  earliest: Day | null;
  /** By the cycle's id: the marks of every unit, and which rules for claims there are. */
  everyMarks: Map<Id, string[]>;
  claimRules: Map<Id, ClaimRules>;
}

function ofBody(body: string, library: LedgerSlices, reference: Reference): KnownOfBody {
  const cycles = cyclesOf(body, library.cycles);
  return {
    cycles,
    earliest: earliestHolding(body, library.holdings),
    everyMarks: new Map(cycles.map((cycle) => [cycle.id, everyMarksOf(cycle, reference)])),
    claimRules: new Map(
      cycles.map((cycle) => [cycle.id, claimRulesFor(body, cycle.start, reference)]),
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
  const isBound = claimRules.get(cycle.id)?.get('not-before-holding')?.isBinding ?? false;
  if (isBound && earliest !== null && activity.completedOn < earliest) {
    return { is: 'before', held: earliest };
  }
  const lacking = everyMarks.get(cycle.id)?.find((mark) => claim.marks[mark] === false);
  if (lacking !== undefined) return { is: 'lacks', mark: lacking };
  // What is still to come cannot have been earned, whatever its state says.
  const isPlanned = claim.state === 'planned' || activity.completedOn > today;
  return { is: isPlanned ? 'planned' : 'earned' };
}

function isCounting({ is }: Verdict): boolean {
  return is === 'earned' || is === 'planned';
}

/** The body has said yes to it: nothing is left to doubt. */
function isAccepted({ state }: Claim): boolean {
  return state === 'accepted';
}

const repeatRules = [
  ['once-per-course', 'course', 'same-course'],
  ['one-credential', 'event', 'same-event'],
] as const;

/** The same with what each claim repeats: left out where the number is the same and the rule binds, else in doubt. */
function withoutRepeats(
  weighed: readonly WeighedClaim[],
  known: ReadonlyMap<string, KnownOfBody>,
): WeighedClaim[] {
  let all = [...weighed];
  for (const [kind, of, is] of repeatRules) {
    const ruleOf = ({ claim, cycle }: WeighedClaim) =>
      known
        .get(claim.body)
        ?.claimRules.get(cycle?.id ?? '')
        ?.get(kind);
    const asked = all.filter((one) => isCounting(one.verdict) && ruleOf(one) !== undefined);
    if (asked.length < 2) continue;
    const { same, maybe } = repeatsOf(asked, of);
    if (same.size === 0 && maybe.size === 0) continue;
    all = all.map((one) => {
      const first = same.get(one.claim.id);
      if (first && ruleOf(one)?.isBinding) {
        return { ...one, verdict: { is: 'same-course', as: first.activity }, doubt: null };
      }
      const as = (first ?? maybe.get(one.claim.id))?.activity;
      return as && !one.doubt && !isAccepted(one.claim) ? { ...one, doubt: { is, as } } : one;
    });
  }
  return all;
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
