import { describe, expect, it } from 'vitest';
import { reference } from '../reference';
import { codeSetDatesBetween, fiscalYearOf } from './code-set-year';

const data = reference();

describe('codeSetDatesBetween', () => {
  it('includes both ends and fills in the years', () => {
    const dates = codeSetDatesBetween('2026-10-01', '2027-10-01', false, data);
    expect(dates.map(({ id, label }) => `${id} ${label}`)).toEqual([
      'october:2026 FY2027, October 1',
      'corrections:2026 corrections',
      'april-announced:2026 April codes expected',
      'committee-spring:2027 committee',
      'april:2027 April codes',
      'proposed-rule:2027 proposed rule',
      'files:2027 FY2028 files',
      'guidelines:2027 guidelines',
      'final-rule:2027 final rule',
      'committee-fall:2027 committee',
      'october:2027 FY2028, October 1',
    ]);
    for (const { title, label, says } of codeSetDatesBetween(
      '2026-01-01',
      '2027-12-31',
      true,
      data,
    )) {
      expect(`${title} ${label} ${says}`).not.toMatch(/[{}]/);
    }
  });

  it('leaves out a day that the year does not have', () => {
    const [first] = data.codeSetDates;
    const leap = { ...data, codeSetDates: [{ ...first!, month: 2, day: 29 }] };
    const dates = codeSetDatesBetween('2027-01-01', '2028-12-31', false, leap);
    expect(dates.map(({ date }) => date)).toEqual(['2028-02-29']);
  });
});

describe('fiscalYearOf', () => {
  it.each([
    ['2026-09-30', '2025-10-01', '2026-09-30'],
    ['2026-10-01', '2026-10-01', '2027-09-30'],
    ['2026-11-22', '2026-10-01', '2027-09-30'],
    ['2028-02-29', '2027-10-01', '2028-09-30'],
  ])('that holds %s is %s to %s', (day, start, end) => {
    expect(fiscalYearOf(day)).toEqual({ start, end });
  });
});
