import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { momentAt } from '../moment';
import { noticesDue } from './plan';

/*
 * On the odd days of the year, in zones on both sides of the date line: what is due on a day is told from nine in
 * the morning of that day as the wall clock there shows it, to the minute, and no earlier.
 */

const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'UTC',
];

/** Days on which clocks change somewhere, those beside them, and the ends of months and years. */
const days = [
  ...around('2026-11-01'),
  ...around('2027-03-14'),
  ...around('2027-03-28'),
  ...around('2027-04-04'),
  ...around('2027-09-26'),
  ...around('2027-10-31'),
  ...around('2028-02-29'),
  ...around('2027-12-31'),
];

function around(day: string): string[] {
  const date = Temporal.PlainDate.from(day);
  return [-1, 0, 1].map((days) => date.add({ days }).toString());
}

/** A date of the user's own, entered half a year before. */
function withDate(date: string, leads: number[]): Library {
  const createdAt = `${Temporal.PlainDate.from(date).subtract({ months: 6 }).toString()}T12:00:00.000Z`;
  const base = { createdAt, updatedAt: createdAt, datedAt: createdAt, repeat: null, note: '' };
  const library = emptyLibrary('l', createdAt);
  library.deadlines['d'] = { ...base, id: 'd', title: 'A date', date, leads };
  return library;
}

const told = (library: Library, now: string, timeZone: string) =>
  noticesDue(library, momentAt(now, timeZone), () => false)
    .filter(({ deadline }) => deadline.kind === 'own')
    .map(({ lead, daysLeft }) => [lead, daysLeft]);

/** The instant at which the wall clock shows a time, by the tables of zones that the system has. */
function at(day: string, time: string, timeZone: string): string {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone);
  const instant = new Date(zoned.epochMilliseconds);
  const shown = instant.toLocaleString('sv', { timeZone }).slice(0, 16);
  expect(shown).toBe(`${day} ${time.slice(0, 5)}`);
  return instant.toISOString();
}

describe.each(zones)('in %s', (timeZone) => {
  test('what is due on a day is told at nine', () => {
    for (const day of days) {
      const library = withDate(day, [0]);
      expect(told(library, at(day, '08:59:59', timeZone), timeZone), day).toEqual([]);
      expect(told(library, at(day, '09:00:00', timeZone), timeZone), day).toEqual([[0, 0]]);
      expect(told(library, at(day, '23:59:59', timeZone), timeZone), day).toEqual([[0, 0]]);
    }
  });

  test('a week before a day is seven days of the calendar', () => {
    for (const day of days) {
      const library = withDate(day, [7]);
      const before = Temporal.PlainDate.from(day).subtract({ days: 7 }).toString();
      expect(told(library, at(before, '08:59:59', timeZone), timeZone), day).toEqual([]);
      expect(told(library, at(before, '09:00:00', timeZone), timeZone), day).toEqual([[7, 7]]);
      // Missed then, it is told at any hour.
      expect(told(library, at(day, '00:00:00', timeZone), timeZone), day).toEqual([[7, 0]]);
    }
  });
});

test('the same instant is another day elsewhere', () => {
  const now = '2027-12-31T10:30:00.000Z';
  const library = withDate('2028-01-01', [0]);
  expect(told(library, now, 'Pacific/Kiritimati')).toEqual([]);
  expect(told(library, '2027-12-31T19:00:00.000Z', 'Pacific/Kiritimati')).toEqual([[0, 0]]);
  expect(told(library, '2027-12-31T19:00:00.000Z', 'America/Los_Angeles')).toEqual([]);
});

test('where the clocks skip the hour of the notice, it is told right after it', () => {
  // Cuba changes its clocks at midnight: March 14, 2027 begins at one.
  const library = withDate('2027-03-14', [0]);
  library.settings.reminders.at = '00:30';
  expect(told(library, '2027-03-14T04:59:59.000Z', 'America/Havana')).toEqual([]);
  expect(told(library, '2027-03-14T05:00:00.000Z', 'America/Havana')).toEqual([[0, 0]]);
});
