import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '../../../src/core/dates';
import { morning } from '../../../src/core/deadlines/later';
import { lookBack, remindersOf } from '../../../src/core/deadlines/reminders';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';
import type { Library } from '../../../src/core/library/schema';
import type { Reference } from '../../../src/core/reference/schema';

/**
 * What a system notice is due for at this moment, besides those that were shown: what the list of reminders has,
 * without what is only listed. Days and the wall time are compared as the user's clock shows them, at each look:
 * no instant is kept that sleep, a journey or summer time would make wrong. Of what passed more than a month ago
 * only the list tells. A reminder that was put off is told once more, under an id of its own.
 */
export function noticesDue(
  library: Library,
  { now, timeZone }: { now: string; timeZone: string },
  reference: Reference,
  isShown: (notice: string) => boolean,
): DueOccurrence[] {
  const wall = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const today = wall.toPlainDate().toString();
  const isMorning = Temporal.PlainTime.compare(wall.toPlainTime(), morning) >= 0;
  return remindersOf(library, { now, today, timeZone }, reference)
    .filter(({ deadline }) => deadline.isNoticed && daysBetween(deadline.date, today) <= lookBack)
    .filter(({ deadline, lead, returnedAt }) => {
      const isOfToday = addDays(deadline.date, -lead) === today;
      return isMorning || !isOfToday || returnedAt !== null;
    })
    .map((due) => ({ ...due, id: due.returnedAt ? `${due.id}|${due.returnedAt}` : due.id }))
    .filter(({ id }) => !isShown(id));
}
