import { dayOf, daysBetween } from '../dates';
import type { Day, Instant } from '../library/fields';
import { live } from '../library/live';
import { ageOfRule, type Age } from './age';
import { endingsIn } from './answers';
import type { Deadline, Moment } from './deadline';
import { occurrenceId } from './ids';
import { nextReminderOn } from './later';
import { allLeads } from './leads';
import { isAfter, isPutOff, putOffState, type PutOff } from './put-off';
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
 * A date that is done or not relevant is not listed at any lead, one that was seen not at that lead, and what was
 * put off not before its instant has come: see `putOffState`. What was known when it came up is left out: see `isKnown`.
 */
export function occurrencesDue(
  deadlines: readonly Deadline[],
  marks: Record<string, Occurrence>,
  moment: Moment,
): DueOccurrence[] {
  const { today } = moment;
  const endingOf = endingsIn(marks);
  const seen = new Map<string, Instant>();
  const putOff = new Map<string, PutOff[]>();
  for (const mark of live(marks)) {
    if (mark.state === 'seen') seen.set(mark.id, mark.updatedAt);
    else if (isPutOff(mark))
      putOff.set(mark.deadline, [...(putOff.get(mark.deadline) ?? []), mark]);
  }
  const due: DueOccurrence[] = [];
  for (const deadline of deadlines) {
    const daysLeft = daysBetween(today, deadline.date);
    const reached = allLeads(deadline).filter((lead) => lead >= daysLeft);
    if (reached.length === 0 || endingOf(deadline) !== undefined) continue;
    const lead = Math.min(...reached);
    const id = occurrenceId(deadline.id, deadline.date, lead);
    const later = putOffState(deadline, lead, putOff.get(deadline.id) ?? [], moment);
    if (later?.waits) continue;
    const returnedAt = later?.returnedAt ?? null;
    // Whoever put it off wants to hear of it again, known or not, and whatever they saw in the meantime.
    if (returnedAt === null && isKnown(deadline, lead, moment)) continue;
    const seenAt = seen.get(id);
    if (seenAt !== undefined && !(returnedAt && isAfter(returnedAt, seenAt))) continue;
    const nextOn = nextReminderOn(deadline, today);
    const age = ageOfRule(deadline, today);
    due.push({ id, deadline, lead, daysLeft, nextOn, returnedAt, ...(age ? { age } : {}) });
  }
  return due;
}

/**
 * The name of what is told of an occurrence: the same while it is the same news. What came back is told once more. The
 * line of what a series has missed is told when it begins; that it grows by another date each day is no news.
 */
export function noticeIdOf({ deadline, lead, returnedAt }: DueOccurrence): string {
  const id = occurrenceId(deadline.id, deadline.series?.missed?.first ?? deadline.date, lead);
  return returnedAt === null ? id : `${id}|${returnedAt}`;
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
