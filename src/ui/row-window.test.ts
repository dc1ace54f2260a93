import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetsOf, piecesOf, rowAt } from './row-window';

const ids = ['a', 'b', 'c', 'd'];
const heights = new Map([
  ['a', 50],
  ['c', 30],
]);

test('a row begins where those before it end; those not measured are guessed', () => {
  expect([...offsetsOf(ids, heights, 40)]).toEqual([0, 50, 90, 120, 160]);
  expect([...offsetsOf([], heights, 40)]).toEqual([0]);
});

test.each([
  [-10, 0],
  [0, 0],
  [49, 0],
  [50, 1],
  [119, 2],
  [120, 3],
  [1000, 3],
])('at %i lies row %i', (height, row) => {
  expect(rowAt(offsetsOf(ids, heights, 40), height)).toBe(row);
});

describe('the rows that are drawn', () => {
  const list = fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 80 });
  const place = fc.integer({ min: -500, max: 20_000 });

  test('fill, with the gaps, exactly the height of all rows, and hold what is seen and focused', () => {
    fc.assert(
      fc.property(
        list,
        place,
        fc.nat({ max: 900 }),
        fc.nat({ max: 5 }),
        fc.nat(),
        (rows, top, high, more, at) => {
          const names = rows.map((_, index) => String(index));
          const offsets = offsetsOf(
            names,
            new Map(rows.map((row, index) => [String(index), row])),
            1,
          );
          const focused = at % rows.length;
          const { pieces, after } = piecesOf(offsets, { top, bottom: top + high }, more, focused);
          const drawn = pieces.reduce(
            (sum, { index, gap }) => sum + gap + (rows[index] ?? 0),
            after,
          );
          expect(drawn).toBe(rows.reduce((sum, row) => sum + row, 0));
          const indexes = pieces.map(({ index }) => index);
          expect(indexes).toEqual([...new Set(indexes)].sort((one, other) => one - other));
          expect(indexes).toContain(focused);
          expect(indexes).toContain(rowAt(offsets, top));
          expect(indexes).toContain(rowAt(offsets, top + high));
          expect(pieces.every(({ gap }) => gap >= 0) && after >= 0).toBe(true);
        },
      ),
    );
  });

  test('are none of a list without any', () => {
    const none = piecesOf(new Float64Array(1), { top: 0, bottom: 100 }, 3, -1);
    expect(none).toEqual({ pieces: [], after: 0 });
  });
});
