import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reference } from '../reference';
import { auditPackOf } from './audit-of';
import { beyondOf } from './beyond';
import { placeClaims } from './counting';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { standingOf } from './rules';

const today = '2026-11-22';
const claim = (units: number, isAhima: boolean | null, on = '2026-03-01'): ExampleClaim => ({
  ...{ body: 'ahima', units, on },
  marks: isAhima === null ? {} : { 'ahima-source': isAhima },
});

function beyond(claims: ExampleClaim[], openingUnits = 0) {
  const library = exampleLibrary({
    held: [['ccs', '2026-02-14']],
    cycles: [{ body: 'ahima', start: '2026-02-14', end: '2028-02-13', openingUnits }],
    claims,
  });
  const [cycle] = Object.values(library.cycles);
  if (!cycle) throw new Error('no cycle');
  const placed = placeClaims(library, [cycle], today, reference()).get(cycle.id) ?? [];
  const standing = standingOf({ cycle, library, today, reference: reference() });
  const found = beyondOf(placed, standing, reference());
  return { found, standing, placed };
}
const shown = (claims: ExampleClaim[], opening = 0) =>
  Object.fromEntries(
    [...beyond(claims, opening).found].map(([id, { units, words }]) => [id, [units, words]]),
  );

test('what fits helps in full', () => {
  expect(shown([claim(800, true), claim(1200, false)])).toEqual({});
});

test('the last of what is reached helps in part, what follows not at all', () => {
  const claims = [
    claim(1000, true, '2026-03-01'),
    claim(800, false, '2026-03-02'),
    claim(300, null, '2026-03-03'),
    claim(100, true, '2026-03-04'),
  ];
  expect(shown(claims)).toEqual({
    'claim:2': [100, 'Only 2 of 3 help toward the total: the 20 needed are reached'],
    'claim:3': [100, 'Does not help toward the total: the 20 needed are reached'],
  });
});

test('a share leaves room for so many from elsewhere, and its own sources go first', () => {
  const claims = [claim(1500, false, '2026-03-01'), claim(400, true, '2026-04-01')];
  expect(shown(claims)).toEqual({
    'claim:0': [
      300,
      'Only 12 of 15 help toward the total: “From AHIMA sources” leaves room for 12 from elsewhere',
    ],
  });
});

test('an opening balance comes first', () => {
  expect(shown([claim(900, true)], 1600)).toEqual({
    'claim:0': [500, 'Only 4 of 9 help toward the total: the 20 needed are reached'],
  });
});

test('of an opening balance that lacks what every unit must have only the rest takes room', () => {
  const library = exampleLibrary({
    held: [['cic', '2026-01-01']],
    cycles: [
      {
        ...{ body: 'aapc', start: '2026-01-01', end: '2027-12-31', openingUnits: 3000 },
        openingMarked: { 'aapc-approved': 600 },
      },
    ],
    claims: [
      { body: 'aapc', units: 3000, on: '2026-03-01', marks: { 'aapc-approved': true } },
      { body: 'aapc', units: 100, on: '2026-03-02', marks: { 'aapc-approved': true } },
    ],
  });
  const [cycle] = Object.values(library.cycles);
  if (!cycle) throw new Error('no cycle');
  const standing = standingOf({ cycle, library, today, reference: reference() });
  expect(standing).toMatchObject({ opening: 600, earned: 3700, required: 3600 });
  const placed = placeClaims(library, [cycle], today, reference()).get(cycle.id) ?? [];
  expect(
    [...beyondOf(placed, standing, reference())].map(([id, { units }]) => [id, units]),
  ).toEqual([['claim:1', 100]]);
  const pack = auditPackOf(cycle, library, today, reference());
  expect(pack.opening.units).toBe(600);
});

test('what helps is never more than is needed nor less than it could be, in any order of entry', () => {
  const any = fc.record({
    units: fc.integer({ min: 0, max: 2000 }),
    isAhima: fc.boolean(),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (list) => {
      const claims = list.map(({ units, isAhima, day }) =>
        claim(units, isAhima, `2026-03-${String(day).padStart(2, '0')}`),
      );
      const { found, placed } = beyond(claims);
      const earned = placed.reduce((sum, one) => sum + one.claim.units, 0);
      const over = [...found.values()].reduce((sum, { units }) => sum + units, 0);
      const own = list.filter(({ isAhima }) => isAhima).reduce((sum, { units }) => sum + units, 0);
      // By hand: at most 12 of 20 from elsewhere; its own sources help as long as their share is open.
      const most = Math.max(
        Math.min(2000, own + Math.min(1200, earned - own)),
        own < 800 ? own : 0,
      );
      expect(earned - over).toBe(most);
    }),
  );
});
