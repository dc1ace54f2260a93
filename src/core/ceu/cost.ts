import type { Day } from '../library/fields';
import { totalInWords } from '../programs/money';
import { ruleSetFor } from '../reference';
import type { Fee, Reference, Source } from '../reference/schema';
import { holdingsIn, isHeldOn } from './counting';
import { duesDays, type DuesDay } from './dues';
import type { Cycle } from './schema';
import { countedCredentials, isTotal } from './totals';
import { earliestHolding, type LedgerSlices, type WeighedClaim } from './weighing';

/** A sum of which some parts may be unknown: then `cents` is only the least it can be. */
export interface KnownCents {
  cents: number;
  unknown: number;
}

/** What a body asks for in one cycle, worked out from its fee and what is held. */
export interface FeePart {
  id: string;
  title: string;
  says: string;
  /** How often it is asked for in the cycle, such as 2 for yearly dues. */
  times: number;
  /** For all times, at the price for those who are not members; null where it was not found. */
  cents: number | null;
  /** The same for members, where that is another amount and known. */
  memberCents: number | null;
  source: Source;
}

export interface CycleCost {
  /** What was paid for activities that were put to the body in this cycle, whether they count or not. */
  soFar: KnownCents;
  /** Planned activities and, until the cycle is over, the fees; which fees were paid already is not known here. */
  toCome: KnownCents;
  fees: FeePart[];
  /** Asked for only if needed, and in no sum: extension, late fee. */
  ifNeeded: FeePart[];
}

/**
 * What one cycle has cost and will cost, in cents. A cost that nobody entered is unknown, never nothing. Once the cycle
 * is over, `endsOn` having passed, none of its fees is still to come.
 */
export function costOf(
  cycle: Cycle,
  endsOn: Day,
  library: Pick<LedgerSlices, 'holdings'>,
  weighed: readonly WeighedClaim[],
  on: Day,
  reference: Reference,
): CycleCost {
  const soFar: KnownCents = { cents: 0, unknown: 0 };
  const toCome: KnownCents = { cents: 0, unknown: 0 };
  for (const { claim, activity, cycle: of } of weighed) {
    if (of?.id !== cycle.id) continue;
    const isAhead = claim.state === 'planned' || activity.completedOn > on;
    add(isAhead ? toCome : soFar, activity.cost);
  }
  const set = ruleSetFor(cycle.body, cycle.start, reference);
  const held = holdingsIn(cycle, library.holdings);
  const counted = countedCredentials(set?.rules.find(isTotal), cycle, held);
  // Nobody is asked for dues after the last credential was given up.
  const dues = duesDays(
    cycle.start,
    cycle.end,
    earliestHolding(cycle.body, library.holdings),
  ).filter(({ day }) => held.some((one) => isHeldOn(one, day)));
  const parts = (set?.fees ?? [])
    .map((fee) => ({ fee, part: partOf(fee, cycle, counted, dues) }))
    .filter(({ part }) => part.times > 0);
  const fees = parts.filter(({ fee }) => fee.per !== 'if-needed').map(({ part }) => part);
  const ifNeeded = parts.filter(({ fee }) => fee.per === 'if-needed').map(({ part }) => part);
  for (const { cents } of fees) if (on <= endsOn) add(toCome, cents);
  return { soFar, toCome, fees, ifNeeded };
}

function add(sum: KnownCents, cents: number | null): void {
  if (cents === null) sum.unknown += 1;
  else sum.cents += cents;
}

function partOf(fee: Fee, cycle: Cycle, counted: number, dues: readonly DuesDay[]): FeePart {
  const { id, title, source } = fee;
  const times = timesOf(fee, counted, dues);
  const all = (cents: number | null) => (cents === null ? null : cents * times);
  const isOpen = fee.per === 'year' && counted > 0 && dues.some(({ isSure }) => !isSure);
  return {
    ...{ id, title, times, source },
    says: isOpen
      ? `${fee.says} Whether they are asked for in the first year too was not found: those are not counted here.`
      : fee.says,
    cents: all(fee.cents),
    memberCents: all(fee.memberCents),
  };
}

function timesOf({ per }: Fee, counted: number, dues: readonly DuesDay[]): number {
  switch (per) {
    case 'cycle':
      return counted > 0 ? 1 : 0;
    case 'further-credential':
      return Math.max(0, counted - 1);
    case 'year':
      return counted > 0 ? dues.filter(({ isSure }) => isSure).length : 0;
    case 'if-needed':
      return 1;
  }
}

/** `$120`, `at least $120`, or `not known`. */
export function costInWords({ cents, unknown }: KnownCents): string {
  return totalInWords(cents, unknown);
}
