import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../problems';
import { formatMoney, knownInWords, mostCents, parseMoney, totalInWords } from './money';

describe('parseMoney', () => {
  it.each([
    ['1,234.50', 123_450],
    ['$1,234.50', 123_450],
    ['$ 1,234.50', 123_450],
    ['1234.5', 123_450],
    ['1234', 123_400],
    ['.50', 50],
    ['.5', 50],
    ['5.', 500],
    [' 2 ', 200],
    ['0', 0],
    ['$0.00', 0],
    ['007', 700],
    ['12,345', 1_234_500],
    ['1,000,000', mostCents],
    ['0.01', 1],
  ])('reads %j as %d cents', (text, cents) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: cents });
  });

  it.each([
    '',
    '.',
    '$',
    '1.234',
    '1,234.567',
    '-1',
    '-$5',
    '$-5',
    '+5',
    '1e3',
    'free',
    '5 dollars',
    '€5',
    '5$',
    '$$5',
    '1,23',
    '12,34.50',
    '1234,567',
    ',500',
    '1,,000',
    '1.2.3',
    '1 000',
    '1,000,000.01',
    '999999999',
    'Infinity',
    '٣',
    '9'.repeat(10_000),
  ])('refuses %j', (text) => {
    const result = parseMoney(text);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'bad-money', about: { most: '$1,000,000' } },
    });
    if (result.ok) return;
    const { happened, todo } = problemSentence(result.problem);
    expect(happened).toMatch(/is not an amount in dollars\.$/);
    expect(happened.length).toBeLessThan(120);
    expect(todo).toContain('at most $1,000,000');
  });
});

describe('formatMoney', () => {
  it.each([
    [123_450, '$1,234.50'],
    [120_000, '$1,200'],
    [0, '$0'],
    [5, '$0.05'],
    [50, '$0.50'],
    [99_999, '$999.99'],
    [100_000, '$1,000'],
    [mostCents, '$1,000,000'],
    [-123_450, '-$1,234.50'],
  ])('writes %d as %s', (cents, text) => {
    expect(formatMoney(cents)).toBe(text);
  });

  it('is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostCents }), (cents) => {
        expect(parseMoney(formatMoney(cents))).toEqual({ ok: true, value: cents });
      }),
    );
  });
});

it.each([
  [234_500, 0, '$2,345', '$2,345, every part known'],
  [234_500, 1, 'at least $2,345', '$2,345 known, 1 part not known'],
  [234_500, 3, 'at least $2,345', '$2,345 known, 3 parts not known'],
  [0, 6, 'not known', 'Nothing known, 6 parts not known'],
  [0, 0, '$0', '$0, every part known'],
])('%d cents with %d unknown parts', (cents, unknown, total, known) => {
  expect(totalInWords(cents, unknown)).toBe(total);
  expect(knownInWords(cents, unknown)).toBe(known);
});
