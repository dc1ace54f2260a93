import { describe, expect, it } from 'vitest';
import { aapcId, approved, libraryWith, full } from './standing-example.testing';

describe('pace and forecast', () => {
  it('take what counted in the last 180 days, in whatever cycle', () => {
    const { pace, forecast } = full(
      libraryWith([
        approved('2026-05-26'),
        approved('2026-05-27', { units: 300 }),
        approved('2026-11-22', { units: 600 }),
        approved('2026-10-01', { units: 700, state: 'planned' }),
      ]),
    );
    expect(pace).toEqual({ from: '2026-05-27', units: 900, activities: 2, per30Days: 150 });
    // 36 needed, 10 there: 26 at 9 in 180 days are 520 days.
    expect(forecast).toMatchObject({ on: '2028-04-25', isInTime: false });
    expect(forecast.says).toMatch(/only after the cycle ends/);
  });
  it.each([
    ['nothing', [], /^No activities counted in the last 180 days/],
    ['one activity', [approved('2026-06-01')], /^Only one activity counted/],
    ['nothing lacking', [approved('2026-06-01', { units: 3600 })], /^The total is reached/],
  ])('give no day for %s, and say so', (_, claims, words) => {
    const { forecast } = full(libraryWith(claims));
    expect(forecast).toMatchObject({ on: null, isInTime: null });
    expect(forecast.says).toMatch(words);
  });
  it('of a cycle that has not begun count from its first day', () => {
    const library = libraryWith([
      approved('2025-11-01', { units: 900 }),
      approved('2025-11-02', { units: 900 }),
    ]);
    library.holdings['cic']!.earnedOn = '2024-03-01';
    const { forecast } = full(library, aapcId, '2026-01-10');
    // 36 needed at 18 in 180 days: 360 days from Mar 1, 2026.
    expect(forecast).toMatchObject({ on: '2027-02-24', isInTime: true });
  });
  it('of a cycle that is over give no day', () => {
    const { forecast } = full(libraryWith([]), 'aapc:2024-03-01');
    expect(forecast.says).toBe('The cycle is over.');
  });
});
