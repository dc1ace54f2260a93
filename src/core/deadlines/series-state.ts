import { addDays, dayOf } from '../dates';
import type { Day } from '../library/fields';
import { isToMissed, type Ended } from './answers';
import type { OwnDeadline, Repeat } from './schema';
import { dateAt, isDateOf, lastPlace, nextDate, placeOnOrAfter, type Rhythm } from './series';

/** A date of the user's own that comes again. */
export type Repeating = OwnDeadline & { repeat: Repeat };

export function isRepeating(own: OwnDeadline): own is Repeating {
  return own.repeat !== null;
}

export function rhythmOf({ date, repeat }: Repeating): Rhythm {
  return { first: date, repeat };
}

/** The dates that have passed without an answer, as the one line that stands for all of them. */
export interface Missed {
  /** The newest of them. */
  date: Day;
  count: number;
  first: Day;
}

/** Where a series stands. */
export interface SeriesState {
  missed: Missed | null;
  /** The first date from today on that is not answered; null once the series has ended. */
  next: Day | null;
}

/**
 * What a series has missed and what comes next. An answer ends its own date and leaves the series alone; an answer
 * to a date that had passed (its lead is negative) ends all dates before it too, since they stood in its line. What
 * had passed when the series was typed was known, and is not missed.
 *
 * Of one that waits there is one date: the first after the day on which the one before was answered.
 */
export function seriesState(
  own: Repeating,
  answers: readonly Ended[],
  today: Day,
  timeZone: string,
): SeriesState {
  const typedOn = dayOf(own.datedAt, timeZone);
  if (own.repeat.waits) return waitingState(own, answers, typedOn, today, timeZone);
  const rhythm = rhythmOf(own);
  const answered = new Set(answers.map(({ due }) => due));
  const last = lastPlace(rhythm) ?? Infinity;
  let nth = Math.max(0, placeOnOrAfter(rhythm, today));
  const passed = Math.min(nth - 1, last);
  while (nth <= last && answered.has(dateAt(rhythm, nth))) nth += 1;
  const next = nth <= last ? dateAt(rhythm, nth) : null;
  const answeredAll = answers
    .filter((answer) => isToMissed(answer, today))
    .reduce((day, { due }) => (due >= day ? addDays(due, 1) : day), typedOn);
  const begun = Math.max(0, placeOnOrAfter(rhythm, answeredAll));
  return { next, missed: missedOf(rhythm, begun, passed, answered) };
}

/** What is not answered from one place of a series to another. */
function missedOf(
  rhythm: Rhythm,
  from: number,
  to: number,
  answered: ReadonlySet<Day>,
): Missed | null {
  let first = from;
  let newest = to;
  while (first <= newest && answered.has(dateAt(rhythm, first))) first += 1;
  while (newest >= first && answered.has(dateAt(rhythm, newest))) newest -= 1;
  if (newest < first) return null;
  const [begin, end] = [dateAt(rhythm, first), dateAt(rhythm, newest)];
  const between = [...answered].filter((day) => day > begin && day < end && isDateOf(rhythm, day));
  return { date: end, first: begin, count: newest - first + 1 - between.length };
}

function waitingState(
  own: Repeating,
  answers: readonly Ended[],
  typedOn: Day,
  today: Day,
  timeZone: string,
): SeriesState {
  const rhythm = rhythmOf(own);
  const from = answers.reduce((day, { due, updatedAt }) => {
    const answeredOn = dayOf(updatedAt, timeZone);
    const isOfRhythm = (): boolean => isDateOf(rhythm, due);
    // A clock that was ahead when it was answered says nothing of when that was: then only the date itself is ended.
    if (answeredOn > today)
      return due >= day && due <= today && isOfRhythm() ? addDays(due, 1) : day;
    // A date of another rhythm, from before it was changed, says only when something was answered last.
    const ended = due > answeredOn && isOfRhythm() ? due : answeredOn;
    return ended >= day ? addDays(ended, 1) : day;
  }, typedOn);
  const date = nextDate(rhythm, from);
  return date !== null && date < today
    ? { missed: { date, first: date, count: 1 }, next: null }
    : { missed: null, next: date };
}
