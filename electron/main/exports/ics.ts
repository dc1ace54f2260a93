import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { RevisedEvent } from './calendar-revisions';

const eol = '\r\n';

/**
 * The events as an iCalendar file (RFC 5545): whole days, sorted by day and uid, lines of at most 75 octets that end
 * by CR and LF. Nothing in it depends on when it is written.
 */
export function icsOf(events: readonly RevisedEvent[]): string {
  const calendar = ical({
    name: 'Coder’s Almanac',
    prodId: { company: 'coders-almanac', product: 'Coders Almanac', language: 'EN' },
  });
  const sorted = [...events].sort(
    (one, other) => compare(one.from, other.from) || compare(one.uid, other.uid),
  );
  for (const event of sorted) addEvent(calendar, event);
  return alarmsLast(`${calendar.toString()}${eol}`);
}

function addEvent(calendar: ReturnType<typeof ical>, event: RevisedEvent): void {
  const { uid, sequence, at, from, until, isExpected, isCancelled, url } = event;
  const description = cleaned(event.description);
  calendar.createEvent({
    ...{ id: uid, sequence, allDay: true },
    stamp: new Date(at),
    start: new Date(`${from}T00:00:00Z`),
    end: new Date(`${until}T00:00:00Z`),
    summary: cleaned(event.summary),
    // A date to think of leaves nobody busy for the whole day.
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isCancelled
      ? ICalEventStatus.CANCELLED
      : isExpected
        ? ICalEventStatus.TENTATIVE
        : ICalEventStatus.CONFIRMED,
    ...(description === '' ? {} : { description }),
    ...(url === null ? {} : { url: addressOf(url) }),
    alarms: event.alarms.map((seconds) => ({
      type: ICalAlarmType.display,
      trigger: seconds,
      relatesTo: ICalAlarmRelatesTo.start,
    })),
  });
}

/**
 * A text that such a file can hold: no control characters but tabs and line breaks, which it escapes, and no half of
 * a pair of surrogates, which UTF-8 cannot hold.
 */
export function cleaned(text: string): string {
  return Buffer.from(
    text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, ''),
    'utf8',
  ).toString('utf8');
}

/** An address is no text: what the library would escape in it is written as addresses write it. */
const addressOf = (url: string) =>
  cleaned(url).replace(/[\s,;\\]/g, (one) => encodeURIComponent(one));

/** Outlook has refused events in which something follows an alarm (ics-py #416), and so it stands last. */
function alarmsLast(text: string): string {
  const rest: string[] = [];
  let alarms: string[] = [];
  let isInAlarm = false;
  for (const line of text.split(eol)) {
    isInAlarm ||= line === 'BEGIN:VALARM';
    if (line === 'END:VEVENT') {
      rest.push(...alarms);
      alarms = [];
    }
    (isInAlarm ? alarms : rest).push(line);
    if (line === 'END:VALARM') isInAlarm = false;
  }
  return rest.join(eol);
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
