import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, dayOf, daysBetween } from '../dates';
import { holdingsIn } from '../ceu/counting';
import type { Cycle } from '../ceu/schema';
import { listed, namesOf } from '../ceu/totals';
import type { Day, Instant } from '../library/fields';
import { live, type Library } from '../library/schema';
import { bodyOf, ruleSetFor } from '../reference';
import type { Reference, Source } from '../reference/schema';
import { codeSetDatesBetween } from './code-set-year';
import { occurrenceId } from './ids';
import { nextReminderOn } from './later';
import { allLeads } from './leads';
import type { Occurrence, OwnDeadline } from './schema';

/** The present, as the user's clock and calendar show it. */
export interface Moment {
  now: Instant;
  today: Day;
  /** The IANA name of the zone the user lives in. */
  timeZone: string;
}

/** A dated obligation or event. `id` stays the same while the date moves. */
export interface Deadline {
  id: string;
  kind: 'cycle-end' | 'window-opens' | 'own' | 'code-set' | 'preparation';
  date: string;
  title: string;
  detail: string;
  /** Days before (positive) or after (negative) the date on which it comes up. */
  leads: number[];
  /** Whether a system notice may be shown, or only a line in the list. */
  isNoticed: boolean;
  isApproximate: boolean;
  /** Not among the next dates of Today before it comes up. */
  isMinor: boolean;
  /** When it came into the user's library: what had come up by then is not told as news. */
  knownSince: Instant;
  open: { screen: string; id: string | null };
  source: Source | null;
}

const cycleEndLeads = [180, 90, 30, 7, 1];
const codeSetLeads = [30, 7, 0];
const onTheDay = [0];

/** `createdAt` is when the library was begun. */
export type DeadlineSlices = Pick<
  Library,
  'createdAt' | 'settings' | 'holdings' | 'cycles' | 'deadlines'
>;

/**
 * Every deadline from a day on (today, unless said otherwise), the soonest first: the ends of the cycles of
 * bodies of which a credential is held, the days from which they can be submitted, the user's own dates, and
 * the code-set dates of the twelve months after today. Planning looks back a while too, so as to tell of what passed unseen.
 */
export function deadlinesOf(
  library: DeadlineSlices,
  today: Day,
  reference: Reference,
  from: Day = today,
): Deadline[] {
  const ofCycles = live(library.cycles).flatMap((cycle) =>
    deadlinesOfCycle(cycle, library, today, reference),
  );
  const until = addMonths(today, 12);
  const ofCodeSets = codeSetDatesBetween(from, until, library.settings.usesCpt, reference).map(
    ({ id, date, title, says, weight, isApproximate, isMinor, source }): Deadline => ({
      id: `code-set:${id}`,
      kind: weight === 'takes-effect' ? 'code-set' : 'preparation',
      date,
      title,
      detail: says,
      leads: weight === 'takes-effect' ? codeSetLeads : onTheDay,
      isNoticed: weight === 'takes-effect',
      isApproximate,
      isMinor,
      knownSince: library.createdAt,
      open: { screen: 'calendar', id: null },
      source,
    }),
  );
  const own = live(library.deadlines).map(ownDeadline);
  return [...ofCycles, ...own, ...ofCodeSets].filter(({ date }) => date >= from).sort(bySoonest);
}

function bySoonest(one: Deadline, other: Deadline): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** A date of the user's own as a deadline. */
export function ownDeadline({ id, title, date, note, leads, datedAt }: OwnDeadline): Deadline {
  return {
    id: `own:${id}`,
    kind: 'own',
    date,
    title,
    detail: note.split('\n', 1)[0] ?? '',
    leads,
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: datedAt,
    open: { screen: 'calendar', id },
    source: null,
  };
}

function deadlinesOfCycle(
  cycle: Cycle,
  library: DeadlineSlices,
  today: Day,
  reference: Reference,
): Deadline[] {
  const held = holdingsIn(cycle, library.holdings);
  if (held.length === 0) return [];
  const body = bodyOf(cycle.body, reference);
  const name = body?.name ?? cycle.body;
  const names = listed(namesOf(held, reference));
  const rule = ruleSetFor(cycle.body, cycle.start, reference)?.cycle;
  const base = {
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: cycle.createdAt,
    open: { screen: 'ceus', id: cycle.id },
    source: rule?.source ?? null,
  };
  const end: Deadline = {
    ...base,
    id: `cycle-end:${cycle.id}`,
    kind: 'cycle-end',
    date: cycle.end,
    title: `${name} cycle ${cycle.end < today ? 'ended' : 'ends'}`,
    detail:
      cycle.end < today
        ? `${names}: the cycle is over. Check with ${name} what can still be done.`
        : `${names}: the last day on which a unit counts.`,
    leads: cycleEndLeads,
  };
  if (!rule?.opensBefore) return [end];
  const { months = 0, days = 0 } = rule.opensBefore;
  const dueOn = rule.dueOn === 'last-day' ? cycle.end : addDays(cycle.end, 1);
  const opens: Deadline = {
    ...base,
    id: `window-opens:${cycle.id}`,
    kind: 'window-opens',
    date: addDays(addMonths(dueOn, -months), -days),
    title: `${name} submission opens`,
    detail: `${names}: ${months > 0 ? inWords(months, 'month') : inWords(days, 'day')} before the due date.`,
    leads: onTheDay,
  };
  return [end, opens];
}

function inWords(count: number, unit: string): string {
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}

/** A deadline that has come up: at which of its leads, and how many days are left (negative once past). */
export interface DueOccurrence {
  id: string;
  deadline: Deadline;
  lead: number;
  daysLeft: number;
  /** The day on which it comes up next, were this seen; null if it does not. */
  nextOn: Day | null;
  /** The instant to which it was put off and at which it came again. */
  returnedAt: Instant | null;
}

/**
 * What has come up by today and is not dealt with, in the order of the deadlines: each deadline at most once,
 * at the newest lead reached. Earlier leads are superseded by it, and a date that moved makes another occurrence.
 * A date that is done or not relevant is not listed at any lead, one that was seen not at that lead, and what is
 * put off is listed again once its instant has come. What was known when it came up is left out: see `isKnown`.
 */
export function occurrencesDue(
  deadlines: readonly Deadline[],
  marks: Record<string, Occurrence>,
  moment: Moment,
): DueOccurrence[] {
  const { today, now } = moment;
  const putAway = new Set<string>();
  const returned = new Map<string, Instant | null>();
  const ended = new Set<string>();
  for (const { id, deadline, due, state, until } of live(marks)) {
    if (state === 'done' || state === 'not-relevant') ended.add(`${deadline}|${due}`);
    else if (state === 'seen' || isBefore(now, until)) putAway.add(id);
    else returned.set(id, until);
  }
  const due: DueOccurrence[] = [];
  for (const deadline of deadlines) {
    if (ended.has(`${deadline.id}|${deadline.date}`)) continue;
    const daysLeft = daysBetween(today, deadline.date);
    const reached = allLeads(deadline).filter((lead) => lead >= daysLeft);
    if (reached.length === 0) continue;
    const lead = Math.min(...reached);
    const id = occurrenceId(deadline.id, deadline.date, lead);
    // Whoever put it off wants to hear of it again, known or not.
    const isListed = returned.has(id) || !isKnown(deadline, lead, moment);
    if (!isListed || putAway.has(id)) continue;
    const nextOn = nextReminderOn(deadline, today);
    due.push({ id, deadline, lead, daysLeft, nextOn, returnedAt: returned.get(id) ?? null });
  }
  return due;
}

function isBefore(now: Instant, until: Instant | null): boolean {
  if (until === null) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(now), Temporal.Instant.from(until)) < 0;
}

/**
 * Whether a lead came up no later than the day on which the user entered the date, so that telling it would be
 * no news: they had the date before them. It holds for the library as a whole (the October 1 before its first
 * day), for a cycle, and for a date of the user's own since it was last typed, moved ones included. One of their
 * own that has passed since is told all the same: only they know whether it was done.
 */
function isKnown(
  { kind, date, knownSince }: Deadline,
  lead: number,
  { today, timeZone }: Moment,
): boolean {
  // How long before its day the date was typed. The day in the user's zone is at most one away from the one in
  // UTC, which is mostly enough: asking a zone for its day is slow.
  const roughly = daysBetween(knownSince.slice(0, 10), date);
  const isClear = Math.abs(lead - roughly) > 1 && Math.abs(roughly) > 1;
  const ahead = isClear ? roughly : daysBetween(dayOf(knownSince, timeZone), date);
  if (lead < ahead) return false;
  const hasPassedSince = ahead >= 0 && date < today;
  return !(kind === 'own' && hasPassedSince);
}
