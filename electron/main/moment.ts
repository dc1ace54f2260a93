import { dayOf } from '../../src/core/dates';
import type { Moment } from '../../src/core/deadlines/deadline';
import type { Clock } from './clock';

/** The present, read once: an instant and a day that were read one after the other may belong to two days. */
export function momentOf(clock: Clock): Moment {
  return momentAt(clock.now(), clock.timeZone());
}

/** An instant (ISO 8601, UTC) as the clock and the calendar of a zone show it. */
export function momentAt(now: string, timeZone: string): Moment {
  return { now, today: dayOf(now, timeZone), timeZone };
}
