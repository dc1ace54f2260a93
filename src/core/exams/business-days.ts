import { Temporal } from 'temporal-polyfill';
import type { Day } from '../library/fields';

const saturday = 6;

/** The day that many business days (Monday to Friday) before another. Holidays are not reckoned: no body names them. */
export function businessDaysBefore(day: Day, count: number): Day {
  let date = Temporal.PlainDate.from(day);
  for (let left = count; left > 0;) {
    date = date.subtract({ days: 1 });
    if (date.dayOfWeek < saturday) left -= 1;
  }
  return date.toString();
}
