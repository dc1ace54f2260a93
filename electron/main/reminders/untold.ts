import type { Library } from '../../../src/core/library/schema';
import type { Reference } from '../../../src/core/reference/schema';
import { noticesDue, noticesWaiting } from './plan';

/** What a program that ends now leaves untold in the coming days: each date once, the soonest first. */
export function untoldWithin(
  days: number,
  library: Library,
  { now, timeZone }: { now: string; timeZone: string },
  reference: Reference,
  isShown: (occurrence: string) => boolean,
): { title: string; date: string }[] {
  const toldNow = new Set(
    noticesDue(library, { now, timeZone }, reference, isShown).map(({ id }) => id),
  );
  const later = new Date(Date.parse(now) + days * 86_400_000).toISOString();
  // What a quiet hour holds back now, or would then, stays untold all the same.
  return noticesWaiting(library, { now: later, timeZone }, reference, isShown)
    .filter(({ id }) => !toldNow.has(id))
    .sort((one, other) => one.daysLeft - other.daysLeft)
    .map(({ deadline: { title, date } }) => ({ title, date }));
}
