import { placeClaims } from './ceu/counting';
import { standingsFrom } from './ceu/rules';
import type { Standing } from './ceu/standing';
import { planInWords, plansOf, planToTell } from './code-sets/plan';
import { addDays, daysBetween } from './dates';
import { codeSetDatesOf, fiscalYearOf } from './deadlines/code-set-year';
import { tomorrowAt } from './deadlines/later';
import { onlyNext } from './deadlines/series-words';
import { comingOf, remindersOf, returnsNextAt } from './deadlines/reminders';
import { dateKey, type Deadline, type Moment } from './deadlines/deadline';
import type { DueOccurrence } from './deadlines/occurrences';
import { atFirst, isPressing } from './deadlines/urgency';
import { daysInWords, isOverdue } from './deadlines/words';
import { lacksOf, runningCycles } from './lacks';
import type { Instant } from './library/fields';
import { live } from './library/live';
import type { Library } from './library/schema';
import { programLines, type ProgramLine } from './programs/summary';
import type { Reference } from './reference/schema';

/** Something that lacks, with the place where it is mended. */
export interface Lack {
  id: string;
  title: string;
  detail: string;
  /** What to open: a screen, or a screen and a record. */
  open: { screen: string; id: string | null };
}

/** One mark of the drawing of the code-set year. */
export interface YearMark {
  id: string;
  date: string;
  label: string;
  title: string;
  weight: 'takes-effect' | 'preparation';
  isApproximate: boolean;
}

/** Today's slice: all that the first screen shows, worked out where the library is. */
export interface Today {
  date: string;
  /** When this was worked out, by the clock that reminders go by. */
  moment: Moment;
  /** When the library was begun: what came up before is no news. */
  begunAt: Instant;
  headline: string;
  /** One for each body with a cycle that holds today, in the order of the reference; `next` says what is urgent. */
  standings: Standing[];
  /** What has come up and was not dealt with; `counts.reminders` says how many there are. */
  reminders: DueOccurrence[];
  /** Where “later” puts a reminder off to. */
  later: Instant;
  /** When something that was put off comes up again, so that this has to be asked for anew. */
  returnsAt: Instant | null;
  /** The soonest deadlines besides. */
  next: Deadline[];
  /** The most urgent of what lacks; `counts.missing` says how many there are. */
  missing: Lack[];
  /** The fiscal year that holds today. The last mark is the October 1 on which the next one begins. */
  year: { start: string; end: string; marks: YearMark[] };
  /** How far the preparation for the next release is; null while no plan runs and nothing is left of one. */
  preparation: { says: string; isOverdue: boolean } | null;
  /** What the rail shows beside a place. */
  counts: { activities: number; missing: number; reminders: number };
  /** The programs that are being compared. */
  programs: ProgramLine[];
}

const mostReminders = 6;
/** Of what is never folded away; beyond that a list is no longer read, and the Calendar has all. */
const mostPressing = 24;
const mostNext = 6;
const mostMissing = 8;

/** What matters today. Works on the whole library in a few milliseconds at ten years of data. */
export function todayOf(library: Library, moment: Moment, reference: Reference): Today {
  const { today } = moment;
  const deadlines = onlyNext(comingOf(library, moment, reference));
  const reminders = remindersOf(library, moment, reference);
  const isReminded = new Set(reminders.map(({ deadline }) => dateKey(deadline)));
  // Weighed once for both: at ten years of data that is most of the work.
  const placed = placeClaims(library, runningCycles(library, today), today, reference);
  const standings = standingsFrom(placed, library, today, reference);
  const lacks = lacksOf(library, { standings, placed }, today, reference);
  const plan = planToTell(plansOf(library, moment, reference), today);
  const { start, end } = fiscalYearOf(today);
  const marks = codeSetDatesOf(start, addDays(end, 1), library, reference).filter(
    ({ isMinor }) => !isMinor,
  );
  return {
    date: today,
    moment,
    begunAt: library.createdAt,
    headline: headlineOf({ deadlines, reminders, missing: lacks.length, today }),
    standings,
    reminders: atFirst(reminders, mostReminders, ({ deadline, daysLeft }) =>
      isPressing(deadline, daysLeft),
    ).slice(0, mostPressing),
    later: tomorrowAt(moment, library.settings.reminders.at),
    returnsAt: returnsNextAt(library.occurrences, moment.now),
    next: atFirst(
      deadlines.filter((deadline) => !deadline.isMinor && !isReminded.has(dateKey(deadline))),
      mostNext,
      (deadline) => isPressing(deadline, daysBetween(today, deadline.date)),
    ).slice(0, mostPressing),
    missing: lacks.slice(0, mostMissing),
    year: {
      start,
      end,
      marks: marks.map(({ id, date, label, title, weight, isApproximate }) => ({
        id,
        date,
        label,
        title,
        weight,
        isApproximate,
      })),
    },
    preparation: plan && { says: planInWords(plan), isOverdue: plan.isOverdue },
    counts: {
      activities: live(library.activities).length,
      missing: lacks.length,
      reminders: reminders.length,
    },
    programs: programLines(library, reference),
  };
}

const smallNumbers = [
  'Nothing',
  'One thing',
  'Two things',
  'Three things',
  'Four things',
  'Five things',
];

interface Heads {
  deadlines: Deadline[];
  reminders: DueOccurrence[];
  missing: number;
  today: string;
}

/**
 * “AAPC cycle ended 10 days ago. Two things are due this week. One thing is missing. The next code-set date is in
 * 130 days.” The week is the next seven days; what there is none of is not said, but for the week. What is overdue
 * comes first: counted, or by its name where it is one cycle.
 */
function headlineOf({ deadlines, reminders, missing, today }: Heads): string {
  const weekEnd = addDays(today, 6);
  const count = deadlines.filter(
    ({ date, kind }) => date <= weekEnd && kind !== 'preparation' && kind !== 'late',
  ).length;
  const overdue = reminders.filter(({ deadline, daysLeft }) => isOverdue(deadline, daysLeft));
  const codeSet = deadlines.find(({ kind }) => kind === 'code-set');
  const isAlone = overdue.length > 0 && count === 0;
  return [
    ...(overdue.length > 0 ? [overdueOf(overdue)] : []),
    `${isAlone ? 'Nothing else is' : thingsAre(count)} due this week.`,
    ...(missing > 0 ? [`${thingsAre(missing)} missing.`] : []),
    ...(codeSet ? [`The next code-set date is ${inDays(daysBetween(today, codeSet.date))}.`] : []),
  ].join(' ');
}

function overdueOf(overdue: readonly DueOccurrence[]): string {
  const [first, ...others] = overdue;
  if (first?.deadline.kind !== 'cycle-end' || others.length > 0) {
    return `${thingsAre(overdue.length)} overdue.`;
  }
  return `${first.deadline.title} ${daysInWords(first.daysLeft)}.`;
}

function thingsAre(count: number): string {
  return `${smallNumbers[count] ?? `${count} things`} ${count < 2 ? 'is' : 'are'}`;
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
