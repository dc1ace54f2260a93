import { addDays, addMonths, monthEnd } from '../dates';
import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import { bodyOf, ruleSetFor } from '../reference';
import type { CycleRule, Reference } from '../reference/schema';
import type { Activity, Claim, Cycle } from './schema';

type Cycles = Record<Id, Cycle>;
type Dates = Pick<Cycle, 'start' | 'end'>;

/** The live cycles of a body, the earliest first. */
export function cyclesOf(body: string, cycles: Cycles): Cycle[] {
  return live(cycles)
    .filter((cycle) => cycle.body === body)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

/**
 * The cycle in which a claim counts: the one chosen by hand while that choice is allowed, else the one that
 * holds the day of completion; null if there is none.
 */
export function cycleOfClaim(
  claim: Pick<Claim, 'body' | 'cycleId'>,
  activity: Pick<Activity, 'completedOn'>,
  cycles: Cycles,
  reference: Reference,
): Cycle | null {
  return placeIn(cyclesOf(claim.body, cycles), activity.completedOn, claim.cycleId, reference);
}

/**
 * Whether a unit of that day may be put into that cycle: any day of the cycle itself, and, where the body's
 * rule says so, a day of the calendar month in which the cycle before it ended.
 */
export function canPlace(
  body: string,
  completedOn: Day,
  cycleId: Id,
  cycles: Cycles,
  reference: Reference,
): boolean {
  return placeIn(cyclesOf(body, cycles), completedOn, cycleId, reference)?.id === cycleId;
}

/** cycleOfClaim for the sorted cycles of one body, so that thousands of claims need not sort them again. */
export function placeIn(
  sorted: Cycle[],
  completedOn: Day,
  chosenId: Id | null,
  reference: Reference,
): Cycle | null {
  const byDate = sorted.find(({ start, end }) => start <= completedOn && completedOn <= end);
  if (chosenId !== null && chosenId !== byDate?.id) {
    const at = sorted.findIndex(({ id }) => id === chosenId);
    const chosen = sorted[at];
    if (chosen && isLastMonthBefore(chosen, sorted[at - 1], completedOn, reference)) return chosen;
  }
  return byDate ?? null;
}

/** Works without a record of the earlier cycle too: it then ended the day before this one started. */
function isLastMonthBefore(
  cycle: Cycle,
  earlier: Cycle | undefined,
  day: Day,
  reference: Reference,
): boolean {
  if (day >= cycle.start) return false;
  const earlierEnd = earlier?.end ?? addDays(cycle.start, -1);
  if (day.slice(0, 7) !== earlierEnd.slice(0, 7)) return false;
  const rules = ruleSetFor(cycle.body, earlier?.start ?? cycle.start, reference);
  return rules?.cycle.canPlaceLastMonth ?? false;
}

/** The body's cycle that holds today, null if none does. */
export function currentCycle(body: string, cycles: Cycles, today: Day): Cycle | null {
  return cyclesOf(body, cycles).find(({ start, end }) => start <= today && today <= end) ?? null;
}

export interface CycleProposal extends Dates {
  /** Why these dates, and what is not certain about them. */
  because: string;
}

/**
 * The cycle that holds today, or the first one after today, as the body's cycle rule makes it likely: from
 * the day the credential was earned, or following on a cycle that is known. Null if no rule is known. Only
 * ever a proposal: the body's own page has the dates that bind.
 */
export function proposeCycle(
  body: string,
  from: Day | Dates,
  today: Day,
  reference: Reference,
): CycleProposal | null {
  const anchor = typeof from === 'string' ? from : addDays(from.end, 1);
  const rule = ruleSetFor(body, anchor, reference)?.cycle;
  if (!rule) return null;
  const isByMonth = rule.anchor === 'month-parity';
  const ends = isByMonth ? monthEnds(from, rule) : anniversaries(anchor, rule);
  let start = anchor;
  let end = ends(0);
  for (let n = 1; end < today; n += 1) {
    start = addDays(end, 1);
    end = ends(n);
  }
  const name = bodyOf(body, reference)?.name ?? body;
  const doubt = isByMonth ? ` ${name}’s exact day is not published where we looked.` : '';
  return { start, end, because: `${rule.says}${doubt}` };
}

/** Counted from the first day each time, so that a Feb 29 comes back after the years without one. */
function anniversaries(anchor: Day, rule: CycleRule): (n: number) => Day {
  return (n) => addDays(addMonths(anchor, rule.months * (n + 1)), -1);
}

/**
 * Odd months are due in odd years, even months in even years. The first end after the credential was earned
 * may come after one year already; a following cycle keeps the month, and the day unless it is the last.
 */
function monthEnds(from: Day | Dates, rule: CycleRule): (n: number) => Day {
  if (typeof from !== 'string') {
    const isWhole = from.end === monthEnd(from.end);
    return (n) => {
      const end = addMonths(from.end, rule.months * (n + 1));
      return isWhole ? monthEnd(end) : end;
    };
  }
  const first = addMonths(`${from.slice(0, 7)}-01`, isParityKept(from) ? 24 : 12);
  return (n) => monthEnd(addMonths(first, rule.months * n));
}

function isParityKept(day: Day): boolean {
  return Number(day.slice(0, 4)) % 2 === Number(day.slice(5, 7)) % 2;
}

/**
 * What is unusual about a cycle's dates under the body's cycle rule, in sentences. Never a refusal: bodies
 * grant extensions and shift cycles, and then the user's dates are the right ones.
 */
export function cycleWarnings(
  cycle: Dates,
  body: string,
  earnedOn: Day | null,
  reference: Reference,
): string[] {
  const rule = ruleSetFor(body, cycle.start, reference)?.cycle;
  if (!rule || cycle.end <= cycle.start) return [];
  const name = bodyOf(body, reference)?.name ?? body;
  const warnings: string[] = [];
  const isFirst = cycle.start === earnedOn;
  if (rule.anchor === 'month-parity') {
    if (!isParityKept(cycle.end)) {
      warnings.push(
        `${name} renewals of an odd month fall in odd years and those of an even month in even years; this cycle ends the other way round. Check the year.`,
      );
    }
  } else if (
    rule.anchor !== 'unknown' &&
    earnedOn !== null &&
    !isAnniversary(cycle.start, earnedOn)
  ) {
    warnings.push(
      `${name} cycles usually begin on the day the exam was passed or an anniversary of it; this one does not. With several credentials that can be right.`,
    );
  }
  const usualEnd = addDays(addMonths(cycle.start, rule.months), -1);
  // A first cycle runs to the end of its month; one that follows a Feb 29 may differ from 24 months by a day.
  const isUsual =
    cycle.end === usualEnd ||
    (rule.anchor === 'month-parity' && isFirst && cycle.end === monthEnd(usualEnd)) ||
    (earnedOn?.endsWith('-02-29') === true &&
      cycle.end.slice(0, 4) === usualEnd.slice(0, 4) &&
      isAnniversary(addDays(cycle.end, 1), earnedOn));
  if (rule.anchor === 'month-parity' && isFirst && cycle.end < usualEnd) {
    warnings.push(
      `The first cycle is shorter than ${rule.months} months, so ${name} may ask for fewer units. Enter the number it shows as your own requirement.`,
    );
  } else if (!isUsual) {
    warnings.push(
      `${name} cycles usually last ${rule.months} months; this one is ${cycle.end < usualEnd ? 'shorter' : 'longer'}. Check both dates.`,
    );
  }
  return warnings;
}

/** Whether the day is the other one or an anniversary of it; Feb 28 and Mar 1 do for a Feb 29. */
function isAnniversary(day: Day, of: Day): boolean {
  if (day < of) return false;
  const monthAndDay = day.slice(5);
  return of.slice(5) === '02-29'
    ? ['02-28', '02-29', '03-01'].includes(monthAndDay)
    : monthAndDay === of.slice(5);
}
