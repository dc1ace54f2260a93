import { expect, test } from 'vitest';
import type { DueOccurrence } from '../../../src/core/deadlines/occurrences';
import { noticeWords } from './words';

const due = (title: string, daysLeft: number): DueOccurrence => ({
  id: title,
  lead: 7,
  daysLeft,
  returnedAt: null,
  nextOn: null,
  deadline: {
    ...{ id: title, kind: 'cycle-end', date: '2026-12-22', title, detail: 'CCS: the last day.' },
    ...{ leads: [7], isNoticed: true, isApproximate: false, isMinor: false, source: null },
    open: { screen: 'ceus', id: 'c' },
    knownSince: '2026-01-05T12:00:00.000Z',
  },
});

test('nothing due, nothing said', () => {
  expect(noticeWords([])).toBeNull();
});

test.each([
  [7, 'AHIMA cycle ends in 7 days'],
  [1, 'AHIMA cycle ends tomorrow'],
  [0, 'AHIMA cycle ends today'],
  [-1, 'AHIMA cycle ends · yesterday'],
  [-3, 'AHIMA cycle ends · 3 days ago'],
])('%i days left', (days, title) => {
  const words = { title, body: 'CCS: the last day.', screen: 'ceus' };
  expect(noticeWords([due('AHIMA cycle ends', days)])).toMatchObject(words);
});

test('a long title is cut, and the days that are left are not', () => {
  const long = due(`${'Read the new issue 😀 of Coding Clinic and '.repeat(4)}so on`, 3);
  const title = noticeWords([long])?.title ?? '';
  expect(title).toMatch(/^Read the new issue 😀 .*[^ ]… in 3 days$/u);
  expect([...title].length).toBeLessThanOrEqual(60 + ' in 3 days'.length);
  expect(noticeWords([long, due('B', 1)])?.body).toBe(`${title}\nB tomorrow`);
  const longest = 'CCS: last day to reschedule, for $30, until 1:30 PM'.padEnd(60, '.');
  expect(noticeWords([due(longest, 1)])?.title).toBe(`${longest} tomorrow`);
});

test('what was missed of a series is one line in one notice', () => {
  const missed = due('Log the week', -1);
  missed.deadline.series = {
    repeat: { every: 1, unit: 'day', until: null, waits: false },
    missed: { date: '2026-11-21', count: 5, first: '2026-11-17' },
  };
  expect(noticeWords([missed])?.title).toBe('Log the week · missed 5 times');
  expect(noticeWords([missed, due('Log the week', 0)])?.body).toBe(
    'Log the week · missed 5 times\nLog the week today',
  );
});

test('several are one notice that names the first', () => {
  const words = noticeWords(['A', 'B', 'C', 'D', 'E', 'F'].map((name, at) => due(name, at)));
  expect(words).toEqual({
    title: '6 dates need you',
    body: 'A today\nB tomorrow\nC in 2 days\nD in 3 days\nand 2 more',
    screen: 'calendar',
    actions: [],
  });
});

test('an old rule says “check” in the notice itself, also among others', () => {
  const source = {
    title: 'A page',
    url: null,
    checkedOn: '2024-01-05',
    confidence: 'official',
  } as const;
  const one = due('AAPC dues for 2027', 45);
  const old = { ...one, age: 'long-ago' as const, deadline: { ...one.deadline, source } };
  expect(noticeWords([old])?.body).toBe(
    'CCS: the last day.\nCheck this date: its source was last looked at on Jan 5, 2024.',
  );
  expect(noticeWords([old, due('B', 1)])?.body).toBe(
    'AAPC dues for 2027 in 45 days, check its date\nB tomorrow',
  );
});
