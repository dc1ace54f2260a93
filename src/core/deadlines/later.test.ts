import { describe, expect, it } from 'vitest';
import { laterChoices, nextReminderOn, remindersInWords, tomorrowAt } from './later';
import type { Deadline } from './deadline';

const noon = { now: '2026-11-22T17:00:00.000Z', today: '2026-11-22', timeZone: 'America/New_York' };

describe('putting off', () => {
  it('is for an hour, to tomorrow morning, for three days or a week, at nine where one lives', () => {
    expect(
      laterChoices('2026-12-22', noon, '09:00').map(({ label, until }) => [label, until]),
    ).toEqual([
      ['In 1 hour', '2026-11-22T18:00:00.000Z'],
      ['Tomorrow morning', '2026-11-23T14:00:00.000Z'],
      ['In 3 days', '2026-11-25T14:00:00.000Z'],
      ['Next week', '2026-11-29T14:00:00.000Z'],
    ]);
  });

  it('comes at the hour from which notices are wanted, and tomorrow is named after it', () => {
    const named = (at: string) => laterChoices('2026-12-22', noon, at).slice(1, 3);
    expect(named('18:30').map(({ label, until }) => [label, until])).toEqual([
      ['Tomorrow evening', '2026-11-23T23:30:00.000Z'],
      ['In 3 days', '2026-11-25T23:30:00.000Z'],
    ]);
    expect(named('07:00')[0]?.label).toBe('Tomorrow morning');
    expect(named('12:00')[0]?.label).toBe('Tomorrow afternoon');
  });

  it('says what would come after the date', () => {
    const tooLate = (date: string) =>
      laterChoices(date, noon, '09:00').map(({ isTooLate }) => isTooLate);
    expect(tooLate('2026-11-22')).toEqual([false, true, true, true]);
    expect(tooLate('2026-11-25')).toEqual([false, false, false, true]);
    expect(tooLate('2026-11-21')).toEqual([true, true, true, true]);
  });

  it.each([
    ['America/New_York', '2026-03-07', '2026-03-08T13:00:00.000Z'],
    ['America/New_York', '2026-10-31', '2026-11-01T14:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-22', '2026-11-23T03:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T19:00:00.000Z'],
    ['UTC', '2028-02-28', '2028-02-29T09:00:00.000Z'],
  ])('in %s, tomorrow of %s is %s', (timeZone, today, until) => {
    expect(tomorrowAt({ now: `${today}T12:00:00.000Z`, today, timeZone }, '09:00')).toBe(until);
  });
});

it.each([
  ['2026-11-22', '2026-12-15'],
  ['2026-12-14', '2026-12-15'],
  ['2026-12-15', '2026-12-21'],
  ['2026-12-21', null],
  ['2027-01-01', null],
])('after %s it comes up next on %s', (today, next) => {
  const deadline = { date: '2026-12-22', leads: [1, 30, 7] } as Deadline;
  expect(nextReminderOn(deadline, today)).toBe(next);
});

it.each([
  ['2026-12-22', [45, 14, 7, 1], '2026-12-13', 'Next reminder 2026-12-15, then the day before'],
  [
    '2026-12-22',
    [45, 7, 1, 0],
    '2026-11-01',
    'Next reminder 2026-11-07, then 7 days before, the day before and on the day',
  ],
  ['2026-12-22', [7, -30], '2026-12-20', 'Next reminder 2027-01-21'],
  ['2026-12-22', [7], '2026-12-15', 'No further reminder'],
  ['2026-12-22', [], '2026-12-15', 'No reminder'],
])('of %s with leads %j on %s: %s', (date, leads, today, words) => {
  const deadline = { date, leads, isNoticed: true, isApproximate: false } as unknown as Deadline;
  expect(remindersInWords(deadline, today, (day) => day)).toBe(words);
});

it('of what is only asked about the day after, that day is no reminder of a date that is past', () => {
  const date = '2026-12-22';
  const exam = { kind: 'exam', date, leads: [7, 0], isNoticed: true, isAskedAfter: true };
  const told = (today: string, more: Partial<Deadline> = {}) =>
    remindersInWords({ ...(exam as unknown as Deadline), ...more }, today, (day) => day);
  expect(told('2026-12-16')).toBe('Next reminder 2026-12-22');
  expect(told('2026-12-22')).toBe('Asked about on 2026-12-23');
  expect(told('2026-12-22', { leads: [7, -1] })).toBe('Next reminder 2026-12-23');
});

it('what is only in the list, and what is only expected, promises no notice and no day', () => {
  const date = { date: '2026-12-22', leads: [0], isNoticed: false } as unknown as Deadline;
  const told = (isApproximate: boolean) =>
    remindersInWords({ ...date, isApproximate }, '2026-12-01', (day) => day);
  expect(told(false)).toBe('In the list 2026-12-22');
  expect(told(true)).toBe('In the list about then');
});
