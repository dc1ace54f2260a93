import type { Deadline } from '../../core/deadlines/deadline';
import type { DueOccurrence } from '../../core/deadlines/occurrences';
import type { OccurrenceState } from '../../core/deadlines/schema';
import { awayInWords, kindOf, partOfMonth } from '../../core/deadlines/words';
import { daysBetween } from '../../core/day-words';
import { showDay } from '../../ui/locale';

/** When a deadline is: a day, or the part of a month where only about that is known. */
export function whenOf({ date, isApproximate }: Deadline): string {
  if (!isApproximate) return showDay(date, 'short');
  const [month = ''] = showDay(date, 'short').split(' ');
  return `${partOfMonth(date)} ${month}`;
}

/** How far away it is, for a column of its own: “44 days”, “about 6 weeks”, “today”. */
export function awayOf(deadline: Deadline, today: string): string {
  return awayInWords(deadline, daysBetween(today, deadline.date)).replace(/^in /, '');
}

/** What it is and how far away: “Cycle end, in 29 days”, “Expected about now”. */
export function kindAndAway(deadline: Deadline, today: string): string {
  const away = awayInWords(deadline, daysBetween(today, deadline.date));
  return `${kindOf(deadline)}${deadline.isApproximate ? ' ' : ', '}${away}`;
}

/** Within a week: told in stronger ink. Red is for what is overdue. */
export function isSoon({ date, isApproximate }: Deadline, today: string): boolean {
  const days = daysBetween(today, date);
  return !isApproximate && days >= 0 && days <= 7;
}

/** A day, with its year only where it is another one. */
export function showNear(day: string, today: string): string {
  return showDay(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'medium');
}

/** When a mark was made or something comes again: the day, and the hour where it matters. */
export function showInstant(instant: string, timeZone: string): string {
  const at = new Date(instant);
  const day = at.toLocaleDateString('sv-SE', { timeZone });
  const time = at.toLocaleTimeString('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  return `${showDay(day)}, ${time}`;
}

/** What the line at the foot says of a reminder that comes again, and when; null if it does not. */
export function comesAgain(
  { deadline, nextOn }: DueOccurrence,
  state: OccurrenceState,
  until: string | null,
  timeZone: string,
): string | null {
  if (state === 'put-off' && until !== null) {
    return `${deadline.title}: comes again ${showInstant(until, timeZone)}`;
  }
  if (state !== 'seen' || nextOn === null) return null;
  return `Seen: ${deadline.title}; comes again ${showDay(nextOn)}`;
}
