import { addDays, addMonths } from '../dates';
import type { Day, Instant } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { byUrgency } from './urgency';
import { answersOf, endingsIn } from './answers';
import { dateKey, type Deadline, type Here, type Moment } from './deadline';
import { keyOfDate, readDeadlineId } from './ids';
import { occurrencesDue, type DueOccurrence } from './occurrences';
import { answeredOwnDate, ownDatesToTell, passedOwnDate } from './of-own';
import { renewedOf } from './renewed';
import { deadlinesOf, type DeadlineSlices } from './rules';
import type { Occurrence } from './schema';

/** A date that passed is still told for these days; an own date and a cycle's end until they are answered. */
export const lookBack = 30;

export type ReminderSlices = DeadlineSlices;

/**
 * The list of reminders: what has come up and was not dealt with, in the order of `byUrgency`, each date at most
 * once. It is the record of them; a system notice only points to it. A cycle's end that passed stays until it is
 * answered, or until the cycle is closed or a newer one of that body has begun: then it was renewed. Others stay until
 * they are answered, or a month after the last day on which they come up or were put off to, and what follows a cycle's
 * end while it lasts.
 */
export function remindersOf(
  library: ReminderSlices,
  moment: Moment,
  reference: Reference,
): DueOccurrence[] {
  const { today, timeZone } = moment;
  const from = addDays(today, -lookBack);
  const cycles = live(library.cycles);
  // Only where there are cycles there are dues, which are asked about for longer.
  const begin = cycles.length > 0 ? addMonths(today, -12) : from;
  const returned = returnedSince(library.occurrences, from);
  const oldest = [
    ...cycles.map(({ end }) => end),
    ...returned.values(),
    addDays(from, lowestLead(library)),
  ].reduce((first, day) => (day < first ? day : first), begin);
  const renewed = renewedOf(library, today);
  const isAnswerable = (deadline: Deadline): boolean => {
    const { kind, date, leads, open } = deadline;
    const id = open.id;
    switch (kind) {
      case 'cycle-end':
        return date >= today || !renewed.has(id ?? '');
      case 'late':
        return true;
      default:
        return date >= addDays(from, Math.min(0, ...leads)) || returned.has(dateKey(deadline));
    }
  };
  const others = deadlinesOf({ ...library, deadlines: {} }, moment, reference, { from: oldest });
  const deadlines = [
    ...ownDatesToTell(library, today, timeZone),
    ...others.filter((one) => !one.isSettled && isAnswerable(one)),
  ];
  return occurrencesDue(deadlines, library.occurrences, moment).sort(byUrgency);
}

/**
 * The dates that were put off to a day since then, by their `dateKey`: whoever wanted to hear of one again does,
 * however long it has passed by now.
 */
function returnedSince(marks: Record<string, Occurrence>, from: Day): Map<string, Day> {
  const putOff = live(marks).filter(
    ({ state, until }) => state === 'put-off' && until !== null && until.slice(0, 10) >= from,
  );
  return new Map(putOff.map(({ deadline, due }) => [keyOfDate(deadline, due), due]));
}

/** The furthest after a date that the user wants to be reminded of any. */
function lowestLead({ settings, adjustments }: ReminderSlices): number {
  const chosen = [
    ...Object.values(settings.reminders.leads),
    ...live(adjustments).map(({ leads }) => leads ?? []),
  ];
  return Math.min(0, ...chosen.flat());
}

/**
 * The dates from today on that are neither done nor said to be not relevant, the soonest first: of what repeats all
 * of twelve months, which a list shows through `inShort`.
 */
export function comingOf(library: ReminderSlices, here: Here, reference: Reference): Deadline[] {
  const endingOf = endingsIn(library.occurrences);
  return deadlinesOf(library, here, reference).filter(
    (deadline) => !deadline.isSettled && endingOf(deadline) === undefined,
  );
}

/** The next instant at which something that was put off comes up again; null if nothing waits. */
export function returnsNextAt(marks: Record<string, Occurrence>, now: Instant): Instant | null {
  const later = live(marks)
    .flatMap(({ state, until }) => (state === 'put-off' && until !== null ? [until] : []))
    .filter((until) => Date.parse(until) > Date.parse(now));
  return later.reduce<Instant | null>(
    (first, until) => (first === null || Date.parse(until) < Date.parse(first) ? until : first),
    null,
  );
}

/** Something the user did to a date; `isSuperseded` once the date has moved away from the one that was meant. */
export interface DealtWith {
  mark: Occurrence;
  deadline: Deadline;
  isSuperseded: boolean;
}

const monthsKept = 6;

/**
 * What the user did to dates in the last six months, the newest first. What was put off and has come up again
 * is not among it, nor a date that is no longer there.
 */
export function dealtWithOf(
  library: ReminderSlices,
  moment: Moment,
  reference: Reference,
): DealtWith[] {
  const { now, today } = moment;
  const since = addMonths(today, -monthsKept);
  const answers = answersOf(library);
  const isEnded = ({ deadline, due }: Occurrence) =>
    answers.get(deadline)?.some((answer) => answer.due === due) === true;
  const marks = live(library.occurrences)
    .filter(({ updatedAt }) => updatedAt >= since)
    // Whoever did it early will not be reminded again.
    .filter((one) => one.state !== 'put-off' || !isEnded(one))
    .filter(({ state, until }) => state !== 'put-off' || Date.parse(until ?? now) > Date.parse(now))
    .sort((one, other) => (one.updatedAt > other.updatedAt ? -1 : 1));
  if (marks.length === 0) return [];
  // A date may have moved into the past since; no further than anybody would look for it here.
  const oldest = marks.reduce((day, { due }) => (due < day ? due : day), addMonths(today, -24));
  const others = { ...library, deadlines: {} };
  const deadlines = new Map(
    deadlinesOf(others, moment, reference, { from: oldest }).map((deadline) => [
      deadline.id,
      deadline,
    ]),
  );
  return marks.flatMap((mark) => {
    const what = readDeadlineId(mark.deadline);
    const own = what?.of === 'own' ? library.deadlines[what.date] : undefined;
    if (own && !own.deletedAt) {
      const [deadline, isSuperseded] = answeredOwnDate(own, mark.due);
      return [{ mark, deadline, isSuperseded }];
    }
    const deadline = deadlines.get(mark.deadline);
    return deadline ? [{ mark, deadline, isSuperseded: isMoved(deadline, mark) }] : [];
  });
}

/** Whether an answer is to another day than the one that holds now; dues that were paid are paid on any. */
function isMoved({ kind, date }: Deadline, { due, state }: Occurrence): boolean {
  return date !== due && !(kind === 'dues' && (state === 'done' || state === 'not-relevant'));
}

/** A date of the user's own that has passed, and whether it was dealt with. */
export interface PastDate {
  deadline: Deadline;
  answer: 'done' | 'not-relevant' | null;
}

/**
 * The user's own dates before today, the newest first, also those that had passed when they were entered. What
 * repeats and has a date to come is not among them.
 */
export function pastOwnOf(
  library: Pick<Library, 'deadlines' | 'occurrences'>,
  { today, timeZone }: Here,
): PastDate[] {
  const all = answersOf(library);
  const endingOf = endingsIn(library.occurrences);
  return live(library.deadlines)
    .map((own) => passedOwnDate(own, all, today, timeZone))
    .filter((deadline) => deadline !== null)
    .sort((one, other) => (one.date === other.date ? 0 : one.date < other.date ? 1 : -1))
    .map((deadline) => ({
      deadline,
      answer: endingOf(deadline) ?? null,
    }));
}
