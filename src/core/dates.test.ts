import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  isDay,
  monthEnd,
  monthFirst,
} from './dates';

const day = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isDay', () => {
  it.each(['2026-11-28', '2024-02-29', '2000-02-29', '2026-12-31'])('takes %s', (text) => {
    expect(isDay(text)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '20260401',
    '2026-04-01T00:00:00Z',
    '',
    ' 2026-04-01',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('arithmetic', () => {
  it('clamps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', 48)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
  it('crosses years, leap days and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysBetween('2026-11-22', '2027-04-01')).toBe(130);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });
  it('knows the last day of a month', () => {
    expect(monthEnd('2028-02-03')).toBe('2028-02-29');
    expect(monthEnd('2026-11-30')).toBe('2026-11-30');
  });
  it('counts back what it added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });
  it('lands in the right month and never on a later day of it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(isDay(to)).toBe(true);
        expect(monthOf(to)).toBe(monthOf(from) + months);
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)));
      }),
    );
  });
  it('sorts days as strings', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});

describe('dayOf', () => {
  it('is the day on the wall, also where the clock changes', () => {
    expect(dayOf('2026-11-23T04:30:00.000Z', 'America/Chicago')).toBe('2026-11-22');
    expect(dayOf('2026-11-23T06:00:00Z', 'America/Chicago')).toBe('2026-11-23');
    expect(dayOf('2026-03-08T07:59:59Z', 'America/Los_Angeles')).toBe('2026-03-07');
    expect(dayOf('2026-12-31T23:00:00Z', 'Asia/Tokyo')).toBe('2027-01-01');
  });
});

describe('formatDay', () => {
  it('has three lengths', () => {
    expect(formatDay('2026-11-22', 'en-US', 'long')).toBe('Sunday, November 22');
    expect(formatDay('2026-11-22', 'en-US', 'medium')).toBe('Nov 22, 2026');
    expect(formatDay('2026-11-22', 'en-US', 'short')).toBe('Nov 22');
  });
  it('follows the locale', () => {
    expect(formatDay('2026-11-22', 'en-GB', 'medium')).toBe('22 Nov 2026');
    expect(formatDay('2026-11-22', 'de-DE', 'long')).toBe('Sonntag, 22. November');
  });
  it('shows the day itself whatever zone the machine is in', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(formatDay(text, 'en-US', 'short')).toMatch(new RegExp(` ${Number(text.slice(8))}$`));
      }),
    );
  });
});

describe('monthFirst', () => {
  it.each([
    ['en-US', true],
    ['en-GB', false],
    ['de-DE', false],
    ['ja-JP', true],
  ])('of %s is %s', (locale, expected) => {
    expect(monthFirst(locale)).toBe(expected);
  });
});

describe('addDays', () => {
  const byTemporal = (from: string, days: number) =>
    Temporal.PlainDate.from(from).add({ days }).toString();

  it('is what Temporal says, over many centuries', () => {
    const anyDay = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800_000, max: 800_000 }), (from, days) => {
        expect(addDays(from, days)).toBe(byTemporal(from, days));
      }),
    );
  });
  it.each([
    ['9999-12-31', 1],
    ['2026-11-22T10:00:00', 1],
    ['2026-02-28', 366],
    ['2024-02-29', 365],
  ])('%s and %i days', (from, days) => {
    expect(addDays(from, days)).toBe(byTemporal(from, days));
  });
  it.each([
    ['2026-02-30', 1],
    ['2026-11-22', 0.5],
    ['', 1],
    ['2026', 1],
  ])('refuses %s and %d days as Temporal does', (from, days) => {
    expect(() => byTemporal(from, days)).toThrow(RangeError);
    expect(() => addDays(from, days)).toThrow(RangeError);
  });
});
