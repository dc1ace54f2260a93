import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import {
  calendarEventsOf,
  calendarFrom,
  uidOf,
  type CalendarEvent,
} from '../../../src/core/deadlines/calendar-events';
import { emptyLibrary } from '../../../src/core/library/defaults';
import { reference } from '../../../src/core/reference';
import { noted, revise, sequenceAt, type Register } from './calendar-revisions';
import { cleaned, icsOf } from './ics';

const now = '2026-11-22T15:00:00.000Z';
const here = { today: '2026-11-22', timeZone: 'UTC' };

const event = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'own:one@library.coders-almanac', part: 'mine', from: '2027-01-15' },
  ...{ until: '2027-01-16', summary: 'CIC exam', description: 'Bring two forms of ID.' },
  ...{ url: null, isExpected: false, alarms: [30 * 86_400 - 9 * 3600, -9 * 3600] },
  ...fields,
});

const written = (...events: CalendarEvent[]) =>
  icsOf(revise({}, { events, since: '2026-01-01', now }).events);

/** Reads it by Mozilla's parser, which had no part in writing it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

function libraryWith(id: string, title: string, date: string) {
  const library = emptyLibrary('d0c5', now);
  const own = { id, title, date, note: '', leads: [7], repeat: null, datedAt: now };
  library.deadlines[id] = { ...own, createdAt: now, updatedAt: now };
  return library;
}

describe('the file', () => {
  test('holds whole days, with what another program needs to update them', () => {
    const [one] = read(written(event()));
    expect(one?.uid).toBe('own:one@library.coders-almanac');
    expect(one?.summary).toBe('CIC exam');
    expect(one?.description).toBe('Bring two forms of ID.');
    expect(one?.startDate.isDate).toBe(true);
    expect(String(one?.startDate)).toBe('2027-01-15');
    expect(String(one?.endDate)).toBe('2027-01-16');
    expect(one?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(one?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-22T15:00:00Z');
    expect(one?.sequence).toBe(sequenceAt(now, -1));
  });

  test('rings at nine in the morning of each lead, and the alarms stand last in the event', () => {
    const text = written(event({ url: 'https://example.org/a,b;c' }));
    const alarms = read(text)[0]?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
      '-P29DT15H',
      'PT9H',
    ]);
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual([
      'DISPLAY',
      'DISPLAY',
    ]);
    const body = text.slice(text.indexOf('BEGIN:VEVENT'), text.indexOf('END:VEVENT'));
    expect(body).toMatch(/END:VALARM\r\n$/);
    expect(body.slice(body.indexOf('BEGIN:VALARM'))).not.toMatch(
      /\r\n(STATUS|URL|TRANSP|SEQUENCE)/,
    );
    expect(read(text)[0]?.component.getFirstPropertyValue('url')).toBe(
      'https://example.org/a%2Cb%3Bc',
    );
  });

  test('ends each line by CR and LF, and none is longer than 75 octets', () => {
    const text = written(
      event({ summary: '日本語のタイトル、'.repeat(20), description: '𝕏'.repeat(300) }),
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
    }
  });

  test('says that what is expected is uncertain, and keeps to no day', () => {
    const all = calendarEventsOf(emptyLibrary('one', now), here, reference());
    const files = all.filter(({ uid }) => uid.startsWith('code-set:files:2027'));
    const [one] = read(written(...files));
    expect(one?.summary).toBe('FY2028 code files are expected');
    const [rule] = read(
      written(...all.filter(({ uid }) => uid.startsWith('code-set:final-rule:2027'))),
    );
    expect(rule?.summary).toBe('Expected: Final inpatient rule for FY2028');
    expect([String(one?.startDate), String(one?.endDate)]).toEqual(['2027-06-11', '2027-06-21']);
    expect(one?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(one?.component.getAllSubcomponents('valarm')).toEqual([]);
    expect(one?.description).toContain('The day is not known');
    expect(one?.description).toMatch(/Source: CDC, ICD-10-CM files, checked \d{4}-\d\d-\d\d\./);
  });

  test('says whose word a day is that the user recorded', () => {
    const library = emptyLibrary('one', now);
    const deadline = 'code-set:files:2027';
    const id = `adjustment:${deadline}`;
    library.adjustments[id] = {
      ...{ id, createdAt: now, updatedAt: now, datedAt: now, deadline, movedTo: '2027-06-15' },
      ...{ why: 'confirmed', standard: '2027-06-12', leads: null, note: '' },
    };
    const all = calendarEventsOf(library, here, reference());
    const [one] = read(written(...all.filter(({ uid }) => uid.startsWith(deadline))));
    expect(String(one?.startDate)).toBe('2027-06-15');
    expect(one?.description).toMatch(/Your record of .*as reckoned 2027-06-12/);
  });

  test('brings any text back as it was, but for what no such file can hold', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const nasty = fc
      .array(
        fc.constantFrom(
          ',',
          ';',
          '\\',
          '\n',
          '\r\n',
          '\\n',
          '"',
          ':',
          ' ',
          'é',
          '日',
          '👩‍⚕️',
          'x',
          '\t',
        ),
        {
          maxLength: 120,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, nasty), fc.oneof(text, nasty), (summary, description) => {
        const file = written(event({ summary, description }));
        const [one, ...others] = read(file);
        expect(others).toEqual([]);
        expect(one?.summary).toBe(cleaned(summary));
        expect(one?.description ?? '').toBe(cleaned(description));
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
        }
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 200 },
    );
    // Commas, semicolons, line breaks and every letter there is are among what is kept.
    expect(cleaned('a,b;c\\d\r\ne 日 👩‍⚕️\t')).toBe('a,b;c\\d\ne 日 👩‍⚕️\t');
    expect(cleaned('a\u0000b\u0085c\ud800')).toBe('abc\ufffd');
  });

  test('lets no name of a record write lines of its own', () => {
    const uid = uidOf('own:x\r\nBEGIN:VALARM', 'l@b');
    const [one, ...others] = read(written(event({ uid })));
    expect(others).toEqual([]);
    expect(one?.uid).toBe(uid);
    expect(uid).toBe('own:x~d~~a~BEGIN:VALARM@l~40~b.coders-almanac');
  });
});

describe('revisions', () => {
  const since = '2025-11-22';
  const later = '2026-11-22T15:00:30.000Z';
  const uid = event().uid;
  const at = (register: Register, events: CalendarEvent[], instant = now) =>
    revise(register, { events, since, now: instant });

  test('are the same for the same data, whenever it is written', () => {
    const first = at({}, [event()]);
    const second = at(first.register, [event()], '2027-01-01T00:00:00.000Z');
    expect(icsOf(second.events)).toBe(icsOf(first.events));
    expect(second.register).toEqual(first.register);
  });

  test('rise with each change, also within one minute, and do not fall back when the clock does', () => {
    const first = at({}, [event()]);
    const moved = at(first.register, [event({ from: '2027-02-01', until: '2027-02-02' })], later);
    const back = at(moved.register, [event()], '2020-06-01T00:00:00.000Z');
    const sequences = [first, moved, back].map(({ register }) => register[uid]?.sequence ?? 0);
    expect(sequences[1]).toBe(sequences[0]! + 1);
    expect(sequences[2]).toBe(sequences[1]! + 1);
  });

  test('do not fall back where what was told is lost', () => {
    let { register } = at({}, [event()]);
    for (let change = 0; change < 5; change += 1) {
      ({ register } = at(register, [event({ summary: `try ${change}` })], later));
    }
    const anew = at({}, [event()], '2026-11-22T15:06:00.000Z');
    expect(anew.register[uid]?.sequence).toBeGreaterThan(register[uid]?.sequence ?? Infinity);
  });

  test('a date that is gone comes once more as cancelled, until it lies in the past, and can come back', () => {
    const first = at({}, [event()]);
    const gone = at(first.register, [], later);
    expect(gone.events).toMatchObject([{ uid, isCancelled: true, from: '2027-01-15', alarms: [] }]);
    expect(read(icsOf(gone.events))[0]?.component.getFirstPropertyValue('status')).toBe(
      'CANCELLED',
    );
    expect(icsOf(at(gone.register, [], '2027-01-02T00:00:00.000Z').events)).toBe(
      icsOf(gone.events),
    );
    const back = at(gone.register, [event()], later);
    expect(back.events).toMatchObject([{ isCancelled: false }]);
    expect(back.events[0]?.sequence).toBeGreaterThan(gone.events[0]?.sequence ?? Infinity);
    const past = revise(gone.register, { events: [], since: '2027-01-16', now: later });
    expect(past).toEqual({ events: [], register: {} });
  });

  test('only what was told is noted', () => {
    const both = at({}, [event(), event({ uid: 'other' })]);
    const one = noted({}, both.register, new Set([uid]));
    expect(Object.keys(one)).toEqual([uid]);
    expect(
      Object.keys(
        noted(one, at(one, [event({ uid: 'other' })], later).register, new Set(['other'])),
      ),
    ).toEqual(['other', uid].sort());
  });
});

describe('the dates that go in', () => {
  test('keep their uid when they move', () => {
    const before = calendarEventsOf(libraryWith('a1', 'Exam', '2027-01-15'), here, reference());
    const after = calendarEventsOf(libraryWith('a1', 'Exam', '2027-03-01'), here, reference());
    const uids = (events: CalendarEvent[]) => events.map(({ uid }) => uid).sort();
    expect(uids(after)).toEqual(uids(before));
    expect(new Set(uids(before)).size).toBe(before.length);
    expect(uids(before)).toContain('own:a1@d0c5.coders-almanac');
  });

  test('of what repeats are events of their own, each with its uid', () => {
    const library = libraryWith('a1', 'Meeting', '2026-12-01');
    library.deadlines['a1']!.repeat = { every: 1, unit: 'month', until: null, waits: false };
    const own = calendarEventsOf(library, here, reference()).filter(({ part }) => part === 'mine');
    expect(own.length).toBeGreaterThanOrEqual(23);
    expect(new Set(own.map(({ uid }) => uid)).size).toBe(own.length);
    expect(own[0]).toMatchObject({
      uid: 'own:a1:2026-12-01@d0c5.coders-almanac',
      from: '2026-12-01',
    });
  });

  test('are those of the last year and two years of the code sets; what is not relevant is left out, done is silent', () => {
    const library = libraryWith('a1', 'Exam', '2027-01-15');
    const all = calendarEventsOf(library, here, reference());
    const names = all.map(({ uid }) => uid.split('@')[0]);
    expect(names).toContain('code-set:october:2028');
    expect(names).not.toContain('code-set:october:2025');
    expect(all.every(({ from }) => from >= calendarFrom(here.today) || from >= '2025-11-11')).toBe(
      true,
    );
    const due = '2027-01-15';
    const mark = {
      id: 'm',
      deadline: 'own:a1',
      due,
      lead: 7,
      until: null,
      createdAt: now,
      updatedAt: now,
    };
    library.occurrences['m'] = { ...mark, state: 'done' };
    const exam = (of: CalendarEvent[]) => of.find(({ part }) => part === 'mine');
    expect(exam(all)?.alarms).toEqual([7 * 86_400 - 9 * 3600]);
    expect(exam(calendarEventsOf(library, here, reference()))).toMatchObject({
      alarms: [],
      description: 'Done.',
    });
    library.occurrences['m'] = { ...mark, state: 'not-relevant' };
    expect(exam(calendarEventsOf(library, here, reference()))).toBeUndefined();
  });
});
