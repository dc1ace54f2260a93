import type { Day, Instant } from '../library/fields';
import type { Source } from '../reference/schema';
import type { Adjustment, DeadlineKind, Repeat } from './schema';
import { keyOfDate } from './ids';
import type { Missed } from './series-state';

/** The present, as the user's clock and calendar show it. */
export interface Moment {
  now: Instant;
  today: Day;
  /** The IANA name of the zone the user lives in. */
  timeZone: string;
}

/** The day that the calendar on the wall shows, and where. */
export type Here = Pick<Moment, 'today' | 'timeZone'>;

/** What the user recorded of a date that follows from something else: then that day holds. */
export interface DeadlineRecord {
  why: NonNullable<Adjustment['why']>;
  /** The day as it is reckoned without the record. */
  standard: Day;
  note: string;
  /** In the user's zone. */
  recordedOn: Day;
}

/** A dated obligation or event. `id` stays the same while the date moves. */
export interface Deadline {
  id: string;
  kind: DeadlineKind;
  date: string;
  title: string;
  detail: string;
  /** Days before (positive) or after (negative) the date on which it comes up. */
  leads: number[];
  /** Whether a system notice may be shown, or only a line in the list. */
  isNoticed: boolean;
  isApproximate: boolean;
  /** Not among the next dates of Today before it comes up. */
  isMinor: boolean;
  /** When it came into the user's library: what had come up by then is not told as news. */
  knownSince: Instant;
  open: { screen: string; id: string | null };
  source: Source | null;
  /** The day after it is asked what came of it, wherever it is reminded of at all. */
  isAskedAfter?: true;
  /** Nothing is to be done for it any more, so nobody is reminded of it: its cycle was closed. */
  isSettled?: true;
  /** The body that can grant another day; absent where there is none. */
  issuer?: string;
  /** Absent while the day is as it is reckoned. */
  record?: DeadlineRecord;
  /** Of a date that comes again: how, and for the newest that passed without an answer, how many did. */
  series?: { repeat: Repeat; missed: Missed | null };
}

/** Names one date: those of a series have one id. */
export function dateKey({ id, date }: Pick<Deadline, 'id' | 'date'>): string {
  return keyOfDate(id, date);
}

/** In the order of their dates; those of one day by their ids, so that the order never depends on the entry. */
export function bySoonest(one: Deadline, other: Deadline): number {
  if (one.date !== other.date) return one.date < other.date ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
