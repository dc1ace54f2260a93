/*
 * What a person expects of reminders, reckoned without the program: this file imports nothing, so that no
 * mistake can be in both. Time is a number of minutes since 1970 in UTC, a day a number of days since then.
 */

const minutesOfDay = 1440;

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

function two(number: number): string {
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

/** A date that comes every year without the user. */
export interface YearlyDate {
  id: string;
  month: number;
  day: number;
  leads: readonly number[];
  isNoticed: boolean;
  /** By year, the day where it is known to have been another. */
  known: Record<number, string>;
}

interface OwnDate {
  date: number;
  leads: readonly number[];
  /** The day on which it was last typed. */
  entered: number;
}

interface Mark {
  state: 'seen' | 'put-off' | 'done' | 'not-relevant';
  until: number;
}

/** A line of the list; `notice` tells apart what came again after it was put off. */
export interface Line {
  key: string;
  notice: string;
  isToTell: boolean;
}

interface Place {
  zone: string;
  /** When the library was begun. */
  begun: number;
  yearly: readonly YearlyDate[];
}

export class ReminderModel {
  own = new Map<string, OwnDate>();
  marks = new Map<string, Mark>();
  /** From when on a notice of the day is shown, in minutes of the day. */
  tellsAt = 9 * 60;
  /** Between these minutes of the day nothing is told; they may reach past midnight. */
  quiet: { from: number; until: number } | null = null;
  #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  today(minute: number): number {
    return Math.floor(this.#wall(minute) / minutesOfDay);
  }

  #wall(minute: number): number {
    return minute + (zones[this.#place.zone]?.(minute) ?? NaN);
  }

  /** Each date that has come up and is not answered, once, at the last of its reminders that was reached. */
  list(minute: number): Line[] {
    const today = this.today(minute);
    return this.#dates(today).flatMap((one) => this.#lineOf(one, minute));
  }

  #lineOf({ id, isOwn, isNoticed, date, leads, entered }: Dated, minute: number): Line[] {
    const today = this.today(minute);
    const reached = leads.filter((lead) => date - lead <= today);
    if (reached.length === 0) return [];
    const lead = Math.min(...reached);
    const day = `${id}|${dayText(date)}|`;
    const isAnswered = [...this.marks].some(
      ([key, { state }]) => key.startsWith(day) && (state === 'done' || state === 'not-relevant'),
    );
    const key = `${day}${lead}`;
    const mark = this.marks.get(key);
    const isBack = mark?.state === 'put-off' && mark.until <= minute;
    if (isAnswered || mark?.state === 'seen' || (mark?.state === 'put-off' && !isBack)) return [];
    // Whoever types a date has it before them; of one that passed since, only they know what became of it.
    const isNews = date - lead > entered || (isOwn && entered <= date && date < today);
    if (!isBack && !isNews) return [];
    const time = this.#wall(minute) - today * minutesOfDay;
    const hasBegun = date - lead < today || time >= this.tellsAt;
    // A month after the last day on which it comes up, only the list has it.
    const isRecent = today - date + Math.min(0, ...leads) <= 30;
    return [
      {
        key,
        notice: isBack ? `${key}|${instantText(mark.until)}` : key,
        isToTell: isNoticed && (isBack || (isRecent && hasBegun)) && !this.#isQuiet(time),
      },
    ];
  }

  #isQuiet(time: number): boolean {
    if (this.quiet === null) return false;
    const { from, until } = this.quiet;
    const isWithin = (time - from + minutesOfDay) % minutesOfDay;
    return isWithin < (until - from + minutesOfDay) % minutesOfDay;
  }

  /** Whether it was put off to a day that is no more than a month ago. */
  #comesBack(day: string, today: number): boolean {
    return [...this.marks].some(
      ([key, { state, until }]) =>
        key.startsWith(day) &&
        state === 'put-off' &&
        Math.floor(until / minutesOfDay) >= today - 30,
    );
  }

  #dates(today: number): Dated[] {
    const { yearly, begun } = this.#place;
    const year = Number(dayText(today).slice(0, 4));
    const entered = this.today(begun);
    const dates: Dated[] = [];
    for (const [id, own] of this.own) dates.push({ id, isOwn: true, isNoticed: true, ...own });
    for (const each of [year - 1, year, year + 1]) {
      for (const { id, month, day, leads, isNoticed, known } of yearly) {
        const date = dayNumber(known[each] ?? `${each}-${two(month)}-${two(day)}`);
        const name = `code-set:${id}:${each}`;
        if (date < today - 30 && !this.#comesBack(`${name}|${dayText(date)}|`, today)) continue;
        dates.push({ id: name, isOwn: false, isNoticed, date, leads, entered });
      }
    }
    return dates;
  }
}

interface Dated extends OwnDate {
  id: string;
  isOwn: boolean;
  isNoticed: boolean;
}
