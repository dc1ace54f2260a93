import type { Reference, Rule } from '../reference/schema';
import { formatUnits } from '../units';
import { addDays } from '../dates';
import type { Day } from '../library/fields';
import { distinct, holdingName } from './holdings';
import type { Cycle, Holding } from './schema';
import type { TotalChange } from './standing';

type TotalRule = Extract<Rule, { kind: `total-${string}` }>;

/** What a body asks for in all, in hundredths, and how the figure comes about. */
export interface Total {
  units: number | null;
  because: string;
}

/** Whether the rule is one about the total, of which a body has one. */
export function isTotal(rule: Rule): rule is TotalRule {
  return rule.kind.startsWith('total-');
}

/** The total for these holdings; null when none of them is named by the rule, and `because` says so. */
function totalFor(rule: TotalRule, holdings: Holding[], reference: Reference): Total {
  const held = distinct(holdings);
  if (held.length === 0)
    return { units: null, because: 'No credential is entered for this cycle.' };
  const names = (of: Holding[]) => listed(of.map((one) => holdingName(one, reference)));
  switch (rule.kind) {
    case 'total-fixed':
      return { units: rule.units, because: `${formatUnits(rule.units)} for ${names(held)}` };
    case 'total-by-count': {
      const units = rule.ladder[Math.min(held.length, rule.ladder.length) - 1] ?? null;
      return { units, because: `${formatUnits(units ?? 0)} for ${names(held)}` };
    }
    case 'total-highest-plus':
      return highestPlus(rule, held, names);
  }
}

/**
 * The credentials held at once in a cycle: a list for each stretch of days on which they were the same, the earliest
 * first. Days on which nothing was held have none.
 */
function heldTogether(cycle: Cycle, holdings: Holding[]): Holding[][] {
  const days = new Set([cycle.start]);
  for (const { earnedOn, endedOn } of holdings) {
    if (earnedOn !== null) days.add(earnedOn);
    if (endedOn !== null) days.add(addDays(endedOn, 1));
  }
  return [...days]
    .filter((day) => cycle.start <= day && day <= cycle.end)
    .sort()
    .map((day) => heldOn(day, holdings))
    .filter((held) => held.length > 0);
}

function heldOn(day: Day, holdings: Holding[]): Holding[] {
  return holdings.filter(
    ({ earnedOn, endedOn }) => (earnedOn ?? '') <= day && (endedOn === null || endedOn >= day),
  );
}

/**
 * The total of a cycle: the highest that was asked for on any of its days, since how a body counts a credential added
 * or given up inside a cycle was not found. Credentials that were never held at once are never added up.
 */
export function highestTotal(
  rule: TotalRule,
  cycle: Cycle,
  holdings: Holding[],
  reference: Reference,
): Total {
  const totals = heldTogether(cycle, holdings).map((held) => totalFor(rule, held, reference));
  const [first, ...others] = totals;
  const all = totalFor(rule, holdings, reference);
  if (!first || others.length === 0) return first ?? all;
  const unknown = totals.find(({ units }) => units === null);
  if (unknown) return unknown;
  const highest = totals.reduce((one, other) =>
    (other.units ?? 0) >= (one.units ?? 0) ? other : one,
  );
  if (highest.units === all.units) return highest;
  return {
    ...highest,
    because: `${highest.because}, the most asked for on any one day of this cycle`,
  };
}

/** The credentials that another one held replaces, which then no longer count. */
function replacedOf(rule: TotalRule, held: Holding[]): Holding[] {
  if (rule.kind !== 'total-highest-plus') return [];
  const ids = held.map(({ credential }) => credential);
  const gone = Object.entries(rule.replaces).flatMap(([by, old]) => (ids.includes(by) ? old : []));
  return held.filter(({ credential }) => gone.includes(credential));
}

/** How many credentials of the body count at once, at most: each once and without those that are replaced. */
export function countedCredentials(
  rule: TotalRule | undefined,
  cycle: Cycle,
  holdings: Holding[],
): number {
  const counts = heldTogether(cycle, holdings).map((together) => {
    const held = distinct(together);
    return held.length - (rule ? replacedOf(rule, held).length : 0);
  });
  return Math.max(0, ...counts);
}

function highestPlus(
  rule: Extract<Rule, { kind: 'total-highest-plus' }>,
  held: Holding[],
  names: (of: Holding[]) => string,
): Total {
  const replaced = replacedOf(rule, held);
  // The one with the highest figure is named first, as its figure is.
  const baseOf = ({ credential }: Holding) => rule.base[credential];
  const counted = held
    .filter((one) => !replaced.includes(one))
    .sort((one, other) => (baseOf(other) ?? 0) - (baseOf(one) ?? 0));
  const bases = counted.map(baseOf);
  const known = bases.filter((base) => base !== undefined);
  if (known.length < counted.length) {
    const unknown = counted.filter((one) => baseOf(one) === undefined);
    return { units: null, because: `No figure is known for ${names(unknown)}.` };
  }
  const highest = Math.max(...known);
  const sum = highest + rule.extra * (counted.length - 1);
  const steps = [formatUnits(highest), ...counted.slice(1).map(() => formatUnits(rule.extra))];
  const capped = sum > rule.cap ? `, at most ${formatUnits(rule.cap)},` : '';
  const gone = replaced.length > 0 ? `; ${names(replaced)} is replaced and no longer counts` : '';
  return {
    units: Math.min(sum, rule.cap),
    because: `${steps.join(' + ')}${capped} for ${names(counted)}${gone}`,
  };
}

/**
 * The days inside the cycle on which a credential was added or given up, with the total before and after; 0 while
 * nothing was held. The first credential of a body begins its cycle and changes nothing; nor does one whose date is
 * missing.
 */
export function totalChanges(
  rule: TotalRule,
  cycle: Cycle,
  holdings: Holding[],
  reference: Reference,
): TotalChange[] {
  const on = (day: Day) => {
    const held = heldOn(day, holdings);
    return held.length === 0 ? 0 : totalFor(rule, held, reference).units;
  };
  const days = holdings.flatMap((holding) => {
    const { earnedOn, endedOn } = holding;
    const name = holdingName(holding, reference);
    const isFirst = !holdings.some(
      (other) => earnedOn !== null && (other.earnedOn ?? '') < earnedOn,
    );
    const isAddedIn = earnedOn !== null && earnedOn > cycle.start && earnedOn <= cycle.end;
    const isEndedIn = endedOn !== null && endedOn >= cycle.start && endedOn < cycle.end;
    return [
      ...(isAddedIn && !isFirst ? [{ on: earnedOn, credential: name, isAdded: true }] : []),
      ...(isEndedIn ? [{ on: addDays(endedOn, 1), credential: name, isAdded: false }] : []),
    ];
  });
  return days
    .map((day) => ({ ...day, before: on(addDays(day.on, -1)), after: on(day.on), says: rule.says }))
    .filter(({ before, after }) => before !== after)
    .sort((one, other) =>
      `${one.on} ${one.credential}` < `${other.on} ${other.credential}` ? -1 : 1,
    );
}

/**
 * The least that the total of a cycle may be. How a body counts a credential added or given up inside a cycle
 * was not found, so the highest total is asked for, and only less than the lowest is surely too little. Where for
 * some days nothing was held, nothing is surely asked for.
 */
export function leastTotal(
  required: number | null,
  changes: readonly TotalChange[],
): number | null {
  if (required === null) return null;
  const known = changes
    .flatMap(({ before, after }) => [before, after])
    .filter((one) => one !== null);
  return Math.min(required, ...known);
}

/** `CCS`, `CCS and RHIT`, `CCS, RHIT and CDIP`. */
export function listed(names: string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The names of the credentials held, each once: `CCS`, not its id. */
export function namesOf(holdings: Holding[], reference: Reference): string[] {
  return distinct(holdings).map((one) => holdingName(one, reference));
}
