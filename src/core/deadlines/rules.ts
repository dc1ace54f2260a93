import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, daysBetween } from '../dates';
import { holdingsIn } from '../ceu/counting';
import type { Cycle } from '../ceu/schema';
import { listed, namesOf } from '../ceu/totals';
import type { Day, Instant } from '../library/fields';
import { live, type Library } from '../library/schema';
import { bodyOf, ruleSetFor } from '../reference';
import type { Reference, Source } from '../reference/schema';
import { codeSetDatesBetween } from './code-set-year';
import type { Occurrence, OwnDeadline } from './schema';

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
  open: { screen: string; id: string | null };
  source: Source | null;
}

const cycleEndLeads = [180, 90, 30, 7, 1];
const codeSetLeads = [30, 7, 0];
const onTheDay = [0];

type DeadlineSlices = Pick<Library, 'settings' | 'holdings' | 'cycles' | 'deadlines'>;

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
    deadlinesOfCycle(cycle, library, reference),
  );
  const until = addMonths(today, 12);
  const ofCodeSets = codeSetDatesBetween(from, until, library.settings.usesCpt, reference).map(
    ({ id, date, title, says, weight, isApproximate, source }): Deadline => ({
      id: `code-set:${id}`,
      kind: weight === 'takes-effect' ? 'code-set' : 'preparation',
      date,
      title,
      detail: says,
      leads: weight === 'takes-effect' ? codeSetLeads : onTheDay,
      isNoticed: weight === 'takes-effect',
      isApproximate,
      open: { screen: 'calendar', id: null },
      source,
    }),
  );
  const own = live(library.deadlines).map(ownDeadline);
  return [...ofCycles, ...own, ...ofCodeSets].filter(({ date }) => date >= from).sort(bySoonest);
}

function bySoonest(one: Deadline, other: Deadline): number {
  return `${one.date} ${one.id}` < `${other.date} ${other.id}` ? -1 : 1;
}

function ownDeadline({ id, title, date, note, leads }: OwnDeadline): Deadline {
  return {
    id: `own:${id}`,
    kind: 'own',
    date,
    title,
    detail: note.split('\n', 1)[0] ?? '',
    leads,
    isNoticed: true,
    isApproximate: false,
    open: { screen: 'calendar', id },
    source: null,
  };
}

function deadlinesOfCycle(cycle: Cycle, library: DeadlineSlices, reference: Reference): Deadline[] {
  const held = holdingsIn(cycle, library.holdings);
  if (held.length === 0) return [];
  const body = bodyOf(cycle.body, reference);
  const name = body?.name ?? cycle.body;
  const names = listed(namesOf(held, reference));
  const rule = ruleSetFor(cycle.body, cycle.start, reference)?.cycle;
  const base = {
    isNoticed: true,
    isApproximate: false,
    open: { screen: 'ceus', id: cycle.id },
    source: rule?.source ?? null,
  };
  const end: Deadline = {
    ...base,
    id: `cycle-end:${cycle.id}`,
    kind: 'cycle-end',
    date: cycle.end,
    title: `${name} cycle ends`,
    detail: `${names}: the last day on which a unit counts.`,
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
}

/** The id under which the library keeps what the user did to an occurrence. */
export function occurrenceId(deadline: string, due: Day, lead: number): string {
  return `${deadline}|${due}|${lead}`;
}

/**
 * What has come up by today and is not dealt with, in the order of the deadlines: each deadline at most once,
 * at the newest lead reached. Earlier leads are superseded by it, and a date that moved makes another occurrence.
 * A date that is done or not relevant is not listed at any lead, one that was seen not at that lead, and what is
 * put off is listed again once its instant has come.
 */
export function occurrencesDue(
  deadlines: Deadline[],
  marks: Record<string, Occurrence>,
  today: Day,
  now: Instant,
): DueOccurrence[] {
  const dealtWith = new Set<string>();
  const ended = new Set<string>();
  const instant = Temporal.Instant.from(now);
  for (const mark of live(marks)) {
    if (mark.state === 'done' || mark.state === 'not-relevant') {
      ended.add(`${mark.deadline}|${mark.due}`);
      continue;
    }
    const isOver =
      mark.state === 'put-off' &&
      (mark.until === null ||
        Temporal.Instant.compare(Temporal.Instant.from(mark.until), instant) <= 0);
    if (!isOver) dealtWith.add(occurrenceId(mark.deadline, mark.due, mark.lead));
  }
  const due: DueOccurrence[] = [];
  for (const deadline of deadlines) {
    if (ended.has(`${deadline.id}|${deadline.date}`)) continue;
    const daysLeft = daysBetween(today, deadline.date);
    const reached = deadline.leads.filter((lead) => lead >= daysLeft);
    if (reached.length === 0) continue;
    const lead = Math.min(...reached);
    const id = occurrenceId(deadline.id, deadline.date, lead);
    if (!dealtWith.has(id)) due.push({ id, deadline, lead, daysLeft });
  }
  return due;
}
