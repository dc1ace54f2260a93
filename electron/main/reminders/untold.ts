import type { Moment } from '../../../src/core/deadlines/deadline';
import type { Library } from '../../../src/core/library/schema';
import { momentAt } from '../moment';
import { noticesDue, noticesWaiting } from './plan';

/** What a program that ends now leaves untold in the coming days: each date once, the soonest first. */
export function untoldWithin(
  days: number,
  library: Library,
  moment: Moment,
  isTold: (occurrence: string) => boolean,
): { title: string; date: string }[] {
  const toldNow = new Set(noticesDue(library, moment, isTold).map(({ id }) => id));
  const instant = new Date(Date.parse(moment.now) + days * 86_400_000).toISOString();
  // What a quiet hour holds back now, or would then, stays untold all the same.
  return noticesWaiting(library, momentAt(instant, moment.timeZone), isTold)
    .filter(({ id }) => !toldNow.has(id))
    .sort((one, other) => one.daysLeft - other.daysLeft)
    .map(({ deadline: { title, date } }) => ({ title, date }));
}
