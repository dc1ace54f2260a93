import { Temporal } from 'temporal-polyfill';
import { addDays, dayOf, daysBetween } from '../../../src/core/dates';
import { isQuiet } from '../../../src/core/deadlines/quiet';
import { lookBack, remindersOf } from '../../../src/core/deadlines/reminders';
import { noticeIdOf, type DueOccurrence } from '../../../src/core/deadlines/occurrences';
import type { Library } from '../../../src/core/library/schema';
import type { Reference } from '../../../src/core/reference/schema';

type Look = { now: string; timeZone: string };
type IsShown = (notice: string) => boolean;

/**
 * What a system notice is due for at this moment, besides those that were shown: what the list of reminders has,
 * without what is only listed; nothing within the quiet hours, and all of it after them. Days and the wall time are
 * compared as the user's clock shows them, at each look: no instant is kept that sleep, a journey or summer time
 * would make wrong. Of what passed more than a month ago only the list tells. A reminder that was put off is told
 * once more, under an id of its own: see `noticeIdOf`.
 */
export function noticesDue(
  library: Library,
  look: Look,
  reference: Reference,
  isShown: IsShown,
): DueOccurrence[] {
  const { quiet } = library.settings.reminders;
  return isQuiet(wallTime(look), quiet) ? [] : noticesWaiting(library, look, reference, isShown);
}

/** `noticesDue` as if no hours were quiet: what waits to be told. */
export function noticesWaiting(
  library: Library,
  { now, timeZone }: Look,
  reference: Reference,
  isShown: IsShown,
): DueOccurrence[] {
  const { at } = library.settings.reminders;
  const today = dayOf(now, timeZone);
  const hasBegun = wallTime({ now, timeZone }) >= at;
  return remindersOf(library, { now, today, timeZone }, reference)
    .filter(({ deadline }) => deadline.isNoticed)
    .filter(({ deadline, returnedAt }) => returnedAt !== null || !isLongPast(deadline, today))
    .filter(({ deadline, lead, returnedAt }) => {
      const isOfToday = addDays(deadline.date, -lead) === today;
      return hasBegun || !isOfToday || returnedAt !== null;
    })
    .map((due) => ({ ...due, id: noticeIdOf(due) }))
    .filter(({ id }) => !isShown(id));
}

/** Counted from the last day on which it comes up: dues are told of 75 days after. */
function isLongPast({ date, leads }: DueOccurrence['deadline'], today: string): boolean {
  const last = Math.min(0, ...leads);
  return daysBetween(date, today) + last > lookBack;
}

/** What the user's clock shows: `07:30`. */
function wallTime({ now, timeZone }: Look): string {
  const time = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainTime();
  return time.toString({ smallestUnit: 'minute' });
}
