import { expect, test } from 'vitest';
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

test('a library that is begun in October is not told of October 1, nor of what is only prepared', () => {
  const notices = (createdAt: string, now: string) =>
    noticesDue(emptyLibrary('l', createdAt), at(now), reference(), never).map(({ id }) => id);
  expect(notices('2026-10-05T15:00:00.000Z', '2026-10-06T15:00:00Z')).toEqual([]);
  expect(notices('2026-09-28T15:00:00.000Z', '2026-10-06T15:00:00Z')).toEqual([
    'code-set:october:2026|2026-10-01|0',
  ]);
});
