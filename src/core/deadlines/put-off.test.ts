import { describe, expect, it } from 'vitest';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { noticeIdOf } from './occurrences';
import { remindersOf } from './reminders';
import type { Occurrence, OwnDeadline, Repeat } from './schema';

const timeZone = 'America/New_York';
const typedAt = '2026-11-01T15:00:00.000Z';
const every = (unit: Repeat['unit']): Repeat => ({ every: 1, unit, until: null, waits: false });

const own = (repeat: Repeat | null, date: string, leads: number[]): OwnDeadline => ({
  ...{ id: 'o', createdAt: typedAt, updatedAt: typedAt, datedAt: typedAt },
  ...{ title: 'Log the week', date, repeat, note: '', leads },
});
/** On a day, at an hour in New York in winter. */
const at = (day: string, hour = 9) =>
  new Date(Date.parse(`${day}T05:00:00.000Z`) + hour * 3_600_000).toISOString();

function mark(due: string, lead: number, more: Partial<Occurrence>): Occurrence {
  const id = `own:o|${due}|${lead}`;
  const updatedAt = more.updatedAt ?? at(due, 10);
  return {
    id,
    createdAt: updatedAt,
    updatedAt,
    deadline: 'own:o',
    due,
    lead,
    state: 'seen',
    until: null,
    ...more,
  };
}
const putOff = (due: string, lead: number, until: string, updatedAt = at(due, 10)) =>
  mark(due, lead, { state: 'put-off', until, updatedAt });

const libraryOf = (date: OwnDeadline, ...marks: Occurrence[]): Library => ({
  ...emptyLibrary('l', '2026-10-20T12:00:00.000Z'),
  deadlines: { o: date },
  occurrences: Object.fromEntries(marks.map((one) => [one.id, one])),
});
/** `2026-11-20 -1 back` of each line of the user's own. */
const lines = (library: Library, day: string, hour = 12, zone = timeZone) =>
  remindersOf(library, { today: day, now: at(day, hour), timeZone: zone }, reference())
    .filter(({ deadline }) => deadline.kind === 'own')
    .map(({ deadline, lead, returnedAt }) =>
      [deadline.date, lead, ...(returnedAt ? [`back ${returnedAt}`] : [])].join(' '),
    );

describe('“Remind me in 3 days” of a date that repeats', () => {
  const until = at('2026-11-23');
  const weekly = own(every('week'), '2026-11-20', [0]);

  it('is not heard of on any day between, and comes back at its hour', () => {
    const library = libraryOf(weekly, putOff('2026-11-20', 0, until));
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      expect(lines(library, day), day).toEqual([]);
    }
    expect(lines(library, '2026-11-23', 8)).toEqual([]);
    expect(lines(library, '2026-11-23', 9)).toEqual([`2026-11-20 -1 back ${until}`]);
    expect(lines(library, '2026-11-26')).toEqual([`2026-11-20 -1 back ${until}`]);
  });

  it('is another matter once its own day is over: what was missed comes as what is missed does', () => {
    const inAnHour = at('2026-11-20', 10);
    const library = libraryOf(weekly, putOff('2026-11-20', 0, inAnHour));
    expect(lines(library, '2026-11-20')).toEqual([`2026-11-20 0 back ${inAnHour}`]);
    // Not back from the hour, by which it would be told at midnight.
    expect(lines(library, '2026-11-21', 0)).toEqual(['2026-11-20 -1']);
  });

  it('is dealt with by one answer once it is back', () => {
    const seen = mark('2026-11-20', -1, { updatedAt: at('2026-11-23', 10) });
    const library = libraryOf(weekly, putOff('2026-11-20', 0, until), seen);
    expect(lines(library, '2026-11-23')).toEqual([]);
    expect(lines(library, '2026-11-24')).toEqual([]);
  });

  it('holds the line of what was missed, which a date missed meanwhile does not break', () => {
    const daily = own(every('day'), '2026-11-18', [0]);
    const library = libraryOf(daily, putOff('2026-11-19', -1, until, at('2026-11-20', 10)));
    // Each day's own date is told all the same.
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      expect(lines(library, day), day).toEqual([`${day} 0`]);
    }
    expect(lines(library, '2026-11-23')).toEqual([`2026-11-22 -1 back ${until}`, '2026-11-23 0']);
    // It is the same news on the next day.
    const names = ['2026-11-23', '2026-11-24'].map((day) => {
      const moment = { today: day, now: at(day, 12), timeZone };
      return remindersOf(library, moment, reference())
        .filter(({ deadline }) => deadline.series?.missed)
        .map(noticeIdOf);
    });
    expect(names).toEqual([[`own:o|2026-11-18|-1|${until}`], [`own:o|2026-11-18|-1|${until}`]]);
  });

  it('is told of as missed once, not anew each day', () => {
    const daily = libraryOf(own(every('day'), '2026-11-18', [0]));
    const names = ['2026-11-19', '2026-11-20', '2026-11-25'].map((day) =>
      remindersOf(daily, { today: day, now: at(day, 12), timeZone }, reference())
        .filter(({ deadline }) => deadline.series?.missed)
        .map(noticeIdOf),
    );
    expect(names.flat()).toEqual(Array.from({ length: 3 }, () => 'own:o|2026-11-18|-1'));
  });
});

describe('a reminder that was put off', () => {
  const once = own(null, '2026-11-20', [7, 1, 0]);

  it('over midnight to the day itself comes back at its hour, and that day has no other', () => {
    const until = at('2026-11-20', 0.5);
    const library = libraryOf(once, putOff('2026-11-20', 1, until, at('2026-11-19', 23.5)));
    expect(lines(library, '2026-11-20', 0.25)).toEqual([]);
    expect(lines(library, '2026-11-20', 0.5)).toEqual([`2026-11-20 0 back ${until}`]);
    expect(lines(library, '2026-11-20', 23)).toEqual([`2026-11-20 0 back ${until}`]);
  });

  it('leaves the days before the date on which the user wants to hear of it', () => {
    const until = at('2026-11-20');
    const week = putOff('2026-11-20', 7, until, at('2026-11-13', 10));
    const library = libraryOf(once, week);
    expect(lines(library, '2026-11-18')).toEqual([]);
    expect(lines(library, '2026-11-19')).toEqual(['2026-11-20 1']);
    expect(lines(library, '2026-11-20', 8)).toEqual([]);
    expect(lines(library, '2026-11-20', 9)).toEqual([`2026-11-20 0 back ${until}`]);
    // What was seen in the meantime does not take back the promise.
    const seen = mark('2026-11-20', 1, { updatedAt: at('2026-11-19', 10) });
    const eve = libraryOf(own(null, '2026-11-20', [7, 1]), week, seen);
    expect(lines(eve, '2026-11-20')).toEqual([`2026-11-20 1 back ${until}`]);
    const again = mark('2026-11-20', 1, { updatedAt: at('2026-11-20', 10) });
    expect(lines(libraryOf(own(null, '2026-11-20', [7, 1]), week, again), '2026-11-20')).toEqual(
      [],
    );
  });

  it('gives way to a reminder of a later day', () => {
    const library = libraryOf(
      once,
      putOff('2026-11-20', 7, at('2026-11-16'), at('2026-11-13', 10)),
    );
    expect(lines(library, '2026-11-18')).toEqual([`2026-11-20 7 back ${at('2026-11-16')}`]);
    expect(lines(library, '2026-11-19')).toEqual(['2026-11-20 1']);
  });

  it('by a clock that ran far ahead holds its own reminder alone', () => {
    const weekly = own(every('week'), '2026-11-20', [0]);
    const ahead = putOff('2026-11-20', 0, at('2027-06-01'), at('2027-05-25'));
    expect(lines(libraryOf(weekly, ahead), '2026-11-20')).toEqual([]);
    expect(lines(libraryOf(weekly, ahead), '2026-11-21')).toEqual(['2026-11-20 -1']);
  });
});

describe('an answer given while the clock ran far ahead', () => {
  const answered = (due: string, lead: number, on: string) =>
    mark(due, lead, { state: 'done', updatedAt: at(on) });

  it('does not silence what waits for one', () => {
    const waiting = own({ ...every('day'), waits: true }, '2026-11-20', [0]);
    const library = libraryOf(waiting, answered('2026-11-20', -1, '2027-07-28'));
    expect(lines(library, '2026-11-21')).toEqual(['2026-11-21 0']);
    expect(lines(library, '2026-11-23')).toEqual(['2026-11-21 -1']);
    // Nor does an answer to a date that only that clock had reached.
    const far = libraryOf(
      waiting,
      answered('2026-11-20', -1, '2027-07-28'),
      answered('2027-07-29', 0, '2027-07-29'),
    );
    expect(lines(far, '2026-11-23')).toEqual(['2026-11-21 -1']);
  });

  it('does not end what comes before the date that only that clock had reached', () => {
    const daily = own(every('day'), '2026-11-20', [0]);
    const library = libraryOf(daily, answered('2027-07-28', -1, '2027-07-29'));
    expect(lines(library, '2026-11-22')).toEqual(['2026-11-21 -1', '2026-11-22 0']);
  });
});
