import { join } from 'node:path';
import {
  calendarEventOn,
  calendarEventsOf,
  calendarFrom,
  uidOf,
  type CalendarPart,
  type CalendarSlices,
} from '../../../src/core/deadlines/calendar-events';
import type { Day, Instant } from '../../../src/core/library/fields';
import { referenceOf } from '../../../src/core/reference/own-bodies';
import { noted, revise, type RevisedEvent } from '../exports/calendar-revisions';
import {
  readCalendarChoices,
  writeCalendarChoices,
  type CalendarChoices,
} from './calendar-choices';
import { readIfThere, type Disk, type Log } from './disk';
import { writeDurably } from './durable-file';

export const calendarFileName = 'calendar.ics';
/** By this a file of ours is known, before one is removed. */
const mark = 'PRODID:-//coders-almanac//';

export interface CalendarPlace {
  disk: Disk;
  folder: string;
  canWrite: boolean;
  log: Log;
}

/** All dates of these parts, or one by its deadline's id and its day; of what repeats, all its dates. */
export type Wanted = { parts: readonly CalendarPart[] } | { deadline: string; date: Day };

interface Asked {
  library: CalendarSlices;
  today: Day;
  now: Instant;
  timeZone: string;
  what: Wanted;
}

/** The bytes of a calendar file, or null where the one date is not there. What is told is noted before it is handed out. */
export async function calendarBytes(
  place: CalendarPlace,
  { library, today, now, timeZone, what }: Asked,
): Promise<Uint8Array | null> {
  const { disk, folder, canWrite } = place;
  const choices = await choicesAt(place, now);
  const here = { today, timeZone };
  const reference = referenceOf(library);
  const events = calendarEventsOf(library, here, reference);
  const all = revise(choices.events, { events, since: calendarFrom(today), now });
  const told = all.events.filter(isAsked(what, library.id));
  // A day that no file of all dates reaches is not noted either: the next of those would call it off.
  const one = 'deadline' in what ? calendarEventOn(what, library, here, reference) : null;
  const beyond = one === null || told.some(({ uid }) => uid === one.uid) ? [] : [one];
  const once = revise({}, { events: beyond, since: calendarFrom(today), now }).events;
  if ('deadline' in what && told.length + once.length === 0) return null;
  const register = noted(choices.events, all.register, new Set(told.map(({ uid }) => uid)));
  if (canWrite && JSON.stringify(register) !== JSON.stringify(choices.events)) {
    await writeCalendarChoices(disk, folder, { ...choices, events: register });
  }
  const { icsOf } = await import('../exports/ics');
  return Buffer.from(icsOf([...told, ...once]), 'utf8');
}

function isAsked(what: Wanted, library: string): (event: RevisedEvent) => boolean {
  if ('parts' in what) return ({ part }) => what.parts.includes(part);
  const uid = uidOf(what.deadline, library);
  // Of a date that repeats, each time has the day after its name.
  const [name = '', rest = ''] = uid.split('@');
  return (event) =>
    !event.isCancelled &&
    (event.uid === uid || (event.uid.startsWith(`${name}:`) && event.uid.endsWith(`@${rest}`)));
}

export function choicesAt(
  { disk, folder, canWrite, log }: CalendarPlace,
  now: Instant,
): Promise<CalendarChoices> {
  return readCalendarChoices(disk, folder, { now, canWrite, log });
}

/** Writes the file that is kept in the data folder, unless it is as it would be. */
export async function keepCalendar(
  place: CalendarPlace,
  asked: Omit<Asked, 'what'>,
): Promise<'written' | 'same'> {
  const { parts } = await choicesAt(place, asked.now);
  const bytes = (await calendarBytes(place, { ...asked, what: { parts } })) ?? new Uint8Array();
  const path = join(place.folder, calendarFileName);
  const there = await readIfThere(place.disk.fs, path);
  if (there?.equals(bytes)) return 'same';
  await writeDurably(place.disk, path, bytes);
  return 'written';
}

/** Removes the kept file, if it is one of ours: one that is not kept up to date any more would tell what is not so. */
export async function removeCalendar({ disk, folder }: CalendarPlace): Promise<void> {
  const path = join(folder, calendarFileName);
  const there = await readIfThere(disk.fs, path);
  if (there?.subarray(0, 200).toString('utf8').includes(mark)) await disk.fs.unlink(path);
}
