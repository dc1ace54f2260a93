import { dayOf } from '../../src/core/dates';
import type { Clock } from './clock';

/** The user's day at this moment. Apart from the clock, since the log needs a time and no calendar. */
export function todayOfClock(clock: Clock): string {
  return dayOf(clock.now(), clock.timeZone());
}
