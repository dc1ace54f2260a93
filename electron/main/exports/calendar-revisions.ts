import { createHash } from 'node:crypto';
import type { CalendarEvent, CalendarPart } from '../../../src/core/deadlines/calendar-events';
import type { Day, Instant } from '../../../src/core/library/fields';

/** What was last said of an event, so that a change of it can be told from what it was. */
export interface Told {
  hash: string;
  sequence: number;
  /** When it came to be as it is. */
  at: Instant;
  from: Day;
  until: Day;
  summary: string;
  part: CalendarPart;
  isCancelled: boolean;
}

/** By uid. */
export type Register = Readonly<Record<string, Told>>;

/** An event as it is written: with the number of its revision, and cancelled once its date is gone. */
export interface RevisedEvent extends CalendarEvent {
  sequence: number;
  at: Instant;
  isCancelled: boolean;
}

const begin = Date.parse('2020-01-01T00:00:00Z');

/**
 * The number of a revision that is made now: one more than the last, and never less than the minutes since 2020.
 * So it does not fall back where the register was lost, which knows the last ones.
 */
export function sequenceAt(now: Instant, last: number): number {
  return Math.max(last + 1, Math.floor((Date.parse(now) - begin) / 60_000));
}

interface Present {
  /** All dates there are, also those that are not asked for. */
  events: readonly CalendarEvent[];
  /** Of what has passed before this day nothing is said any more. */
  since: Day;
  now: Instant;
}

/**
 * Gives each event its revision: the same as before where nothing of it has changed, else a higher one. What was
 * told before and is gone now comes once more, as cancelled, until its day lies in the past.
 */
export function revise(
  register: Register,
  { events, since, now }: Present,
): { events: RevisedEvent[]; register: Register } {
  const next: Record<string, Told> = {};
  const revised: RevisedEvent[] = [];
  const add = (event: CalendarEvent, isCancelled: boolean) => {
    const hash = hashOf(event, isCancelled);
    const last = register[event.uid];
    const told =
      last?.hash === hash
        ? last
        : { hash, sequence: sequenceAt(now, last?.sequence ?? -1), at: now };
    const { sequence, at } = told;
    const { from, until, summary, part } = event;
    next[event.uid] = { hash, sequence, at, from, until, summary, part, isCancelled };
    revised.push({ ...event, sequence, at, isCancelled });
  };
  for (const event of events) add(event, false);
  for (const [uid, { from, until, summary, part }] of Object.entries(register)) {
    if (next[uid] !== undefined || until <= since) continue;
    const gone = { uid, from, until, summary, part };
    add({ ...gone, description: '', url: null, isExpected: false, alarms: [] }, true);
  }
  return { events: revised, register: next };
}

/** The register after only these were told; of the others it says what it said. */
export function noted(register: Register, next: Register, uids: ReadonlySet<string>): Register {
  const told = Object.entries(next).filter(([uid]) => uids.has(uid));
  const still = Object.entries(register).filter(([uid]) => next[uid] !== undefined);
  return Object.fromEntries([...still, ...told].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function hashOf(event: CalendarEvent, isCancelled: boolean): string {
  const { uid, from, until, summary, description, url, isExpected, alarms } = event;
  const said = [uid, from, until, summary, description, url, isExpected, alarms, isCancelled];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
