import { holdingsIn } from '../ceu/counting';
import type { Cycle, Holding } from '../ceu/schema';
import { listed, namesOf } from '../ceu/totals';
import { earliestHolding } from '../ceu/weighing';
import { duesDayIn, sameDayIn } from '../ceu/dues';
import { addMonths } from '../dates';
import type { Day, Instant } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { bodyName, ruleSetFor } from '../reference';
import type { DuesRule, Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import { deadlineId } from './ids';
import { dayThatHolds, recordOf } from './records';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments'>;

/**
 * The dues of bodies that ask for them each year, from a day on, until twelve months after today unless said
 * otherwise: on the day of the
 * year on which the newest cycle ends, also in years in which none does. A day that the user confirmed for one year
 * holds for the years after it, until they confirm another. The rule is the reference data's.
 */
export function deadlinesOfDues(
  library: Slices,
  today: Day,
  reference: Reference,
  from: Day,
  until: Day = addMonths(today, 12),
): Deadline[] {
  const cycles = live(library.cycles);
  return [...new Set(cycles.map(({ body }) => body))].flatMap((body) => {
    const asked = askedOf(
      cycles.filter((cycle) => cycle.body === body),
      library,
      reference,
    );
    if (!asked) return [];
    const { begun, held } = asked;
    const since = from > begun ? from : begun;
    // A day that was recorded may lie in the year beside its own.
    return yearsBetween(Number(since.slice(0, 4)) - 1, Number(until.slice(0, 4)) + 1)
      .map((year) => duesOf(year, asked, library, reference))
      .filter(({ date }) => date > begun)
      .filter(({ id, date }) => dayThatHolds(id, date, library.adjustments) <= until)
      .filter(({ date }) => held.some(({ endedOn }) => endedOn === null || date <= endedOn));
  });
}

interface Asked {
  rule: DuesRule;
  newest: Cycle;
  held: Holding[];
  /** The first day of the first cycle, and when that body's cycles were first entered. */
  begun: Day;
  /** The day of the first credential there, null if it is not known. */
  certified: Day | null;
  knownSince: Instant;
}

/** What one body asks for by its rule and the user's cycles; null where it asks for nothing, or nothing is held. */
function askedOf(
  cycles: readonly Cycle[],
  { holdings }: Slices,
  reference: Reference,
): Asked | null {
  const newest = cycles.reduce((one, other) => (other.start > one.start ? other : one));
  const rule = ruleSetFor(newest.body, newest.start, reference)?.dues;
  const held = rule ? holdingsIn(newest, holdings) : [];
  if (!rule || held.length === 0) return null;
  const least = (texts: string[]) => texts.reduce((one, other) => (other < one ? other : one));
  const begun = least(cycles.map(({ start }) => start));
  const knownSince = least(cycles.map(({ createdAt }) => createdAt));
  const certified = earliestHolding(newest.body, holdings);
  return { rule, newest, held, begun, certified, knownSince };
}

function duesOf(
  year: number,
  { rule, newest, held, begun, certified, knownSince }: Asked,
  { adjustments }: Slices,
  reference: Reference,
): Deadline {
  const { body, end } = newest;
  const idOf = (of: number) => deadlineId({ of: 'dues', body, year: of });
  const name = bodyName(body, reference);
  const here = recordOf(idOf(year), adjustments);
  const standard = duesDayIn(year, end, certified);
  const before = lastConfirmed(year, begun, (of) => recordOf(idOf(of), adjustments));
  const isSure = standard.isSure || before !== null || here !== null;
  const first = `Whether ${name} asks for dues in the first year was not found: check ${rule.whereDayIs}.`;
  const day = before
    ? `The day is the one that you recorded for ${before.year}.`
    : rule.isDayInferred
      ? `The day is our guess, from the end of your cycle: record the one that ${rule.whereDayIs} shows.`
      : '';
  return {
    id: idOf(year),
    kind: 'dues',
    date: before ? sameDayIn(before.day, year + yearOf(before.day) - before.year) : standard.day,
    title: `${name} dues for ${year}`,
    detail: [
      `${listed(namesOf(held, reference))}: ${rule.says.charAt(0).toLowerCase()}${rule.says.slice(1)}`,
      ...[here ? '' : day, isSure ? '' : first],
    ]
      .filter((part) => part !== '')
      .join(' '),
    // What may not be asked for at all is one line in the list on the day.
    leads: isSure ? rule.leads : [0],
    isNoticed: isSure,
    isApproximate: false,
    isMinor: false,
    knownSince,
    open: { screen: 'ceus', id: newest.id },
    source: rule.source,
    issuer: name,
  };
}

/** The newest day that was confirmed for a year before this one, no further back than the cycles go. */
function lastConfirmed(
  year: number,
  begun: Day,
  recordIn: (year: number) => ReturnType<typeof recordOf>,
): { year: number; day: Day } | null {
  for (let of = year - 1; of >= Number(begun.slice(0, 4)); of -= 1) {
    const record = recordIn(of);
    if (record?.why === 'confirmed') return { year: of, day: record.movedTo };
  }
  return null;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
