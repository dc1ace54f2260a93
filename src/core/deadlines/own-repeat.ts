import type { Day } from '../library/fields';
import { failed, ok, type Result } from '../result';
import type { Repeat } from './schema';
import { datesBetween } from './series';

/** How a date comes again, while it is typed. */
export interface RepeatEntry {
  unit: Repeat['unit'] | 'once';
  /** Every so many of them, as typed. */
  every: string;
  until: Day | null;
  waits: boolean;
}

const mostEvery = 99;

export function emptyRepeat(): RepeatEntry {
  return { unit: 'once', every: '1', until: null, waits: false };
}

/** The entry that shows a rhythm as it is. */
export function entryOfRepeat(repeat: Repeat | null): RepeatEntry {
  return repeat ? { ...repeat, every: String(repeat.every) } : emptyRepeat();
}

/**
 * The rhythm that an entry stands for; null for a date that comes once.
 *
 * Problems: bad-repeat for a number that is none; repeat-ends for an end before the first date.
 */
export function repeatOf(entry: RepeatEntry, first: Day): Result<Repeat | null> {
  const { unit, until, waits } = entry;
  if (unit === 'once') return ok(null);
  const typed = entry.every.trim();
  const every = Number(typed);
  if (!/^\d{1,3}$/.test(typed) || every < 1 || every > mostEvery) {
    return failed('bad-repeat', { text: typed.slice(0, 60) });
  }
  return checkRepeat({ every, unit, until, waits }, first);
}

/** Refuses a rhythm that ends before its first date. Problem: repeat-ends. */
export function checkRepeat(repeat: Repeat | null, first: Day): Result<Repeat | null> {
  const until = repeat?.until ?? null;
  return until === null || until >= first
    ? ok(repeat)
    : failed('repeat-ends', { date: first, until });
}

const fewDates = 3;

/** The next three dates from a day on, so that whoever types a rhythm sees what it means; none where it is not sound. */
export function nextDatesOf(entry: RepeatEntry, first: Day | null, from: Day): Day[] {
  if (first === null) return [];
  const repeat = repeatOf(entry, first);
  if (!repeat.ok || repeat.value === null) return [];
  const begin = from > first ? from : first;
  return datesBetween({ first, repeat: repeat.value }, begin, '9999-12-31', fewDates);
}
