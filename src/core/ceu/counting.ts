import type { Day, Id } from '../library/fields';
import { live, type Library } from '../library/schema';
import { ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import { cyclesOf, placeIn } from './cycles';
import type { Activity, Claim, Cycle, Holding } from './schema';

/** The parts of a library from which standings are worked out. */
export type LedgerSlices = Pick<
  Library,
  'holdings' | 'cycles' | 'overrides' | 'activities' | 'claims'
>;

/** earned: it counts. planned: it will once its day has come. logged: the user said that it does not count. */
export type ClaimRole = 'earned' | 'planned' | 'logged';

/** A claim with its activity, in the cycle of its day. */
export interface PlacedClaim {
  claim: Claim;
  activity: Activity;
  role: ClaimRole;
}

/** Units in hundredths: with the property asked for, not answered whether they have it, and planned with it. */
export interface Tally {
  have: number;
  unsure: number;
  planned: number;
}

/**
 * The claims of the wanted cycles, by the cycle's id, in one pass. Left out are rejected claims, claims of a
 * day before the body's earliest credential, claims outside of every cycle, and whatever lies in the trash.
 */
export function placeClaims(
  library: LedgerSlices,
  wanted: Cycle[],
  today: Day,
  reference: Reference,
): Map<Id, PlacedClaim[]> {
  const everyMarks = new Map(wanted.map((cycle) => [cycle.id, everyMarksOf(cycle, reference)]));
  const placed = new Map<Id, PlacedClaim[]>(wanted.map(({ id }) => [id, []]));
  const bodies = new Map<string, { cycles: Cycle[]; notBefore: Day | null }>();
  for (const { body } of wanted) {
    if (bodies.has(body)) continue;
    const notBefore = earliestHolding(body, library.holdings);
    bodies.set(body, { cycles: cyclesOf(body, library.cycles), notBefore });
  }
  for (const claim of live(library.claims)) {
    const body = bodies.get(claim.body);
    if (!body || claim.state === 'rejected') continue;
    const activity = library.activities[claim.activityId];
    if (!activity || activity.deletedAt !== undefined) continue;
    if (body.notBefore !== null && activity.completedOn < body.notBefore) continue;
    const cycle = placeIn(body.cycles, activity.completedOn, claim.cycleId, reference);
    if (!cycle) continue;
    const role = roleOf(claim, activity, everyMarks.get(cycle.id) ?? [], today);
    placed.get(cycle.id)?.push({ claim, activity, role });
  }
  return placed;
}

/** The marks without which a unit counts nowhere at the cycle's body. */
export function everyMarksOf(cycle: Cycle, reference: Reference): string[] {
  return (ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? []).flatMap((rule) =>
    rule.kind === 'every' ? rule.mark : [],
  );
}

/** What is still to come cannot have been earned, whatever its state says. */
function roleOf(claim: Claim, activity: Activity, everyMarks: string[], today: Day): ClaimRole {
  if (everyMarks.some((mark) => claim.marks[mark] === false)) return 'logged';
  return claim.state === 'planned' || activity.completedOn > today ? 'planned' : 'earned';
}

/** The day before which nothing counts at the body: null while a date is missing, or nothing is held. */
function earliestHolding(body: string, holdings: Record<Id, Holding>): Day | null {
  let earliest: Day | null = null;
  for (const holding of live(holdings)) {
    if (holding.body !== body) continue;
    if (holding.earnedOn === null) return null;
    if (earliest === null || holding.earnedOn < earliest) earliest = holding.earnedOn;
  }
  return earliest;
}

/** The credentials of the body that a cycle is for: those not first earned after its end. */
export function holdingsIn(cycle: Cycle, holdings: Record<Id, Holding>): Holding[] {
  return live(holdings)
    .filter(({ body, earnedOn }) => body === cycle.body && (earnedOn ?? '') <= cycle.end)
    .sort((one, other) => compare(one, other));
}

function compare(one: Holding, other: Holding): number {
  const [a, b] = [
    `${one.earnedOn ?? '9'} ${one.credential}`,
    `${other.earnedOn ?? '9'} ${other.credential}`,
  ];
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Everything that counts in the cycle, the opening balance included. Unlike elsewhere, what is unsure is part
 * of what it has: units that every unit's mark was not answered for count until the answer is no.
 */
export function tallyAll(cycle: Cycle, claims: PlacedClaim[], everyMarks: string[]): Tally {
  const opening = openingOf(cycle, everyMarks);
  const isOpeningSure = everyMarks.every((mark) => cycle.openingMarked[mark] !== undefined);
  const tally = { have: opening, unsure: isOpeningSure ? 0 : opening, planned: 0 };
  for (const { claim, role } of claims) {
    if (role === 'planned') tally.planned += claim.units;
    if (role !== 'earned') continue;
    tally.have += claim.units;
    if (everyMarks.some((mark) => claim.marks[mark] === undefined)) tally.unsure += claim.units;
  }
  return tally;
}

/** The part of the opening balance that is not known to lack what every unit must have. */
function openingOf({ openingUnits, openingMarked }: Cycle, everyMarks: string[]): number {
  return Math.min(openingUnits, ...everyMarks.map((mark) => openingMarked[mark] ?? openingUnits));
}

/**
 * What counts toward a mark. Of the opening balance, a number given for the mark is taken as all of it; with
 * none given it is unknown. `isFor` leaves out claims that were put to other credentials only.
 */
export function tallyMark(
  cycle: Cycle,
  claims: PlacedClaim[],
  mark: string,
  everyMarks: string[],
  isFor: (claim: Claim) => boolean = () => true,
): Tally {
  const opening = openingOf(cycle, everyMarks);
  const marked = cycle.openingMarked[mark];
  const tally = {
    have: Math.min(marked ?? 0, opening),
    unsure: marked === undefined ? opening : 0,
    planned: 0,
  };
  for (const { claim, role } of claims) {
    if (role === 'logged' || !isFor(claim)) continue;
    const isMarked = claim.marks[mark];
    if (role === 'planned') tally.planned += isMarked === true ? claim.units : 0;
    else if (isMarked === true) tally.have += claim.units;
    else if (isMarked === undefined) tally.unsure += claim.units;
  }
  return tally;
}
