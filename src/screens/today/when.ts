import { daysBetween } from '../../core/day-words';
import type { Deadline } from '../../core/deadlines/rules';
import { showDay } from '../../ui/locale';

/** When a deadline is: a day, or the part of a month where only about that is known. */
export function whenOf({ date, isApproximate }: Deadline): string {
  if (!isApproximate) return showDay(date, 'short');
  const day = Number(date.slice(8));
  const part = day <= 10 ? 'Early' : day <= 20 ? 'Mid' : 'Late';
  const [month = ''] = showDay(date, 'short').split(' ');
  return `${part} ${month}`;
}

/** How far away it is, no more exact than the date itself. */
export function awayOf({ date, isApproximate }: Deadline, today: string): string {
  const days = daysBetween(today, date);
  if (isApproximate && Math.abs(days) > 45) return `about ${Math.round(days / 30.44)} months`;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  return `${days} days`;
}
