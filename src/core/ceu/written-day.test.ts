import { expect, test } from 'vitest';
import { dayOf, daysIn, orderShownBy, readWrittenDay } from './written-day';

const today = '2026-11-22';
const read = (text: string) => readWrittenDay(text, today);
const day = (iso: string) => ({ kind: 'day', day: iso });

test.each([
  ['2026-10-01', '2026-10-01'],
  ['2026-10-01T23:15:00Z', '2026-10-01'],
  ['10/28/2026', '2026-10-28'],
  ['28.10.2026', '2026-10-28'],
  ['10/28/2026 12:00:00 AM', '2026-10-28'],
  ['3/3/26', '2026-03-03'],
  ['October 1st, 2026', '2026-10-01'],
  ['Thursday, October 1, 2026', '2026-10-01'],
  ['1 October 2026', '2026-10-01'],
  ['the 14th day of October, 2026', '2026-10-14'],
  ['01-Oct-2026', '2026-10-01'],
  ['October 1-3, 2026', '2026-10-03'],
  ['October 30 – November 2, 2026', '2026-11-02'],
])('%s is one day', (text, iso) => {
  expect(read(text)).toEqual(day(iso));
});

test('two orders of numbers are both kept until the order is known', () => {
  const reading = { kind: 'either', monthFirst: '2026-03-04', dayFirst: '2026-04-03' } as const;
  expect(read('03/04/2026')).toEqual(reading);
  expect(dayOf(reading, null)).toBeNull();
  expect(dayOf(reading, 'month-first')).toBe('2026-03-04');
  expect(dayOf(reading, 'day-first')).toBe('2026-04-03');
});

test.each([
  ['Oct 3', 'date-no-year'],
  ['10/28', 'date-no-year'],
  ['03/04', 'date-no-year'],
  ['02/30/2026', 'bad-date'],
  ['13/13/2026', 'bad-date'],
  ['pending', 'bad-date'],
  ['', 'bad-date'],
  ['today', 'bad-date'],
  ['10/01/1926', 'date-far-off'],
])('%s is %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test.each([
  ['13/02/2026', 'day-first'],
  ['02/13/2026', 'month-first'],
  ['03/04/2026', null],
  ['13/13/2026', null],
  ['2026-02-13', null],
])('%s shows the order %s', (text, order) => {
  expect(orderShownBy(text)).toBe(order);
});

test('days are found within sentences', () => {
  expect(daysIn('held on October 14, 2026, reported 2026-10-20 (no. 12-34)')).toEqual([
    'October 14, 2026',
    '2026-10-20',
  ]);
});
