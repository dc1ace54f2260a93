import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Reference } from '../reference/schema';
import type { Activity, Claim, Cycle, Holding } from './schema';
import { weighClaims, type LedgerSlices, type WeighedClaim } from './weighing';

export { everyMarksOf, type LedgerSlices } from './weighing';

/** earned: it counts. planned: it will once its day has come. logged: it is there and does not count. */
export type ClaimRole = 'earned' | 'planned' | 'logged';

/** A claim with its activity, in the cycle of its day. */
export interface PlacedClaim {
  claim: Claim;
  activity: Activity;
  role: ClaimRole;
  /** It counts, or will, as long as nobody says that it does not: `WeighedClaim.doubt` says why. */
  isDoubted: boolean;
}

/** Units in hundredths: with the property asked for, not sure whether they count with it, and planned with it. */
export interface Tally {
  have: number;
  unsure: number;
  /** Of those that are not sure, those for which nothing is left to answer: they may not count at all. */
  doubted: number;
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
  const bodies = new Set(wanted.map(({ body }) => body));
  return placedIn(weighClaims(library, bodies, today, reference), wanted);
}

/** `placeClaims` for claims that were weighed already. */
export function placedIn(
  weighed: readonly WeighedClaim[],
  wanted: readonly Cycle[],
): Map<Id, PlacedClaim[]> {
  const placed = new Map<Id, PlacedClaim[]>(wanted.map(({ id }) => [id, []]));
  for (const { claim, activity, cycle, verdict, doubt } of weighed) {
    const role = roles[verdict.is];
    const isDoubted = doubt !== null;
    if (cycle && role) placed.get(cycle.id)?.push({ claim, activity, role, isDoubted });
  }
  return placed;
}

const roles: Record<WeighedClaim['verdict']['is'], ClaimRole | null> = {
  earned: 'earned',
  planned: 'planned',
  lacks: 'logged',
  'same-course': 'logged',
  rejected: null,
  before: null,
  'no-cycle': null,
};

/** The credentials of the body that a cycle is for: those held on any of its days. */
export function holdingsIn(cycle: Cycle, holdings: Record<Id, Holding>): Holding[] {
  return live(holdings)
    .filter(
      ({ body, earnedOn, endedOn }) =>
        body === cycle.body &&
        (earnedOn ?? '') <= cycle.end &&
        (endedOn === null || endedOn >= cycle.start),
    )
    .sort((one, other) => compare(one, other));
}

/** Whether the credential is still held on a day; one without a last day is. */
export function isHeldOn({ endedOn }: Pick<Holding, 'endedOn'>, day: Day): boolean {
  return endedOn === null || endedOn >= day;
}

function compare(one: Holding, other: Holding): number {
  const [a, b] = [
    `${one.earnedOn ?? '9'} ${one.credential} ${one.name}`,
    `${other.earnedOn ?? '9'} ${other.credential} ${other.name}`,
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
  const tally = { have: opening, unsure: isOpeningSure ? 0 : opening, doubted: 0, planned: 0 };
  for (const { claim, role, isDoubted } of claims) {
    if (role === 'planned') tally.planned += claim.units;
    if (role !== 'earned') continue;
    tally.have += claim.units;
    const isOpen = everyMarks.some((mark) => claim.marks[mark] === undefined);
    if (isOpen || isDoubted) tally.unsure += claim.units;
    if (isDoubted && !isOpen) tally.doubted += claim.units;
  }
  return tally;
}

/** What counts of the opening balance: all that is not known to lack what every unit must have. */
export function openingOf({ openingUnits, openingMarked }: Cycle, everyMarks: string[]): number {
  return Math.min(openingUnits, ...everyMarks.map((mark) => openingMarked[mark] ?? openingUnits));
}

/**
 * What counts toward a mark. Of the opening balance, a number given for the mark is taken as all of it; with
 * none given it is unknown. `isFor` leaves out claims that were put to other credentials only; `null` is a
 * claim of which the user has still to choose for which of several it counts. Where `weighsDoubt` is false a claim in
 * doubt is taken as one that counts: of a share of what is earned, both sides would lose it.
 */
export function tallyMark(
  cycle: Cycle,
  claims: PlacedClaim[],
  mark: string,
  everyMarks: string[],
  isFor: (claim: Claim) => boolean | null = () => true,
  weighsDoubt = true,
): Tally {
  const opening = openingOf(cycle, everyMarks);
  const marked = cycle.openingMarked[mark];
  const tally = {
    have: Math.min(marked ?? 0, opening),
    unsure: marked === undefined ? opening : 0,
    doubted: 0,
    planned: 0,
  };
  for (const { claim, role, isDoubted } of claims) {
    const isClaimed = isFor(claim);
    if (role === 'logged' || isClaimed === false) continue;
    const isMarked = claim.marks[mark];
    const isSure = isMarked === true && isClaimed === true;
    const isInDoubt = isDoubted && weighsDoubt;
    if (role === 'planned') tally.planned += isSure && !isInDoubt ? claim.units : 0;
    else if (isSure && !isInDoubt) tally.have += claim.units;
    else if (isMarked !== false) tally.unsure += claim.units;
    if (role === 'earned' && isSure && isInDoubt) tally.doubted += claim.units;
  }
  return tally;
}
