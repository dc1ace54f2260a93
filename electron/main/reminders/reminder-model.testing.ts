import {
  dayNumber,
  dayText,
  instantText,
  minutesOfDay,
  nthDate,
  two,
  zones,
  type Rhythm,
} from './model-days.testing';

/*
 * What a person expects of reminders, reckoned without the program: this file imports nothing of it, so that no
 * mistake can be in both.
 */

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
  /** Of one that comes again, the first. */
  date: number;
  leads: readonly number[];
  /** The minute at which it was last typed. */
  entered: number;
  rhythm?: Rhythm | null;
}

/** A period at whose end a credential is renewed, and from when on it can be. */
export interface ModelCycle {
  start: number;
  end: number;
  entered: number;
  isClosed: boolean;
  /** A later end that was granted, and when that was noted. */
  granted: { date: number; entered: number } | null;
}

interface Mark {
  state: 'seen' | 'put-off' | 'done' | 'not-relevant';
  until: number;
  /** The minute at which it was made. */
  at: number;
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
  /** So many days before the day after its end, when it is due, a cycle can be submitted. */
  opensBefore: number;
}

export class ReminderModel {
  own = new Map<string, OwnDate>();
  cycles = new Map<string, ModelCycle>();
  marks = new Map<string, Mark>();
  /** From when on a notice of the day is shown, in minutes of the day. */
  tellsAt = 9 * 60;
  /** Between these minutes of the day nothing is told; they may reach past midnight. */
  quiet: { from: number; until: number } | null = null;
  zone: string;
  #place: Place;

  constructor(place: Place) {
    this.#place = place;
    this.zone = place.zone;
  }

  today(minute: number): number {
    return Math.floor(this.#wall(minute) / minutesOfDay);
  }

  #wall(minute: number): number {
    return minute + (zones[this.zone]?.(minute) ?? NaN);
  }

  /** Each date that has come up and is not answered, once, at the last of its reminders that was reached. */
  list(minute: number): Line[] {
    const today = this.today(minute);
    return this.#dates(today).flatMap((one) => this.#lineOf(one, minute));
  }

  #lineOf(one: Dated, minute: number): Line[] {
    const { id, isOwn, isNoticed, date, leads, entered } = one;
    const today = this.today(minute);
    const reached = [...leads, ...(one.isAskedAfter ? [-1] : [])].filter(
      (lead) => date - lead <= today,
    );
    if (reached.length === 0) return [];
    const lead = Math.min(...reached);
    const day = `${id}|${dayText(date)}|`;
    if (this.#isAnswered(id, date)) return [];
    const key = `${day}${lead}`;
    const back = this.#putOff(one, lead, minute);
    if (back === 'waits') return [];
    const mark = this.marks.get(key);
    if (mark?.state === 'seen' && !(back !== null && back > mark.at)) return [];
    // Whoever types a date has it before them; of one that passed since, only they know what became of it.
    const typedOn = this.today(entered);
    const isNews = date - lead > typedOn || (isOwn && typedOn <= date && date < today);
    if (back === null && !isNews) return [];
    const time = this.#wall(minute) - today * minutesOfDay;
    const hasBegun = date - lead < today || time >= this.tellsAt;
    // A month after the last day on which it comes up, only the list has it.
    const isRecent = today - date + Math.min(0, ...leads) <= 30;
    // That what was missed grows by another date is no news.
    const news = `${id}|${dayText(one.missedSince ?? date)}|${lead}`;
    return [
      {
        key,
        notice: back === null ? news : `${news}|${instantText(back)}`,
        isToTell: isNoticed && (back !== null || (isRecent && hasBegun)) && !this.#isQuiet(time),
      },
    ];
  }

  #isAnswered(id: string, date: number): boolean {
    const day = `${id}|${dayText(date)}|`;
    return [...this.marks].some(
      ([key, { state }]) => key.startsWith(day) && (state === 'done' || state === 'not-relevant'),
    );
  }

  /**
   * Whoever says “not now” is left alone until then, but for the days before the date that they chose themselves;
   * and then hears of it, until another day comes up. All that was missed of one thing is one matter.
   */
  #putOff({ id, date, missedSince }: Dated, lead: number, minute: number): 'waits' | number | null {
    let back: number | null = null;
    for (const [key, { state, until, at }] of this.marks) {
      const [deadline, due = '', lead_ = ''] = key.split('|');
      const day = dayNumber(due);
      if (state !== 'put-off' || deadline !== id) continue;
      if (day > date || day < (missedSince ?? date)) continue;
      const isThis = day === date && Number(lead_) === lead;
      const comesOn = date - lead;
      if (until > minute) {
        const isForThis = lead < 0 || this.today(until) === comesOn;
        // A word from the time to come was said by a clock that was wrong.
        if (isThis || (isForThis && at <= minute)) return 'waits';
      } else if (
        isThis ||
        // A word that held for its own day alone was about that day, not about what was missed.
        (missedSince !== null && this.today(until) > day) ||
        comesOn <= this.today(until)
      ) {
        back = Math.max(back ?? until, until);
      }
    }
    return back;
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
    const plain = { isNoticed: true, isAskedAfter: false, missedSince: null };
    const dates: Dated[] = [];
    for (const [id, own] of this.own) {
      const { rhythm = null } = own;
      if (rhythm === null) dates.push({ ...plain, ...own, id, isOwn: true });
      else dates.push(...this.#ofSeries(id, own, rhythm, today));
    }
    for (const [id, cycle] of this.cycles) dates.push(...this.#ofCycle(id, cycle, today));
    for (const each of [year - 1, year, year + 1]) {
      for (const { id, month, day, leads, isNoticed, known } of yearly) {
        const date = dayNumber(known[each] ?? `${each}-${two(month)}-${two(day)}`);
        const name = `code-set:${id}:${each}`;
        if (date < today - 30 && !this.#comesBack(`${name}|${dayText(date)}|`, today)) continue;
        dates.push({ ...plain, id: name, isOwn: false, isNoticed, date, leads, entered: begun });
      }
    }
    return dates;
  }

  /** A cycle is asked about until it is closed, or another begins after the end that holds. */
  #ofCycle(
    id: string,
    { start, end, entered, isClosed, granted }: ModelCycle,
    today: number,
  ): Dated[] {
    if (isClosed) return [];
    const plain = { isOwn: false, isNoticed: true, missedSince: null };
    const date = granted?.date ?? end;
    const isRenewed = [...this.cycles.values()].some(
      (other) => other.start <= today && other.start > (date > end ? date : start),
    );
    const opens = end + 1 - this.#place.opensBefore;
    const name = `window-opens:${id}`;
    const isShown = opens >= today - 30 || this.#comesBack(`${name}|${dayText(opens)}|`, today);
    return [
      ...(date < today && isRenewed
        ? []
        : [
            {
              ...{ ...plain, id: `cycle-end:${id}`, date, leads: [180, 90, 30, 7, 1] },
              ...{ isAskedAfter: true, entered: Math.max(entered, granted?.entered ?? entered) },
            },
          ]),
      ...(isShown
        ? [{ ...plain, id: name, date: opens, leads: [0], isAskedAfter: false, entered }]
        : []),
    ];
  }

  /** What was missed as one, at its newest date, and the next. */
  #ofSeries(id: string, own: OwnDate, rhythm: Rhythm, today: number): Dated[] {
    const typedOn = this.today(own.entered);
    const answers = [...this.marks].flatMap(([key, { state, at }]) => {
      const [deadline, due = '', lead] = key.split('|');
      const isEnd = state === 'done' || state === 'not-relevant';
      return isEnd && deadline === id ? [{ due: dayNumber(due), lead: Number(lead), at }] : [];
    });
    const all: number[] = [];
    const last = rhythm.until ?? Infinity;
    // No two dates lie further apart than three months.
    const far =
      Math.max(today, typedOn, ...answers.flatMap((one) => [one.due, this.today(one.at)])) + 200;
    for (let nth = 0; ; nth += 1) {
      const day = nthDate(own.date, rhythm, nth);
      if (day > last || day > far) break;
      all.push(day);
    }
    const line = (date: number, missedSince: number | null): Dated => {
      const nth = all.indexOf(date);
      const gap = date - nthDate(own.date, rhythm, nth - 1);
      const within = own.leads.filter((lead) => lead < gap);
      const leads = within.length > 0 || own.leads.length === 0 ? within : [0];
      const isAskedAfter = leads.length > 0;
      const { entered } = own;
      return { id, isOwn: true, isNoticed: true, date, leads, entered, isAskedAfter, missedSince };
    };
    if (rhythm.waits) {
      let from = typedOn;
      for (const { due, at } of answers) {
        const on = this.today(at);
        // On a day that has not come nobody answered anything, whatever the clock said.
        if (on > today) {
          if (due <= today && all.includes(due)) from = Math.max(from, due + 1);
        } else from = Math.max(from, (due > on && all.includes(due) ? due : on) + 1);
      }
      const date = all.find((day) => day >= from);
      return date === undefined ? [] : [line(date, date < today ? date : null)];
    }
    const isEnded = (day: number) =>
      answers.some(({ due, lead }) => due === day || (lead < 0 && due < today && day < due));
    const missed = all.filter((day) => day < today && day >= typedOn && !isEnded(day));
    const next = all.find((day) => day >= today && !answers.some(({ due }) => due === day));
    const newest = missed.at(-1);
    return [
      ...(newest === undefined ? [] : [line(newest, missed[0] ?? newest)]),
      ...(next === undefined ? [] : [line(next, null)]),
    ];
  }
}

interface Dated {
  id: string;
  isOwn: boolean;
  isNoticed: boolean;
  date: number;
  leads: readonly number[];
  entered: number;
  /** Whether it is asked about on the day after. */
  isAskedAfter: boolean;
  /** The first of the dates of which it is the newest that was missed. */
  missedSince: number | null;
}
