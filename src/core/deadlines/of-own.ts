import { addMonths } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { answersOf, type Answers } from './answers';
import type { Deadline, Here } from './deadline';
import { ownDateId } from './ids';
import type { OwnDeadline } from './schema';
import { dateAt, datesBetween, isDateOf, lastPlace, leadsWithin, placeOnOrAfter } from './series';
import { isRepeating, rhythmOf, seriesState, type Missed, type Repeating } from './series-state';
import type { Span } from './span';

type Slices = Pick<Library, 'deadlines' | 'occurrences'>;

/** A daily date of a year and a half; further ones are reached by asking from a later day. */
const mostOfOne = 550;

/**
 * The user's own dates. Of one that repeats, all its dates from a day until twelve months after today
 * unless said otherwise, and the next one where it lies further ahead; each has the id of the series and a day of its own. The newest date that was
 * missed says how many were.
 */
export function deadlinesOfOwn(
  library: Slices,
  { today, timeZone }: Here,
  { from = today, until = addMonths(today, 12) }: Partial<Span> = {},
): Deadline[] {
  const answers = answersOnceAsked(library);
  return live(library.deadlines).flatMap((own) =>
    isRepeating(own)
      ? datesOf(own, answers(), today, { from, until }, timeZone)
      : [ownDeadline(own)],
  );
}

/** The user's own dates that can come up: of one that repeats, what was missed as one, and the next. */
export function ownDatesToTell(library: Slices, today: Day, timeZone: string): Deadline[] {
  const answers = answersOnceAsked(library);
  return live(library.deadlines).flatMap((own) => {
    if (!isRepeating(own)) return [ownDeadline(own)];
    const { missed, next } = stateOf(own, answers(), today, timeZone);
    return [
      ...(missed ? [dateOf(own, missed.date, missed)] : []),
      ...(next === null ? [] : [dateOf(own, next)]),
    ];
  });
}

/** A date of the user's own as a deadline; of one that repeats, the first. */
function ownDeadline({ id, title, date, note, leads, datedAt }: OwnDeadline): Deadline {
  return {
    id: ownDateId(id),
    kind: 'own',
    date,
    title,
    detail: note.split('\n', 1)[0] ?? '',
    leads,
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: datedAt,
    open: { screen: 'calendar', id },
    source: null,
  };
}

/** One date of a series as a deadline. */
function dateOf(own: Repeating, date: Day, missed: Missed | null = null): Deadline {
  const leads = leadsWithin(rhythmOf(own), date, own.leads);
  return { ...ownDeadline(own), date, leads, series: { repeat: own.repeat, missed } };
}

/**
 * A date of the user's own that has passed; null where one is still to come. Of one that repeats it is the date that
 * it stopped at, so that it can be found and changed.
 */
export function passedOwnDate(
  own: OwnDeadline,
  answers: Answers,
  today: Day,
  timeZone: string,
): Deadline | null {
  if (!isRepeating(own)) return own.date < today ? ownDeadline(own) : null;
  const { missed, next } = stateOf(own, answers, today, timeZone);
  if (next !== null) return null;
  const rhythm = rhythmOf(own);
  const nth = Math.min(lastPlace(rhythm) ?? Infinity, placeOnOrAfter(rhythm, today) - 1);
  return dateOf(own, missed?.date ?? dateAt(rhythm, Math.max(0, nth)));
}

/** A date of the user's own that was answered, and whether it has moved or fallen out of its rhythm since. */
export function answeredOwnDate(own: OwnDeadline, due: Day): [Deadline, isSuperseded: boolean] {
  if (!isRepeating(own)) return [ownDeadline(own), own.date !== due];
  return [dateOf(own, due), !isDateOf(rhythmOf(own), due)];
}

function stateOf(own: Repeating, answers: Answers, today: Day, timeZone: string) {
  return seriesState(own, answers.get(ownDateId(own.id)) ?? [], today, timeZone);
}

function datesOf(
  own: Repeating,
  answers: Answers,
  today: Day,
  { from, until }: { from: Day; until: Day },
  timeZone: string,
): Deadline[] {
  const { missed, next } = stateOf(own, answers, today, timeZone);
  const dates = new Set(
    own.repeat.waits ? [] : datesBetween(rhythmOf(own), from, until, mostOfOne),
  );
  if (missed) dates.add(missed.date);
  if (next !== null) dates.add(next);
  return [...dates].map((date) => dateOf(own, date, date === missed?.date ? missed : null));
}

/** Sorted out once, and only where something repeats. */
function answersOnceAsked(library: Slices): () => Answers {
  let answers: Answers | null = null;
  return () => (answers ??= answersOf(library));
}
