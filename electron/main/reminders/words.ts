import { formatDay } from '../../../src/core/dates';
import { ageInWords } from '../../../src/core/deadlines/age';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';

export interface NoticeWords {
  title: string;
  body: string;
  /** The place that a click opens. */
  screen: string;
}

const mostNamed = 4;

/** One notice for all that is due at once, each line with the days that are left. */
export function noticeWords(due: readonly DueOccurrence[]): NoticeWords | null {
  const [first, ...others] = due;
  if (first === undefined) return null;
  if (others.length === 0) {
    const { title, detail, open, source } = first.deadline;
    const check = ageInWords(first.age ?? null, source, showDay);
    const body = [detail, check].filter((part) => part !== '').join('\n');
    return { title: `${title}${inDays(first.daysLeft)}`, body, screen: open.screen };
  }
  const named = due.slice(0, mostNamed).map(({ deadline, daysLeft, age }) => {
    const check = age ? ', check its date' : '';
    return `${deadline.title}${inDays(daysLeft)}${check}`;
  });
  const rest = due.length - named.length;
  const lines = rest > 0 ? [...named, `and ${rest} more`] : named;
  return { title: `${due.length} dates need you`, body: lines.join('\n'), screen: 'calendar' };
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
