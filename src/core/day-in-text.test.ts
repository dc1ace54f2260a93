import { expect, test } from 'vitest';
import { comingDayIn } from './day-in-text';

const reading = { today: '2026-11-22', monthFirst: true };

test.each([
  ['Changes apply to discharges from October 1 on.', '2027-10-01'],
  ['new codes on April\n1 of each year', '2027-04-01'],
  ['until 2027-03-13 at the latest', '2027-03-13'],
  ['by 3/13/2027, or earlier', '2027-03-13'],
  ['before the 13th March 2027.', '2027-03-13'],
  ['on Dec. 1st, 2026', '2026-12-01'],
  ['today, November 22, 2026', '2026-11-22'],
  ['from October 1, 2025 to September 30, 2027', '2027-09-30'],
  ['Sept 30', '2027-09-30'],
  // Passed, no day, counted from a day that is not said, or words that only look like one.
  ['from October 1, 2025 on', null],
  ['February 30', null],
  ['within 30 days, in 3 weeks or tomorrow', null],
  ['coders may 3 times a year', null],
  ['Marching 10 miles, DRG 470, chapter 3/4', null],
  ['version 1.10/12/2027', null],
  ['', null],
])('%j names %s', (text, expected) => {
  expect(comingDayIn(text, reading)).toBe(expected);
});

test('numbers are read as the system writes them', () => {
  expect(comingDayIn('4/3/2027', reading)).toBe('2027-04-03');
  expect(comingDayIn('4/3/2027', { ...reading, monthFirst: false })).toBe('2027-03-04');
});
