/*
 * Days, zones and series, reckoned without the program: this file imports nothing. Time is a number of minutes since 1970
 * in UTC, a day a number of days since then.
 */

export const minutesOfDay = 1440;

/** The days since 1970-01-01 of a day such as 2028-02-29. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  let days = day - 1;
  for (let before = 1; before < month; before += 1) days += lengthOf(before, year);
  for (let before = 1970; before < year; before += 1) days += isLeap(before) ? 366 : 365;
  return days;
}

export function dayText(day: number): string {
  let year = 1970;
  let month = 1;
  let left = day;
  for (; left >= (isLeap(year) ? 366 : 365); year += 1) left -= isLeap(year) ? 366 : 365;
  for (; left >= lengthOf(month, year); month += 1) left -= lengthOf(month, year);
  return `${year}-${two(month)}-${two(left + 1)}`;
}

export function instantText(minute: number): string {
  const left = minute - Math.floor(minute / minutesOfDay) * minutesOfDay;
  const day = dayText(Math.floor(minute / minutesOfDay));
  return `${day}T${two(Math.floor(left / 60))}:${two(left % 60)}:00.000Z`;
}

function isLeap(year: number): boolean {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Minutes by which the clock on the wall is ahead of UTC. */
export const zones: Record<string, (minute: number) => number> = {
  UTC: () => 0,
  'America/Phoenix': () => -7 * 60,
  'Asia/Kolkata': () => 5 * 60 + 30,
  'Pacific/Kiritimati': () => 14 * 60,
  // From two on the second Sunday of March to two on the first Sunday of November, since 2007.
  'America/New_York': (minute) => {
    const year = dayText(Math.floor(minute / minutesOfDay)).slice(0, 4);
    const begins = sundayFrom(dayNumber(`${year}-03-08`)) * minutesOfDay + 7 * 60;
    const ends = sundayFrom(dayNumber(`${year}-11-01`)) * minutesOfDay + 6 * 60;
    return (minute >= begins && minute < ends ? -4 : -5) * 60;
  },
};

/** The first Sunday on or after a day; 1970-01-01 was a Thursday. */
function sundayFrom(day: number): number {
  return day + ((7 - ((day + 4) % 7)) % 7);
}

/** How a date comes again, as the user said it. */
export interface Rhythm {
  every: number;
  unit: 'day' | 'week' | 'month';
  /** The last day on which it can fall. */
  until: number | null;
  waits: boolean;
}

/** The date at that place of a series; a month that is too short has its last day instead. */
export function nthDate(first: number, { every, unit }: Rhythm, nth: number): number {
  if (unit !== 'month') return first + nth * every * (unit === 'week' ? 7 : 1);
  const [year = 0, month = 0, day = 0] = dayText(first).split('-').map(Number);
  const at = year * 12 + (month - 1) + nth * every;
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
  return dayNumber(`${y}-${two(m)}-${two(Math.min(day, lengthOf(m, y)))}`);
}
