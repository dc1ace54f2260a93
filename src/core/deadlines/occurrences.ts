import { Temporal } from 'temporal-polyfill';
import { dayOf, daysBetween } from '../dates';
import type { Day, Instant } from '../library/fields';
import { live } from '../library/schema';
import { ageOfRule, type Age } from './age';
import type { Deadline, Moment } from './deadline';
import { occurrenceId } from './ids';
import { nextReminderOn } from './later';
import { allLeads } from './leads';
import type { Occurrence } from './schema';

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
  /** Why its rule is to be checked, which its own text then says; absent where it need not be. */
  age?: Age;
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
    const returnedAt = returned.get(id) ?? null;
    const age = ageOfRule(deadline, today);
    due.push({ id, deadline, lead, daysLeft, nextOn, returnedAt, ...(age ? { age } : {}) });
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
