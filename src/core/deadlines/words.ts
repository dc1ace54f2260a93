import type { Deadline } from './rules';

/** What kind of date it is, in two words. One that is only about right is expected, not promised. */
export function kindOf({ kind, isApproximate }: Pick<Deadline, 'kind' | 'isApproximate'>): string {
  switch (kind) {
    case 'cycle-end':
      return 'Cycle end';
    case 'window-opens':
      return 'Submission opens';
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

/** “Reminds 30 and 7 days before and on the day”; what has no system notice is only in the list. */
export function leadsInWords({ leads, isNoticed }: Pick<Deadline, 'leads' | 'isNoticed'>): string {
  const before = leads.filter((lead) => lead > 0);
  const after = leads.filter((lead) => lead < 0).map((lead) => -lead);
  const parts = [
    ...inDays(before, 'before'),
    ...(leads.includes(0) ? ['on the day'] : []),
    ...inDays(after, 'after'),
  ];
  if (parts.length === 0) return 'No reminder';
  return `${isNoticed ? 'Reminds' : 'In the list'} ${listed(parts)}`;
}

function inDays(days: number[], side: string): string[] {
  if (days.length === 0) return [];
  const unit = days.length === 1 && days[0] === 1 ? 'day' : 'days';
  return [`${listed(days.map(String))} ${unit} ${side}`];
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

/** Whether something of the user's is overdue: a date that takes effect or opens has only come. */
export function isOverdue({ kind }: Pick<Deadline, 'kind'>, daysLeft: number): boolean {
  return daysLeft < 0 && (kind === 'own' || kind === 'cycle-end');
}
