import { describe, expect, it } from 'vitest';
import { hoursRules, proposedUnits, unitsFromHours } from './hours';
import { data, today } from './standing-example.testing';

describe('hours to units by the rule of 2014', () => {
  const rule = data.ruleSets
    .flatMap((set) => set.claimRules)
    .find((one) => one.id === 'hours-2014');
  if (rule?.kind !== 'hours-to-units') throw new Error('no rule for hours');
  it.each([
    [0, 0],
    [50, 0],
    [74, 0],
    [75, 75],
    [100, 100],
    [174, 100],
    [175, 175],
    [250, 200],
    [800, 800],
  ])('%d hundredths of an hour are %d', (hours, units) => {
    expect(unitsFromHours(hours, rule).units).toBe(units);
  });
  it('says what was not found of a greater remainder', () => {
    expect(unitsFromHours(175, rule).because).toMatch(
      /45 minutes or more earns was not found; 0\.75 is left/,
    );
  });
  it('is proposed only where it was chosen and says another number', () => {
    const rules = hoursRules('ahima', today, data);
    const said = (hours: number | null, units: number | null, chosen?: string) =>
      proposedUnits({ hours, units }, chosen, rules)?.units ?? null;
    expect(said(250, null, 'hours-2014')).toBe(200);
    expect(said(250, 200, 'hours-2014')).toBeNull();
    expect(said(200, null, 'hours-2014')).toBeNull();
    expect(said(null, null, 'hours-2014')).toBeNull();
    expect(said(250, null)).toBeNull();
    expect(said(250, null, 'gone')).toBeNull();
    expect(hoursRules('aapc', today, data)).toEqual([]);
  });
});
