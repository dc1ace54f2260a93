import { describe, expect, it } from 'vitest';
import { reference } from '../reference';
import { canPlace, currentCycle, cycleOfClaim, cycleWarnings, proposeCycle } from './cycles';
import { exampleLibrary } from './example-library.testing';

const data = reference();
const { cycles } = exampleLibrary({
  cycles: [
    { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
    { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
    { body: 'ahima', start: '2024-02-14', end: '2026-02-13' },
    { body: 'ahima', start: '2026-02-14', end: '2028-02-13' },
  ],
});
const early = 'aapc:2024-03-01';
const late = 'aapc:2026-03-01';

const placeOf = (body: string, completedOn: string, cycleId: string | null) =>
  cycleOfClaim({ body, cycleId }, { completedOn }, cycles, data)?.id ?? null;

describe('cycleOfClaim', () => {
  it.each([
    ['2024-03-01', early],
    ['2026-02-28', early],
    ['2026-03-01', late],
    ['2028-02-29', late],
    ['2028-03-01', null],
    ['2024-02-29', null],
  ])('puts %s by date into %s', (day, id) => {
    expect(placeOf('aapc', day, null)).toBe(id);
  });

  it('lets a unit of the renewal month go to either cycle', () => {
    expect(placeOf('aapc', '2026-02-10', early)).toBe(early);
    expect(placeOf('aapc', '2026-02-10', late)).toBe(late);
    expect(placeOf('aapc', '2026-02-01', late)).toBe(late);
  });

  it('goes by the date where the choice is not allowed, or the cycle is gone', () => {
    expect(placeOf('aapc', '2026-01-31', late)).toBe(early);
    expect(placeOf('aapc', '2026-03-01', early)).toBe(late);
    expect(placeOf('aapc', '2026-02-10', 'gone')).toBe(early);
    expect(placeOf('aapc', '2026-02-10', 'ahima:2026-02-14')).toBe(early);
    expect(placeOf('ahima', '2026-02-10', 'ahima:2026-02-14')).toBe('ahima:2024-02-14');
  });

  it('allows the choice when the earlier cycle was never entered', () => {
    const { [late]: only } = cycles;
    const place = (completedOn: string) =>
      cycleOfClaim({ body: 'aapc', cycleId: late }, { completedOn }, { [late]: only! }, data)?.id;
    expect(place('2026-02-10')).toBe(late);
    expect(place('2026-01-31')).toBeUndefined();
  });

  it('allows it to no body without a rule that says so', () => {
    const mine = exampleLibrary({
      cycles: [
        { body: 'mine', start: '2024-03-01', end: '2026-02-28' },
        { body: 'mine', start: '2026-03-01', end: '2028-02-29' },
      ],
    });
    const claim = { body: 'mine', cycleId: 'mine:2026-03-01' };
    const placed = cycleOfClaim(claim, { completedOn: '2026-02-10' }, mine.cycles, data);
    expect(placed?.id).toBe('mine:2024-03-01');
  });
});

describe('canPlace', () => {
  it.each([
    ['aapc', '2026-02-10', early, true],
    ['aapc', '2026-02-10', late, true],
    ['aapc', '2026-01-31', late, false],
    ['aapc', '2026-01-31', early, true],
    ['aapc', '2026-03-02', early, false],
    ['ahima', '2026-02-10', 'ahima:2026-02-14', false],
    ['aapc', '2026-02-10', 'gone', false],
  ])('%s, %s into %s: %s', (body, day, id, expected) => {
    expect(canPlace(body, day, id, cycles, data)).toBe(expected);
  });
});

describe('currentCycle', () => {
  it('holds today, its last day included', () => {
    expect(currentCycle('aapc', cycles, '2026-02-28')?.id).toBe(early);
    expect(currentCycle('aapc', cycles, '2028-03-01')).toBeNull();
    expect(currentCycle('acdis', cycles, '2026-02-28')).toBeNull();
  });
});

describe('proposeCycle', () => {
  const dates = (body: string, from: Parameters<typeof proposeCycle>[1], today: string) => {
    const proposal = proposeCycle(body, from, today, data);
    return proposal && [proposal.start, proposal.end];
  };
  it.each([
    // From the day of the exam, rolled forward to today.
    ['ahima', '2026-02-14', '2026-11-22', ['2026-02-14', '2028-02-13']],
    ['ahima', '2019-11-23', '2026-11-22', ['2025-11-23', '2027-11-22']],
    ['ahima', '2024-11-22', '2026-11-22', ['2026-11-22', '2028-11-21']],
    ['ahima', '2027-01-05', '2026-11-22', ['2027-01-05', '2029-01-04']],
    // A leap day clamps, and comes back.
    ['ahima', '2024-02-29', '2025-01-01', ['2024-02-29', '2026-02-27']],
    ['ahima', '2024-02-29', '2026-11-22', ['2026-02-28', '2028-02-28']],
    ['ahima', '2024-02-29', '2028-06-01', ['2028-02-29', '2030-02-27']],
    // The month decides between odd and even years; the first cycle may be short.
    ['aapc', '2025-12-10', '2026-01-05', ['2025-12-10', '2026-12-31']],
    ['aapc', '2024-12-10', '2025-01-05', ['2024-12-10', '2026-12-31']],
    ['aapc', '2025-03-20', '2026-11-22', ['2025-03-20', '2027-03-31']],
    ['aapc', '2024-03-20', '2024-11-22', ['2024-03-20', '2025-03-31']],
    ['aapc', '2020-02-10', '2026-11-22', ['2026-03-01', '2028-02-29']],
    ['aapc', '2020-02-10', '2026-02-28', ['2024-03-01', '2026-02-28']],
    ['acdis', '2025-06-30', '2026-11-22', ['2025-06-30', '2027-06-29']],
  ])('at %s from %s, on %s: %j', (body, earnedOn, today, expected) => {
    expect(dates(body, earnedOn, today)).toEqual(expected);
  });

  it.each([
    ['ahima', { start: '2024-02-14', end: '2026-02-13' }, ['2026-02-14', '2028-02-13']],
    ['ahima', { start: '2020-02-14', end: '2022-02-13' }, ['2026-02-14', '2028-02-13']],
    ['aapc', { start: '2024-03-01', end: '2026-02-28' }, ['2026-03-01', '2028-02-29']],
    ['aapc', { start: '2024-05-16', end: '2026-05-15' }, ['2026-05-16', '2028-05-15']],
    ['acdis', { start: '2023-06-30', end: '2025-06-29' }, ['2025-06-30', '2027-06-29']],
  ])('at %s after %j', (body, previous, expected) => {
    expect(dates(body, previous, '2026-11-22')).toEqual(expected);
  });

  it('says why, and what was not found', () => {
    const because = (body: string) => proposeCycle(body, '2026-02-14', '2026-11-22', data)?.because;
    expect(because('ahima')).toMatch(/^Two years from the day you passed the exam\.$/);
    expect(because('aapc')).toMatch(
      /odd years.*AAPC’s exact day is not published where we looked\.$/,
    );
  });

  it('proposes nothing for a body without rules', () => {
    expect(dates('mine', '2026-02-14', '2026-11-22')).toBeNull();
  });

  it('warns of none of its own proposals but that a first cycle is short', () => {
    for (const body of ['ahima', 'aapc', 'acdis']) {
      for (const earnedOn of [
        '2019-01-31',
        '2020-02-29',
        '2021-12-31',
        '2023-06-15',
        '2026-11-22',
      ]) {
        const proposal = proposeCycle(body, earnedOn, '2026-11-22', data);
        if (!proposal) throw new Error('no proposal');
        const warnings = cycleWarnings(proposal, body, earnedOn, data);
        expect(warnings.filter((text) => !text.startsWith('The first cycle is shorter'))).toEqual(
          [],
        );
      }
    }
  });
});

describe('cycleWarnings', () => {
  const warningsOf = (body: string, start: string, end: string, earnedOn: string | null) =>
    cycleWarnings({ start, end }, body, earnedOn, data).join(' ');

  it('is silent about usual dates', () => {
    expect(warningsOf('ahima', '2026-02-14', '2028-02-13', '2024-02-14')).toBe('');
    expect(warningsOf('ahima', '2026-02-28', '2028-02-27', '2024-02-29')).toBe('');
    expect(warningsOf('ahima', '2026-02-14', '2028-02-13', null)).toBe('');
    expect(warningsOf('aapc', '2026-03-01', '2028-02-29', '2020-02-10')).toBe('');
  });
  it('names a year of the wrong parity', () => {
    expect(warningsOf('aapc', '2025-03-01', '2027-02-28', null)).toMatch(
      /odd years.*Check the year/,
    );
  });
  it('names a length other than two years', () => {
    expect(warningsOf('ahima', '2026-02-14', '2027-02-13', null)).toMatch(/24 months.*shorter/);
    expect(warningsOf('ahima', '2026-02-14', '2028-06-13', null)).toMatch(/24 months.*longer/);
    expect(warningsOf('ahima', '2026-02-14', '2028-02-14', null)).toMatch(/24 months.*longer/);
    expect(warningsOf('ahima', '2026-02-14', '2028-02-29', null)).toMatch(/24 months.*longer/);
  });
  it('explains a short first cycle', () => {
    expect(warningsOf('aapc', '2025-12-10', '2026-12-31', '2025-12-10')).toMatch(/fewer units/);
  });
  it('names a start that is no anniversary', () => {
    expect(warningsOf('ahima', '2026-03-01', '2028-02-29', '2024-02-14')).toMatch(/anniversary/);
    expect(warningsOf('ahima', '2022-02-14', '2024-02-13', '2024-02-14')).toMatch(/anniversary/);
  });
  it('says nothing of dates that are refused anyway, or of bodies without rules', () => {
    expect(warningsOf('ahima', '2026-02-14', '2026-02-14', null)).toBe('');
    expect(warningsOf('mine', '2026-02-14', '2026-05-14', null)).toBe('');
  });
});
