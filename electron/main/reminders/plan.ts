import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../../../src/core/dates';
import type { Moment } from '../../../src/core/deadlines/deadline';
import { isQuiet } from '../../../src/core/deadlines/quiet';
import { lookBack, remindersOf } from '../../../src/core/deadlines/reminders';
import { noticeIdOf, type DueOccurrence } from '../../../src/core/deadlines/occurrences';
import type { Library } from '../../../src/core/library/schema';
import { referenceOf } from '../../../src/core/reference/own-bodies';

type IsTold = (notice: string) => boolean;

/**
 * What a system notice is due for at this moment, besides those that were told: what the list of reminders has,
 * without what is only listed; nothing within the quiet hours, and all of it after them. Days and the wall time are
 * compared as the user's clock shows them, at each look: no instant is kept that sleep, a journey or summer time
 * would make wrong. Of what passed more than a month ago only the list tells. A reminder that was put off is told
 * once more, under an id of its own: see `noticeIdOf`.
 */
export function noticesDue(library: Library, moment: Moment, isTold: IsTold): DueOccurrence[] {
  const { quiet } = library.settings.reminders;
  return isQuiet(wallTime(moment), quiet) ? [] : noticesWaiting(library, moment, isTold);
}

/** `noticesDue` as if no hours were quiet: what waits to be told. */
export function noticesWaiting(library: Library, moment: Moment, isTold: IsTold): DueOccurrence[] {
  const { at } = library.settings.reminders;
  const { today } = moment;
  const hasBegun = wallTime(moment) >= at;
  return remindersOf(library, moment, referenceOf(library))
    .filter(({ deadline }) => deadline.isNoticed)
    .filter(({ deadline, returnedAt }) => returnedAt !== null || !isLongPast(deadline, today))
    .filter(({ deadline, lead, returnedAt }) => {
      const isOfToday = addDays(deadline.date, -lead) === today;
      return hasBegun || !isOfToday || returnedAt !== null;
    })
    .map((due) => ({ ...due, id: noticeIdOf(due) }))
    .filter(({ id }) => !isTold(id));
}

/** Counted from the last day on which it comes up: dues are told of 75 days after. */
function isLongPast({ date, leads }: DueOccurrence['deadline'], today: string): boolean {
  const last = Math.min(0, ...leads);
  return daysBetween(date, today) + last > lookBack;
}

/** What the user's clock shows: `07:30`. */
function wallTime({ now, timeZone }: Moment): string {
  const time = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainTime();
  return time.toString({ smallestUnit: 'minute' });
}
