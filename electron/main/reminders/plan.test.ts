import { describe, expect, test } from 'vitest';
import { remindersOf } from '../../../src/core/deadlines/reminders';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { reference } from '../../../src/core/reference';
import { noticesDue } from './plan';

/** A CCS whose cycle ends on a day, entered long before. */
function holder(end: string, createdAt = '2026-01-05T12:00:00.000Z'): Library {
  const base = { createdAt, updatedAt: createdAt, repeat: null };
  return {
    ...emptyLibrary('l', createdAt),
    holdings: {
      h: {
        ...base,
        id: 'h',
        credential: 'ccs',
        name: '',
        body: 'ahima',
        earnedOn: '2025-01-10',
        endedOn: null,
        note: '',
      },
    },
    cycles: {
      c: {
        ...base,
        ...{ id: 'c', body: 'ahima', start: '2025-01-10', end, note: '' },
        ...{ openingUnits: 0, openingMarked: {}, closedOn: null },
      },
    },
  };
}

const at = (now: string, timeZone = 'America/New_York') => ({ now, timeZone });
const never = () => false;
const ends = (
  library: Library,
  now: { now: string; timeZone: string },
  isShown: (id: string) => boolean = never,
) =>
  noticesDue(library, now, reference(), isShown)
    .filter(({ deadline }) => deadline.kind === 'cycle-end')
    .map(({ lead, daysLeft }) => [lead, daysLeft]);

test('a lead comes up at nine in the morning of its day, where the person is', () => {
  const library = holder('2026-12-22');
  expect(ends(library, at('2026-12-15T13:59:00Z'))).toEqual([]);
  expect(ends(library, at('2026-12-15T14:00:00Z'))).toEqual([[7, 7]]);
  expect(ends(library, at('2026-12-15T03:30:00Z', 'Asia/Kolkata'))).toEqual([[7, 7]]);
});

test.each([
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'UTC',
])('missed by days, it is told at the next look: %s', (timeZone) => {
  expect(ends(holder('2026-12-22'), at('2026-12-18T12:00:00Z', timeZone))).toHaveLength(1);
});

test('two leads missed are one', () => {
  expect(ends(holder('2026-12-22'), at('2026-12-21T20:00:00Z'))).toEqual([[1, 1]]);
});

test('what was shown is not shown again, also with the clock set back', () => {
  const shown = (id: string): boolean => id === 'cycle-end:c|2026-12-22|7';
  expect(ends(holder('2026-12-22'), at('2026-12-16T20:00:00Z'), shown)).toEqual([]);
  expect(ends(holder('2026-12-22'), at('2026-12-15T20:00:00Z'), shown)).toEqual([]);
  // A date that moved is another occurrence.
  expect(ends(holder('2026-12-23'), at('2026-12-16T20:00:00Z'), shown)).toEqual([[7, 7]]);
});

test('who enters a cycle has its date before them', () => {
  const library = holder('2026-12-22', '2026-12-16T15:00:00.000Z');
  expect(ends(library, at('2026-12-16T15:01:00Z'))).toEqual([]);
  expect(ends(library, at('2026-12-21T15:00:00Z'))).toEqual([[1, 1]]);
});

test('what the person is done with is not told', () => {
  const library = holder('2026-12-22');
  const base = { createdAt: '2026-12-15T15:00:00.000Z', updatedAt: '2026-12-15T15:00:00.000Z' };
  const id = 'cycle-end:c|2026-12-22|7';
  const mark = { ...base, id, deadline: 'cycle-end:c', due: '2026-12-22', lead: 7, until: null };
  const done = { ...library, occurrences: { [id]: { ...mark, state: 'done' as const } } };
  expect(ends(done, at('2026-12-16T20:00:00Z'))).toEqual([]);
});

test('the nights when the clocks change', () => {
  // 02:30 does not exist on March 8 and comes twice on November 1 in New York.
  expect(ends(holder('2026-03-15'), at('2026-03-08T12:59:00Z'))).toEqual([]);
  expect(ends(holder('2026-03-15'), at('2026-03-08T13:00:00Z'))).toEqual([[7, 7]]);
  expect(ends(holder('2026-11-08'), at('2026-11-01T13:59:00Z'))).toEqual([]);
  expect(ends(holder('2026-11-08'), at('2026-11-01T14:00:00Z'))).toEqual([[7, 7]]);
});

test('what was put off is told again, once, under an id of its own, at any hour', () => {
  const library = holder('2026-12-22');
  const base = { createdAt: '2026-12-15T15:00:00.000Z', updatedAt: '2026-12-15T15:00:00.000Z' };
  const id = 'cycle-end:c|2026-12-22|7';
  const until = '2026-12-15T10:30:00.000Z';
  const mark = { ...base, id, deadline: 'cycle-end:c', due: '2026-12-22', lead: 7, until };
  const putOff = { ...library, occurrences: { [id]: { ...mark, state: 'put-off' as const } } };
  const wasShown = (notice: string) => notice === id;
  expect(ends(putOff, at('2026-12-15T10:29:00Z'), wasShown)).toEqual([]);
  expect(ends(putOff, at('2026-12-15T10:30:00Z'), wasShown)).toEqual([[7, 7]]);
  const again = (notice: string) => notice === id || notice === `${id}|${until}`;
  expect(ends(putOff, at('2026-12-15T10:30:00Z'), again)).toEqual([]);
});

test('of dates of their own, what passed a month ago is only in the list', () => {
  const createdAt = '2026-01-05T12:00:00.000Z';
  const date = (id: string, day: string) => ({
    ...{ id, createdAt, updatedAt: createdAt, datedAt: createdAt, repeat: null },
    ...{ title: id, date: day, note: '', leads: [1] },
  });
  const library = {
    ...emptyLibrary('l', createdAt),
    deadlines: { old: date('old', '2026-06-14'), new: date('new', '2026-06-15') },
  };
  const due = noticesDue(library, at('2026-07-15T15:00:00Z'), reference(), never);
  expect(due.map(({ id }) => id)).toEqual(['own:new|2026-06-15|1']);
});

test('a cycle’s end that is not answered is told the day after, and for a month', () => {
  const library = holder('2026-06-14');
  expect(ends(library, at('2026-06-15T15:00:00Z'))).toEqual([[-1, -1]]);
  expect(ends(library, at('2026-07-14T15:00:00Z'))).toEqual([[-1, -30]]);
  expect(ends(library, at('2026-07-15T15:00:00Z'))).toEqual([]);
});

describe('as the user wants notices', () => {
  const wanting = (changes: Partial<Library['settings']['reminders']>) => {
    const library = holder('2026-12-22');
    const { reminders } = library.settings;
    library.settings = { ...library.settings, reminders: { ...reminders, ...changes } };
    return library;
  };
  const night = { from: '22:00', until: '07:00' };

  test.each([
    // New York is five hours behind in December.
    ['18:30', '2026-12-15T23:29:00Z', 0],
    ['18:30', '2026-12-15T23:30:00Z', 1],
    ['00:00', '2026-12-15T05:00:00Z', 1],
  ])('from %s on: at %s %i', (from, now, count) => {
    expect(ends(wanting({ at: from }), at(now))).toHaveLength(count);
  });

  test.each([
    // What came up on the 15th was missed; on the 16th at night it waits for the morning.
    ['2026-12-16T02:59:00Z', 1],
    ['2026-12-16T03:00:00Z', 0],
    ['2026-12-16T11:59:00Z', 0],
    ['2026-12-16T12:00:00Z', 1],
  ])('not in the quiet hours, and after them: at %s %i', (now, count) => {
    expect(ends(wanting({ quiet: night }), at(now))).toHaveLength(count);
  });

  test('what is told from an hour that is quiet comes after the quiet', () => {
    const library = wanting({ at: '06:00', quiet: night });
    expect(ends(library, at('2026-12-15T11:30:00Z'))).toEqual([]);
    expect(ends(library, at('2026-12-15T12:00:00Z'))).toEqual([[7, 7]]);
  });

  test('also in the night in which the clocks go forward', () => {
    // At 07:00 in summer time it is 11:00 in UTC; the day before it was 12:00.
    const library = holder('2026-03-15');
    const { reminders } = library.settings;
    library.settings = {
      ...library.settings,
      reminders: { ...reminders, at: '00:00', quiet: night },
    };
    expect(ends(library, at('2026-03-08T10:59:00Z'))).toEqual([]);
    expect(ends(library, at('2026-03-08T11:00:00Z'))).toEqual([[7, 7]]);
  });

  test('on the days chosen for its kind, or for the one date', () => {
    expect(ends(wanting({ leads: { 'cycle-end': [3] } }), at('2026-12-19T15:00:00Z'))).toEqual([
      [3, 3],
    ]);
    const library = wanting({ leads: { 'cycle-end': [3] } });
    const id = 'adjustment:cycle-end:c';
    const stamp = '2026-01-05T12:00:00.000Z';
    library.adjustments[id] = {
      ...{ id, createdAt: stamp, updatedAt: stamp, datedAt: null, deadline: 'cycle-end:c' },
      ...{ movedTo: null, why: null, standard: null, leads: [5], note: '' },
    };
    expect(ends(library, at('2026-12-17T15:00:00Z'))).toEqual([[5, 5]]);
    expect(ends(library, at('2026-12-19T15:00:00Z'))).toEqual([[5, 3]]);
  });

  test('what the list has is the same, quiet or not', () => {
    const moment = {
      now: '2026-12-16T04:00:00Z',
      today: '2026-12-15',
      timeZone: 'America/New_York',
    };
    const ids = (library: Library) => remindersOf(library, moment, reference()).map(({ id }) => id);
    expect(ids(wanting({ quiet: night, at: '23:59' }))).toEqual(ids(holder('2026-12-22')));
  });
});

test('dues are told of 75 days after they were due', () => {
  const library = holder('2026-12-22');
  library.holdings['h'] = { ...library.holdings['h']!, credential: 'cic', body: 'aapc' };
  library.cycles['c'] = {
    ...library.cycles['c']!,
    body: 'aapc',
    start: '2025-04-01',
    end: '2027-03-31',
  };
  const dues = (now: string) =>
    noticesDue(library, at(now), reference(), never)
      .filter(({ deadline }) => deadline.kind === 'dues')
      .map(({ id }) => id);
  expect(dues('2026-06-14T15:00:00Z')).toEqual(['dues:aapc:2026|2026-03-31|-75']);
  expect(dues('2026-07-15T15:00:00Z')).toEqual([]);
});

test('a library that is begun in October is not told of October 1, nor of what is only prepared', () => {
  const notices = (createdAt: string, now: string) =>
    noticesDue(emptyLibrary('l', createdAt), at(now), reference(), never).map(({ id }) => id);
  expect(notices('2026-10-05T15:00:00.000Z', '2026-10-06T15:00:00Z')).toEqual([]);
  expect(notices('2026-09-28T15:00:00.000Z', '2026-10-06T15:00:00Z')).toEqual([
    'code-set:october:2026|2026-10-01|0',
  ]);
});
