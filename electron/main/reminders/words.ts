import { formatDay } from '../../../src/core/dates';
import { ageInWords } from '../../../src/core/deadlines/age';
import { missedInWords } from '../../../src/core/deadlines/series-words';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';
import { noticeActions, type NoticeAction } from './actions';

export interface NoticeWords {
  title: string;
  body: string;
  /** The place that a click opens. */
  screen: string;
  /** What can be answered on the notice itself, where the system shows buttons. */
  actions: NoticeAction[];
}

const mostNamed = 4;

/** One notice for all that is due at once, each line with the days that are left. */
export function noticeWords(due: readonly DueOccurrence[]): NoticeWords | null {
  const [first, ...others] = due;
  if (first === undefined) return null;
  if (others.length === 0) {
    const { detail, open, source } = first.deadline;
    const check = ageInWords(first.age ?? null, source, showDay);
    const body = [detail, check].filter((part) => part !== '').join('\n');
    const actions = noticeActions(first);
    return { title: lineOf(first), body, screen: open.screen, actions };
  }
  const named = due
    .slice(0, mostNamed)
    .map((one) => (one.age ? `${lineOf(one)}, check its date` : lineOf(one)));
  const rest = due.length - named.length;
  const lines = rest > 0 ? [...named, `and ${rest} more`] : named;
  const title = `${due.length} dates need you`;
  return { title, body: lines.join('\n'), screen: 'calendar', actions: [] };
}

/** Systems cut a long line at its end, where it says how many days are left. */
const longestTitle = 60;

function shortened(title: string): string {
  const signs = [...title];
  if (signs.length <= longestTitle) return title;
  return `${signs
    .slice(0, longestTitle - 1)
    .join('')
    .trimEnd()}…`;
}

/** One date in a line; all that was missed of what repeats is one. */
function lineOf({ deadline, daysLeft }: DueOccurrence): string {
  const missed = missedInWords(deadline);
  return `${shortened(deadline.title)}${missed === null ? inDays(daysLeft) : ` · ${missed}`}`;
}

function showDay(day: string): string {
  return formatDay(day, 'en-US', 'medium');
}

function inDays(days: number): string {
  if (days === 0) return ' today';
  if (days === 1) return ' tomorrow';
  if (days === -1) return ' · yesterday';
  return days > 0 ? ` in ${days} days` : ` · ${-days} days ago`;
}
