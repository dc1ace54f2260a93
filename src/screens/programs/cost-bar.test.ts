import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TotalCost } from '../../core/programs/cost';
import { reference } from '../../core/reference';
import { costDrawing } from './cost-bar';

const parts = reference().programFacts.filter(({ kind }) => kind === 'money');

/** By part: cents, included, or unknown. */
function costOf(values: (number | 'included' | null)[]): TotalCost {
  const cost: TotalCost = { cents: 0, known: [], unknown: [] };
  parts.forEach((fact, at) => {
    const value = values[at] ?? null;
    if (value === null) cost.unknown.push(fact);
    else {
      const cents = value === 'included' ? 0 : value;
      cost.cents += cents;
      cost.known.push({ fact, cents, isIncluded: value === 'included' });
    }
  });
  return cost;
}

test('the parts stand side by side on the scale of the dearest, with an open end for what is unknown', () => {
  const { segments, openAt, openWidth, said } = costDrawing(
    costOf([100_000, 'included', 72_000, null, 0, null]),
    344_000,
  );
  expect(segments.map(({ id, x, width }) => [id, x, width])).toEqual([
    ['tuition', 0, 25],
    ['books', 25, 18],
  ]);
  expect([openAt, openWidth]).toEqual([43, 14]);
  expect(said).toBe(
    'Total cost: $1,720 known, 2 parts not known. Tuition, $1,000; Code books, $720. ' +
      'part of the price: Registration. not known: Exam fee, Other costs.',
  );
});

test('with every part known there is no open end, and with none nothing else', () => {
  expect(costDrawing(costOf([5, 0, 0, 0, 0, 0]), 5)).toMatchObject({
    openAt: null,
    segments: [{ id: 'tuition', x: 0, width: 86 }],
  });
  expect(costDrawing(costOf([]), 0)).toMatchObject({ openAt: 0, segments: [] });
});

test('no drawing leaves its width', () => {
  const value = fc.option(fc.oneof(fc.nat({ max: 100_000_000 }), fc.constant('included' as const)));
  const values = fc.array(value, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (programs) => {
      const costs = programs.map(costOf);
      const most = Math.max(...costs.map(({ cents }) => cents));
      for (const cost of costs) {
        const { segments, openAt, openWidth } = costDrawing(cost, most);
        const last = segments.at(-1);
        const end = Math.max(
          last ? last.x + last.width : 0,
          openAt === null ? 0 : openAt + openWidth,
        );
        expect(end).toBeLessThanOrEqual(100.000_001);
        segments.forEach(({ x }, at) => {
          const one = segments[at - 1];
          expect(x).toBeCloseTo(one ? one.x + one.width : 0, 6);
        });
      }
    }),
  );
});
