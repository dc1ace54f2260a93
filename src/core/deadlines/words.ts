import type { Deadline } from './deadline';
import type { DeadlineKind } from './schema';
import { missedInWords } from './series-words';

/** What kind of date it is, in two words. One that is only about right is expected, not promised. */
export function kindOf({ kind, isApproximate }: Pick<Deadline, 'kind' | 'isApproximate'>): string {
  switch (kind) {
    case 'cycle-end':
      return 'Cycle end';
    case 'window-opens':
      return 'Submission opens';
    case 'dues':
      return 'Dues';
    case 'late':
      return 'After the end';
    case 'exam':
      return 'Exam';
    case 'program':
      return 'Program';
    case 'own':
      return 'Yours';
    case 'code-set':
      return 'Takes effect';
    case 'preparation':
      return isApproximate ? 'Expected' : 'Preparation';
  }
}

/** One lead: “30 days before”, “1 day before”, “on the day”, “3 days after”. */
export function leadInWords(lead: number): string {
  if (lead === 0) return 'on the day';
  const days = Math.abs(lead) === 1 ? '1 day' : `${Math.abs(lead)} days`;
  return `${days} ${lead > 0 ? 'before' : 'after'}`;
}

/** “30 and 7 days before, the day before and on the day”; empty without leads. */
export function leadsInWords(leads: readonly number[]): string {
  const before = leads.filter((lead) => lead > 0).sort((one, other) => other - one);
  const after = leads.filter((lead) => lead < 0).sort((one, other) => other - one);
  const parts = [
    ...inDays(before, 'before'),
    ...(leads.includes(0) ? ['on the day'] : []),
    ...inDays(after, 'after').reverse(),
  ];
  return listed(parts);
}

function inDays(leads: number[], side: string): string[] {
  const days = leads.map(Math.abs);
  const many = days.filter((count) => count > 1);
  return [
    ...(many.length > 0 ? [`${listed(many.map(String))} days ${side}`] : []),
    ...(days.includes(1) ? [`the day ${side}`] : []),
  ];
}

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** How far a day is away: “in 5 days”, “tomorrow”, “today”, “yesterday”, “5 days ago”. */
export function daysInWords(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

const closeBy = 10;
const weeksUpTo = 45;

/**
 * How far a deadline is away, no more exact than its date: “in 5 days”, “5 days overdue”; for one that is only
 * expected “about now”, “in about 3 weeks”, “about 2 months ago”, never a count of days.
 */
export function awayInWords(
  deadline: Pick<Deadline, 'kind' | 'isApproximate' | 'series'>,
  days: number,
): string {
  if (deadline.isApproximate) return aboutInWords(days);
  const missed = missedInWords(deadline);
  if (missed !== null) return missed;
  if (!isOverdue(deadline, days)) return daysInWords(days);
  return days === -1 ? '1 day overdue' : `${-days} days overdue`;
}

function aboutInWords(days: number): string {
  const far = Math.abs(days);
  if (far <= closeBy) return 'about now';
  const isMonths = far > weeksUpTo;
  const count = Math.round(far / (isMonths ? 30.44 : 7));
  const about = `about ${count} ${isMonths ? 'month' : 'week'}${count === 1 ? '' : 's'}`;
  return days > 0 ? `in ${about}` : `${about} ago`;
}

/** The part of its month in which an expected date lies, since its day is not known. */
export function partOfMonth(date: string): 'Early' | 'Mid' | 'Late' {
  const day = Number(date.slice(8));
  return day <= 10 ? 'Early' : day <= 20 ? 'Mid' : 'Late';
}

/** What asks something of the user by its day; the rest only takes place, and nobody is late for it. */
const asking: ReadonlySet<DeadlineKind> = new Set(['own', 'cycle-end', 'dues']);

export function isAsked({ kind }: Pick<Deadline, 'kind'>): boolean {
  return asking.has(kind);
}

/** Whether something of the user's is overdue: a date that takes effect or opens has only come. */
export function isOverdue(deadline: Pick<Deadline, 'kind'>, daysLeft: number): boolean {
  return daysLeft < 0 && isAsked(deadline);
}

/** Whether an exam's day has passed and its result is still to be entered. */
export function wasSat(
  { isAskedAfter }: Pick<Deadline, 'isAskedAfter'>,
  daysLeft: number,
): boolean {
  return isAskedAfter === true && daysLeft < 0;
}

/**
 * The answer that is offered first. Done ends all reminders of a date, which for a cycle would silence the whole
 * series: so only what the user alone knows to be over or paid, or what is overdue, is done at once.
 */
export function firstAnswer(deadline: Pick<Deadline, 'kind'>, daysLeft: number): 'done' | 'seen' {
  const isTheirs = deadline.kind === 'own' || deadline.kind === 'dues';
  return isTheirs || isOverdue(deadline, daysLeft) ? 'done' : 'seen';
}
