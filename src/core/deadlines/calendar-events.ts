import { addDays, addMonths, monthEnd } from '../dates';
import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { checkInWords, recordInWords } from './age';
import { answersIn } from './answers';
import type { Deadline, Here } from './deadline';
import { allLeads } from './leads';
import type { ReminderSlices } from './reminders';
import { deadlinesOf } from './rules';
import { partOfMonth } from './words';

/** What goes into a calendar file, as people choose it. */
export const calendarParts = ['renewals', 'exams', 'code-sets', 'preparation', 'mine'] as const;
export type CalendarPart = (typeof calendarParts)[number];

const partOfKind: Record<Deadline['kind'], CalendarPart> = {
  'window-opens': 'renewals',
  'cycle-end': 'renewals',
  dues: 'renewals',
  late: 'renewals',
  exam: 'exams',
  program: 'exams',
  'code-set': 'code-sets',
  preparation: 'preparation',
  own: 'mine',
};

/** One date as other calendars hold it: whole days, without a zone. */
export interface CalendarEvent {
  /** The same for as long as the date is there, wherever it moves. */
  uid: string;
  part: CalendarPart;
  from: Day;
  /** The day after the last. */
  until: Day;
  summary: string;
  description: string;
  url: string | null;
  /** Only about when is known: a stretch of days, marked as uncertain. */
  isExpected: boolean;
  /** Seconds before the first day begins; negative after that. */
  alarms: number[];
}

export type CalendarSlices = ReminderSlices & Pick<Library, 'id' | 'bodies'>;

/** How far back dates stay in a file, and how far ahead those go that come each year. */
const monthsBack = 12;
const monthsAhead = 24;
const secondsOfDay = 86_400;

/** From this day on a date that is gone was taken away; before it, it is only past. */
export const calendarFrom = (today: Day): Day => addMonths(today, -monthsBack);

/**
 * The dates for a calendar file: those of the last twelve months, all to come, and two years of what comes each
 * year. What the user said not to be relevant is left out; what is done stays, without alarms.
 */
export function calendarEventsOf(
  library: CalendarSlices,
  here: Here,
  reference: Reference,
): CalendarEvent[] {
  const span = { from: calendarFrom(here.today), until: addMonths(here.today, monthsAhead) };
  return eventsOf(deadlinesOf(library, here, reference, span), library, here.today);
}

/** One date of a deadline for a calendar file, however far back or ahead it lies; null where it is not there. */
export function calendarEventOn(
  { deadline: id, date }: { deadline: string; date: Day },
  library: CalendarSlices,
  here: Here,
  reference: Reference,
): CalendarEvent | null {
  const found = deadlinesOf(library, here, reference, { from: date, until: date });
  const one = found.filter((deadline) => deadline.id === id && deadline.date === date);
  return eventsOf(one, library, here.today)[0] ?? null;
}

function eventsOf(
  deadlines: readonly Deadline[],
  library: CalendarSlices,
  today: Day,
): CalendarEvent[] {
  const answerOf = answersIn(library.occurrences, today);
  const at = minutesOf(library.settings.reminders.at);
  const relevant = deadlines.filter((deadline) => answerOf(deadline) !== 'not-relevant');
  return relevant.map((deadline) => {
    const isDone = deadline.isSettled === true || answerOf(deadline) !== undefined;
    // Each date of a series is an event of its own.
    const id = deadline.series ? `${deadline.id}:${deadline.date}` : deadline.id;
    return {
      uid: uidOf(id, library.id),
      part: partOfKind[deadline.kind],
      ...daysOf(deadline),
      summary: summaryOf(deadline),
      description: describe(deadline, isDone, today),
      url: deadline.source?.url ?? null,
      isExpected: deadline.isApproximate,
      alarms: isDone ? [] : alarmsOf(deadline, at),
    };
  });
}

/** What is only expected says so, unless its own title does: “FY2028 code files are expected”. */
function summaryOf({ title, isApproximate }: Deadline): string {
  return isApproximate && !/\b(expected|possible)\b/.test(title) ? `Expected: ${title}` : title;
}

/** A name for all the world; what a file could not hold in it is written by its number. */
export function uidOf(deadline: string, library: string): string {
  const plain = (text: string) =>
    text.replace(/[^\w:.-]/gu, (one) => `~${(one.codePointAt(0) ?? 0).toString(16)}~`);
  return `${plain(deadline)}@${plain(library)}.coders-almanac`;
}

/** The day; of what is only expected the part of its month, the 1st to 10th, 11th to 20th, or the rest. */
function daysOf({ date, isApproximate }: Deadline): { from: Day; until: Day } {
  if (!isApproximate) return { from: date, until: addDays(date, 1) };
  const month = date.slice(0, 8);
  switch (partOfMonth(date)) {
    case 'Early':
      return { from: `${month}01`, until: `${month}11` };
    case 'Mid':
      return { from: `${month}11`, until: `${month}21` };
    case 'Late':
      return { from: `${month}21`, until: addDays(monthEnd(date), 1) };
  }
}

function describe(deadline: Deadline, isDone: boolean, today: Day): string {
  const { detail, isApproximate, source } = deadline;
  const asIs = (day: Day) => day;
  const remarks = [recordInWords(deadline, asIs), checkInWords(deadline, today, asIs)];
  return [
    ...(isDone ? ['Done.'] : []),
    ...(isApproximate ? ['The day is not known, only about when.'] : []),
    ...(detail === '' ? [] : [detail]),
    ...remarks.filter((remark) => remark !== ''),
    ...(source === null ? [] : [`Source: ${source.title}, checked ${source.checkedOn}.`]),
  ].join('\n');
}

function alarmsOf(deadline: Deadline, at: number): number[] {
  if (!deadline.isNoticed || deadline.isApproximate) return [];
  return [...new Set(allLeads(deadline))]
    .sort((one, other) => other - one)
    .map((lead) => lead * secondsOfDay - at * 60);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
