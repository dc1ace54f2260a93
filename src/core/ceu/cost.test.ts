import { describe, expect, it } from 'vitest';
import { costInWords } from './cost';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import {
  ahimaId,
  cycles,
  approved,
  libraryWith,
  full,
  unfinished,
  extend,
} from './standing-example.testing';

describe('cost', () => {
  const paid = (on: string, cost: number | null, more: Partial<ExampleClaim> = {}) =>
    approved(on, { activity: { cost }, ...more });
  it('so far is what was entered, at least, while one is not known', () => {
    const { soFar, toCome } = full(
      libraryWith([
        paid('2026-06-01', 4_950),
        paid('2026-06-02', 1_000, { state: 'rejected' }),
        paid('2026-06-03', 0),
        paid('2026-12-01', 2_500),
      ]),
    ).cost;
    expect(soFar).toEqual({ cents: 5_950, unknown: 0 });
    expect(toCome).toEqual({ cents: 2_500 + 2 * 19_000, unknown: 0 });
    const some = full(libraryWith([paid('2026-06-01', 100), paid('2026-06-02', null)])).cost.soFar;
    expect(some).toEqual({ cents: 100, unknown: 1 });
    expect(costInWords(some)).toBe('at least $1');
    expect(costInWords({ cents: 0, unknown: 2 })).toBe('not known');
  });
  it('to come has the fees of the body, by what is held', () => {
    const three = exampleLibrary({
      held: ['ccs', 'ccs-p', 'cdip'].map((id) => [id, '2020-01-01']),
      cycles,
    });
    const { fees, toCome, ifNeeded } = full(three, ahimaId).cost;
    expect(
      fees.map(({ id, times, cents, memberCents }) => [id, times, cents, memberCents]),
    ).toEqual([
      ['renewal', 1, 21_800, 10_000],
      ['further', 2, 10_000, null],
    ]);
    expect(toCome).toEqual({ cents: 31_800, unknown: 0 });
    expect(ifNeeded.map(({ id, cents }) => [id, cents])).toEqual([['extension', 5_000]]);
  });
  it('to come counts the credentials held at once, not one after the other', () => {
    const library = exampleLibrary({
      held: [
        ['ccs', '2020-01-01'],
        ['ccs-p', '2026-06-01'],
      ],
      cycles,
    });
    library.holdings['ccs']!.endedOn = '2026-03-31';
    expect(full(library, ahimaId).cost.toCome.cents).toBe(21_800);
    library.holdings['ccs']!.endedOn = '2026-06-01';
    expect(full(library, ahimaId).cost.toCome.cents).toBe(26_800);
  });
  const duesOf = (start: string, end: string, on = start) => {
    const library = exampleLibrary({
      held: [['cic', start]],
      cycles: [{ body: 'aapc', start, end }],
    });
    const { cost } = full(library, `aapc:${start}`, on);
    return [cost.fees.map(({ times }) => times), cost.toCome.cents];
  };
  it.each([
    // Certified eleven days before the day of the year: the first may be asked for in a year.
    ['2025-03-20', '2027-03-31', 2],
    ['2025-04-01', '2027-03-31', 2],
    ['2026-03-20', '2027-03-31', 1],
    ['2026-03-01', '2028-02-29', 2],
    // A pro-rated cycle ends with a renewal, for which dues are due.
    ['2026-06-10', '2027-03-31', 1],
    ['2026-04-15', '2028-05-31', 2],
  ])('dues of a cycle from %s to %s are surely asked for %d times', (start, end, times) => {
    expect(duesOf(start, end)).toEqual([[times], times * 19_000]);
  });
  it('of dues ends with the last credential, as the deadlines of dues do', () => {
    const library = exampleLibrary({
      held: [['cic', '2020-03-01']],
      cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
    });
    const timesOn = (endedOn: string | null) => {
      library.holdings['cic']!.endedOn = endedOn;
      return full(library).cost.fees.map(({ times }) => times);
    };
    expect(timesOn(null)).toEqual([2]);
    expect(timesOn('2027-02-28')).toEqual([1]);
    expect(timesOn('2027-02-27')).toEqual([]);
  });
  it('of dues says what was not found of the first year, and nothing of later cycles', () => {
    const says = (start: string, end: string, held: string) => {
      const before = { body: 'aapc', start: '2023-04-01', end: '2025-03-31' };
      const library = exampleLibrary({
        held: [['cic', held]],
        cycles: [...(held < start ? [before] : []), { body: 'aapc', start, end }],
      });
      return full(library, `aapc:${start}`).cost.fees[0]?.says;
    };
    expect(says('2025-03-20', '2027-03-31', '2025-03-20')).toMatch(/first year too was not found/);
    expect(says('2025-04-01', '2027-03-31', '2023-04-01')).not.toMatch(/first year/);
  });
  it('of a cycle that is over has no fee to come, unless it was extended', () => {
    expect(duesOf('2024-03-01', '2026-02-28', '2026-02-28')[1]).toBe(2 * 19_000);
    expect(duesOf('2024-03-01', '2026-02-28', '2026-03-01')[1]).toBe(0);
    const library = unfinished();
    extend(library, 'aapc:2024-03-01', '2026-05-31');
    expect(full(library, 'aapc:2024-03-01', '2026-05-31').cost.toCome.cents).toBe(2 * 19_000);
  });
  it('a fee that was not found is unknown, and a replaced credential costs nothing', () => {
    const ccds = exampleLibrary({
      held: [['ccds', '2025-06-30']],
      cycles: [{ body: 'acdis', start: '2025-06-30', end: '2027-06-29' }],
    });
    expect(costInWords(full(ccds, 'acdis:2025-06-30').cost.toCome)).toBe('not known');
    const replaced = exampleLibrary({
      held: ['rhit', 'rhia'].map((id) => [id, '2020-01-01']),
      cycles,
    });
    expect(full(replaced, ahimaId).cost.toCome.cents).toBe(21_800);
  });
});
