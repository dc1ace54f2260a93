import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reference } from '../reference';
import { totalCostOf } from './cost';
import { examplePrograms, included, isSo, leadsTo, money } from './example.testing';
import { mostCents, totalInWords } from './money';
import type { Fact, FactValue } from './schema';
import { isForOutpatient, programLines } from './summary';

const data = reference();
const costs = data.programFacts.filter(({ kind }) => kind === 'money').map(({ id }) => id);
const factsOf = (facts: Record<string, FactValue | null>): Fact[] =>
  Object.values(examplePrograms({ one: facts }).facts);
const all = (value: FactValue | null) => Object.fromEntries(costs.map((id) => [id, value]));

test('the parts of a cost are these', () => {
  expect(costs).toEqual([
    'tuition',
    'registration',
    'books',
    'exam-fee',
    'membership',
    'other-cost',
  ]);
});

test.each<[string, Record<string, FactValue | null>, string]>([
  ['nothing entered', {}, 'not known'],
  ['looked for, not found', all(null), 'not known'],
  ['every part known', { ...all(money(10_000)), tuition: money(185_050) }, '$2,350.50'],
  ['one part not found', { ...all(money(10_000)), books: null }, 'at least $500'],
  ['one part not asked yet', { ...all(included), tuition: money(200_000) }, '$2,000'],
  ['free', all(money(0)), '$0'],
  [
    'included counts nothing',
    { ...all(included), tuition: money(1), books: null },
    'at least $0.01',
  ],
  ['other facts count nothing', { ...all(money(0)), weeks: { kind: 'count', count: 9 } }, '$0'],
])('%s', (_, facts, total) => {
  const { cents, unknown } = totalCostOf(factsOf(facts), data);
  expect(totalInWords(cents, unknown.length)).toBe(total);
});

test('an unknown part is named, and one part of the price is known', () => {
  const { known, unknown } = totalCostOf(
    factsOf({ tuition: money(5), books: included, membership: null }),
    data,
  );
  expect(known.map(({ fact, cents, isIncluded }) => [fact.id, cents, isIncluded])).toEqual([
    ['tuition', 5, false],
    ['books', 0, true],
  ]);
  expect(unknown.map(({ id }) => id)).toEqual([
    'registration',
    'exam-fee',
    'membership',
    'other-cost',
  ]);
});

describe('whatever is known', () => {
  const part = fc.option(
    fc.oneof(fc.constant(included), fc.integer({ min: 0, max: mostCents }).map(money)),
  );
  const program: fc.Arbitrary<Record<string, FactValue | null>> = fc
    .uniqueArray(fc.tuple(fc.constantFrom(...costs), part), { selector: ([id]) => id })
    .map((entries) => Object.fromEntries(entries));

  it('the total is the sum of the known parts, and not below any of them', () => {
    fc.assert(
      fc.property(program, (facts) => {
        const { cents, known, unknown } = totalCostOf(factsOf(facts), data);
        const amounts = Object.values(facts).map((one) => (one?.kind === 'money' ? one.cents : 0));
        expect(cents).toBe(amounts.reduce((sum, one) => sum + one, 0));
        for (const amount of amounts) expect(cents).toBeGreaterThanOrEqual(amount);
        expect(known.length + unknown.length).toBe(costs.length);
        expect(/at least|not known/.test(totalInWords(cents, unknown.length))).toBe(
          unknown.length > 0,
        );
      }),
    );
  });

  it('the order of entry does not matter', () => {
    const shuffled = program.chain((facts) => {
      const list = factsOf(facts);
      const order = fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });
      return fc.tuple(fc.constant(list), order);
    });
    fc.assert(
      fc.property(shuffled, ([list, order]) => {
        expect(totalCostOf(order, data)).toEqual(totalCostOf(list, data));
      }),
    );
  });

  it('learning one part more never lowers the total', () => {
    fc.assert(
      fc.property(program, fc.integer({ min: 0, max: mostCents }), (facts, cents) => {
        const before = totalCostOf(factsOf({ ...facts, tuition: null }), data);
        const after = totalCostOf(factsOf({ ...facts, tuition: money(cents) }), data);
        expect(after.cents).toBe(before.cents + cents);
        expect(after.unknown.length).toBe(before.unknown.length - 1);
      }),
    );
  });
});

describe('for outpatient work', () => {
  it.each<[string, Record<string, FactValue | null>, boolean]>([
    ['nothing known', {}, false],
    ['looked for, not found', { credential: null, 'teaches-pcs': null }, false],
    ['CPC', { credential: leadsTo('cpc') }, true],
    ['COC', { credential: leadsTo('coc') }, true],
    ['CCS-P', { credential: leadsTo('ccs-p') }, true],
    ['CPC, with ICD-10-PCS', { credential: leadsTo('cpc'), 'teaches-pcs': isSo(true) }, true],
    ['CPC and CRC', { credential: leadsTo('cpc', 'crc') }, true],
    ['CPC and CIC', { credential: leadsTo('cpc', 'cic') }, false],
    ['CCS', { credential: leadsTo('ccs') }, false],
    ['CCA', { credential: leadsTo('cca'), 'teaches-pcs': null }, false],
    ['RHIT, which belongs to no setting', { credential: leadsTo('rhit') }, false],
    ['CCS without ICD-10-PCS', { credential: leadsTo('ccs'), 'teaches-pcs': isSo(false) }, true],
    ['without ICD-10-PCS', { 'teaches-pcs': isSo(false) }, true],
    ['with ICD-10-PCS', { 'teaches-pcs': isSo(true) }, false],
    ['a credential that is no longer known', { credential: leadsTo('gone') }, false],
  ])('%s', (_, facts, isSaid) => {
    expect(isForOutpatient(factsOf(facts), data)).toBe(isSaid);
  });
});

test('programs in a line each, in the order in which they were entered', () => {
  const library = examplePrograms({
    zebra: { credential: leadsTo('ccs', 'cic'), 'teaches-pcs': isSo(true), tuition: money(5) },
    alpha: {},
  });
  expect(programLines(library, data)).toEqual([
    {
      ...{ id: 'zebra', name: 'zebra', cents: 5, unknownCosts: 5 },
      ...{ leadsTo: ['CCS', 'CIC'], teachesPcs: true, isForOutpatient: false },
    },
    {
      ...{ id: 'alpha', name: 'alpha', cents: 0, unknownCosts: 6 },
      ...{ leadsTo: [], teachesPcs: null, isForOutpatient: false },
    },
  ]);
});
