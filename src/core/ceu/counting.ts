import type { Day, Id } from '../library/fields';
import { live, type Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { cyclesOf, placeIn } from './cycles';
import type { Activity, Claim, Cycle, Holding } from './schema';

/** The parts of a library from which standings are worked out. */
export type LedgerSlices = Pick<
  Library,
  'holdings' | 'cycles' | 'overrides' | 'activities' | 'claims'
>;

/** A claim with its activity, in the cycle where it counts or would count. */
export interface PlacedClaim {
  claim: Claim;
  activity: Activity;
}

/** Units in hundredths: with the property asked for, not known to have it, and planned with it. */
export interface Tally {
  have: number;
  unsure: number;
  planned: number;
}

/**
 * The claims of the wanted cycles, by the cycle's id, in one pass. Left out is what counts nowhere: rejected
 * claims, claims of a day before the body's earliest credential, claims outside of every cycle, and
 * whatever lies in the trash.
 */
export function placeClaims(
  library: LedgerSlices,
  wanted: Cycle[],
  reference: Reference,
): Map<Id, PlacedClaim[]> {
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
    if (cycle) placed.get(cycle.id)?.push({ claim, activity });
  }
  return placed;
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

/** Everything that counts in the cycle, the opening balance included. */
export function tallyAll(cycle: Cycle, claims: PlacedClaim[]): Tally {
  const tally = { have: cycle.openingUnits, unsure: 0, planned: 0 };
  for (const { claim } of claims) {
    if (claim.state === 'planned') tally.planned += claim.units;
    else tally.have += claim.units;
  }
  return tally;
}

/**
 * What counts toward a mark. Of the opening balance, a number given for the mark is taken as all of it; with
 * none given it is unknown. `isFor` leaves out claims that were put to other credentials only.
 */
export function tallyMark(
  cycle: Cycle,
  claims: PlacedClaim[],
  mark: string,
  isFor: (claim: Claim) => boolean = () => true,
): Tally {
  const opening = cycle.openingMarked[mark];
  const tally = {
    have: opening ?? 0,
    unsure: opening === undefined ? cycle.openingUnits : 0,
    planned: 0,
  };
  for (const { claim } of claims) {
    if (!isFor(claim)) continue;
    const isMarked = claim.marks[mark];
    if (claim.state === 'planned') tally.planned += isMarked === true ? claim.units : 0;
    else if (isMarked === true) tally.have += claim.units;
    else if (isMarked === undefined) tally.unsure += claim.units;
  }
  return tally;
}
