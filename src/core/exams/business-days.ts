import { Temporal } from 'temporal-polyfill';
import type { Day } from '../library/fields';

const saturday = 6;
const sunday = 7;

/**
 * The day that many business days before another: Monday to Friday without the federal holidays. No body says which
 * days it counts; leaving more of them out gives the earlier day, which is the safe one.
 */
export function businessDaysBefore(day: Day, count: number): Day {
  let date = Temporal.PlainDate.from(day);
  for (let left = count; left > 0;) {
    date = date.subtract({ days: 1 });
    if (date.dayOfWeek < saturday && !isFederalHoliday(date)) left -= 1;
  }
  return date.toString();
}

/** Those that fall on a day of the month, and what is kept instead where that is a Saturday or a Sunday. */
const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25'];

/**
 * Whether it is a federal holiday, or the day on which one is kept (5 U.S.C. 6103; Executive Order 11582): the Friday
 * before a Saturday, the Monday after a Sunday. Juneteenth counts in the years before it was one, too.
 */
export function isFederalHoliday(date: Temporal.PlainDate): boolean {
  const { month, day, dayOfWeek } = date;
  if (dayOfWeek >= saturday) return false;
  const isOn = (other: Temporal.PlainDate) =>
    fixed.includes(other.toString().slice('2026-'.length));
  const keptFor = dayOfWeek === 5 ? saturday : dayOfWeek === 1 ? sunday : null;
  if (isOn(date)) return true;
  if (keptFor !== null && isOn(date.add({ days: keptFor === saturday ? 1 : -1 }))) return true;
  const nth = Math.ceil(day / 7);
  const isLast = day + 7 > date.daysInMonth;
  if (dayOfWeek === 4) return month === 11 && nth === 4;
  if (dayOfWeek !== 1) return false;
  // Martin Luther King, Washington, Memorial Day, Labor Day, Columbus.
  return (
    (month === 1 && nth === 3) ||
    (month === 2 && nth === 3) ||
    (month === 5 && isLast) ||
    (month === 9 && nth === 1) ||
    (month === 10 && nth === 2)
  );
}
