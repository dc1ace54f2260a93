import { formatMoney } from '../programs/money';
import { factWords } from '../programs/words';
import type { FeePart } from './cost';
import type { DatedStage } from './late';
import type { DayWords } from './rule-words';

/** A fee for all the times it is asked for: `$218; members $100`, `2 times, $380 in all`, `not known`. */
export function feeInWords({ cents, memberCents, times }: FeePart): string {
  const often = times > 1 ? `${times} times, ` : '';
  if (cents === null) return `${often}${factWords.notKnown}`;
  const members = memberCents === null ? '' : `; members ${formatMoney(memberCents)}`;
  return `${often}${formatMoney(cents)}${times > 1 ? ' in all' : ''}${members}`;
}

/** When a stage after the end runs, and what it asks for: `Jan 1, 2028 to Jun 29, 2028`. */
export function stageDays({ from, until, cents }: DatedStage, dayWords: DayWords): string {
  const days =
    from === null
      ? 'days not known'
      : until === null
        ? `from ${dayWords(from)}`
        : `${dayWords(from)} to ${dayWords(until)}`;
  return cents === null ? days : `${days}, ${formatMoney(cents)}`;
}

/** An average month: 365.25 / 12 days. */
const daysOfMonth = 30.44;

/** How much of a cycle is left, in days up to its last: `5 months left`, and in days for the last sixty. */
export function leftInWords(days: number): string {
  if (days > 60) return `${Math.round(days / daysOfMonth)} months left`;
  return days === 1 ? '1 day left' : `${days} days left`;
}
