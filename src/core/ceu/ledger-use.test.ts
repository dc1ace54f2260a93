import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { closingSummary } from './closing';
import { exampleLibrary } from './example-library.testing';
import { filterRows, isFiltering, noFilter } from './filter';
import { ledgerRows } from './ledger';
import { cycleMonths } from './months';
import { proposedBodies } from './proposed';
import { carryOverOf, reportFields, reportFormOf, toReport, type Verdicts } from './report';
import { weighClaims } from './weighing';
import { standingOf } from './rules';

const today = '2026-11-22';
const dates = { body: 'aapc', start: '2025-02-01', end: '2027-01-31' };
const library = exampleLibrary({
  held: [['cic', '2023-01-20']],
  cycles: [dates],
  claims: [
    {
      ...{ body: 'aapc', units: 150, on: '2026-05-04' },
      activity: { title: 'Sépsis\nand queries', sponsor: 'One', indexNumber: 'X1' },
    },
    { body: 'aapc', units: 4000, on: '2025-02-04', activity: { title: 'POA', sponsor: 'Two' } },
    { body: 'aapc', units: 100, on: '2026-11-25', state: 'planned' },
    { body: 'aapc', units: 100, on: '2026-11-20', state: 'reported', reportedOn: '2026-11-21' },
  ],
});
const cycle = Object.values(library.cycles)[0]!;
const rows = ledgerRows(library, cycle, reference());
const verdictsOf = (of: Library, on: string): Verdicts => {
  const weighed = weighClaims(of, new Set(['aapc']), on, reference());
  return (id) => weighed.find(({ claim }) => claim.id === id)?.verdict;
};
const verdicts = verdictsOf(library, today);

describe('the fields of a claim', () => {
  test('stand in the order of the body’s form, as they are copied', () => {
    const { claim, activity } = toReport(rows, verdicts)[1]!;
    const fields = reportFields(reportFormOf('aapc'), activity, claim);
    expect(fields.map(({ id, value }) => [id, value])).toEqual([
      ['index-number', 'X1'],
      ['date', '05/04/2026'],
      ['units', '1.5'],
      ['title', 'Sépsis and queries'],
      ['sponsor', 'One'],
    ]);
  });

  test.each(reference().bodies.map(({ id }) => id))(
    'of %s have a form with a source, never one that claims more than was found',
    (body) => {
      const form = reportFormOf(body);
      expect(form.body).toBe(body);
      expect(form.source?.checkedOn).toMatch(/^\d{4}-/);
      if (!form.isOrderConfirmed) expect(form.source?.confidence).not.toBe('official');
      expect(new Set(form.fields).size).toBe(form.fields.length);
      expect(carryOverOf(body)?.says).toMatch(/carr(y|ies|ied) /);
    },
  );

  test('of a body that is not known stand in an order of ours, and say so', () => {
    expect(reportFormOf('my own body')).toMatchObject({ isOrderConfirmed: false, source: null });
    expect(carryOverOf('my own body')).toBeNull();
  });

  test('can be reported where earned and past, the earliest first', () => {
    expect(toReport(rows, verdicts).map(({ activity }) => activity.title)).toEqual([
      'POA',
      'Sépsis\nand queries',
    ]);
    expect(toReport(rows, verdictsOf(library, '2026-01-01'))).toHaveLength(1);
  });

  test('are not proposed where they do not count, and closing agrees', () => {
    const on = '2026-05-04';
    const other = exampleLibrary({
      held: [['cic', '2025-03-01']],
      cycles: [dates],
      claims: [
        { body: 'aapc', units: 100, on, activity: { indexNumber: 'A1' } },
        { body: 'aapc', units: 100, on: '2026-06-04', activity: { indexNumber: 'A1' } },
        { body: 'aapc', units: 100, on: '2025-02-03', activity: { title: 'Before' } },
        { body: 'aapc', units: 100, on, marks: { 'aapc-approved': false } },
        { body: 'aapc', units: 100, on: '2026-12-25', activity: { title: 'Still to come' } },
      ],
    });
    const [own] = Object.values(other.cycles);
    const all = ledgerRows(other, own!, reference());
    const of = verdictsOf(other, today);
    expect(toReport(all, of).map(({ claim }) => claim.id)).toEqual(['claim:0']);
    const question = { cycle: own!, library: other, today, reference: reference() };
    expect(closingSummary(standingOf(question), all, of, today)).toMatchObject({
      ...{ notReported: 1, planned: 1, notAnswered: 0 },
    });
  });
});

describe('a filter', () => {
  const titles = (changes: Partial<typeof noFilter>) =>
    filterRows(rows, { ...noFilter, ...changes }, ({ activity }) =>
      activity.sponsor === 'Two' ? 1 : 0,
    ).map(({ activity }) => activity.completedOn);

  test.each([
    [{ text: 'sepsis' }, ['2026-05-04']],
    [{ text: 'QUERIES sep' }, ['2026-05-04']],
    [{ text: 'x1' }, ['2026-05-04']],
    [{ text: 'two' }, ['2025-02-04']],
    [{ text: 'nothing of the kind' }, []],
    [{ state: 'planned' as const }, ['2026-11-25']],
    [{ sponsor: 'One' }, ['2026-05-04']],
    [{ isUnanswered: true }, ['2025-02-04']],
    [{ hasNoCertificate: true }, ['2026-11-25', '2026-11-20', '2026-05-04', '2025-02-04']],
    [{ sponsor: 'One', state: 'planned' as const }, []],
  ])('%j leaves %j', (changes, days) => {
    expect(titles(changes)).toEqual(days);
    expect(isFiltering({ ...noFilter, ...changes })).toBe(true);
  });

  test('of nothing leaves all', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect(isFiltering({ ...noFilter, text: '  ' })).toBe(false);
    expect(titles({})).toHaveLength(rows.length);
  });
});

describe('the months of a cycle', () => {
  test('count what is counted, against an even pace', () => {
    const months = cycleMonths(
      dates,
      200,
      [
        { on: '2025-02-04', units: 150 },
        { on: '2025-04-30', units: 100 },
        { on: '2025-04-01', units: 50 },
      ],
      3600,
      '2025-04-15',
    );
    expect(months).toHaveLength(24);
    expect(months.slice(0, 4)).toEqual([
      { month: '2025-02', units: 150, total: 350, even: 150, isAhead: false },
      { month: '2025-03', units: 0, total: 350, even: 300, isAhead: false },
      { month: '2025-04', units: 150, total: 500, even: 450, isAhead: false },
      { month: '2025-05', units: 0, total: 500, even: 600, isAhead: true },
    ]);
    expect(months.at(-1)).toMatchObject({ month: '2027-01', even: 3600 });
  });

  test('lose and add nothing, whatever day a unit is of', () => {
    const units = fc.record({
      on: fc.constantFrom('2024-12-31', '2025-02-01', '2026-02-28', '2027-01-31', '2027-02-01'),
      units: fc.nat({ max: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(units), fc.nat({ max: 2000 }), (counted, openingUnits) => {
        const months = cycleMonths(dates, openingUnits, counted, null, today);
        const sum = counted.reduce((all, one) => all + one.units, openingUnits);
        expect(months.at(-1)?.total).toBe(sum);
        expect(months.every(({ even }) => even === null)).toBe(true);
      }),
    );
  });
});

test.each([
  ['2025-02-01', ['aapc', 'ahima']],
  ['2024-06-01', ['ahima']],
  ['2027-01-31', ['aapc', 'ahima']],
  ['2027-02-01', ['ahima']],
  ['2022-01-01', []],
  [null, ['aapc', 'ahima', 'acdis']],
])('on %s claims are proposed at %j', (day, bodies) => {
  const held = exampleLibrary({
    held: [
      ['cic', '2023-01-20'],
      ['ccs', '2022-06-01'],
      ['ccds', '2028-01-01'],
    ],
    cycles: [dates],
  });
  // AHIMA has no cycle yet, so nothing speaks against a claim there.
  expect([...proposedBodies(day, held)].sort()).toEqual([...bodies].sort());
});

test.each([
  ['2025-06-30', ['aapc', 'ahima']],
  ['2025-07-01', ['ahima']],
  [null, ['ahima']],
])('on %s no claim is proposed where nothing is held any more', (day, bodies) => {
  const gone = exampleLibrary({
    held: [
      ['cic', '2023-01-20'],
      ['ccs', '2022-06-01'],
    ],
    cycles: [dates],
  });
  gone.holdings['cic']!.endedOn = '2025-06-30';
  expect([...proposedBodies(day, gone)].sort()).toEqual(bodies);
});

describe('before a cycle is closed', () => {
  const standing = standingOf({ cycle, library, today, reference: reference() });

  test('it is said what counts, what exceeds, and what is open', () => {
    expect(closingSummary(standing, rows, verdicts, today)).toMatchObject({
      ...{ counted: 4250, required: 3600, excess: 650, lacking: 0, isEarly: true },
      ...{ planned: 1, notReported: 2, notAnswered: 1 },
    });
  });

  test('what lacks is said in place of an excess, and its last day is over', () => {
    const less = { ...standing, earned: 1000 };
    expect(closingSummary(less, rows, verdicts, '2027-02-01')).toMatchObject({
      ...{ excess: 0, lacking: 2600, isEarly: false },
    });
    expect(closingSummary({ ...less, required: null }, [], verdicts, today)).toMatchObject({
      ...{ excess: 0, lacking: 0, required: null, planned: 0 },
    });
  });
});
