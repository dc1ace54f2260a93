import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../src/core/dates';
import { deadlinesOf, occurrencesDue, type DueOccurrence } from '../../../src/core/deadlines/rules';
import type { Library } from '../../../src/core/library/schema';
import type { Reference } from '../../../src/core/reference/schema';

/** When on the day a notice is shown. */
const wallTime = '09:00';
/** What came up while the program was not running is still told within these days. */
const lookBack = 30;

/**
 * What a system notice is due for at this moment, besides those that were shown. Days and the wall
 * time are compared as the user's clock shows them, at each look: no instant is kept that sleep, a
 * journey or summer time would make wrong.
 */
export function noticesDue(
  library: Library,
  { now, timeZone }: { now: string; timeZone: string },
  reference: Reference,
  isShown: (occurrence: string) => boolean,
): DueOccurrence[] {
  const wall = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const today = wall.toPlainDate().toString();
  const isMorning = Temporal.PlainTime.compare(wall.toPlainTime(), wallTime) >= 0;
  const deadlines = deadlinesOf(library, today, reference, addDays(today, -lookBack));
  return occurrencesDue(deadlines, library.occurrences, today, now).filter(
    ({ id, deadline, lead }) => {
      if (!deadline.isNoticed || isShown(id)) return false;
      const day = addDays(deadline.date, -lead);
      if (day === today && !isMorning) return false;
      return !wasKnown(deadline.open.id, day);
    },
  );

  /** Whoever enters a cycle today has its date before them and need not be told of a lead long past. */
  function wasKnown(cycleId: string | null, day: string): boolean {
    const createdAt = cycleId === null ? undefined : library.cycles[cycleId]?.createdAt;
    if (createdAt === undefined) return false;
    const entered = Temporal.Instant.from(createdAt).toZonedDateTimeISO(timeZone).toPlainDate();
    return day <= entered.toString();
  }
}
