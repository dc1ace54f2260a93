import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemSentence } from './problems';
import { formatUnits, mostUnits, parseUnits, unitsInWords } from './units';

describe('parseUnits', () => {
  it.each([
    ['1.5', 150],
    ['1,5', 150],
    ['1.25', 125],
    ['.5', 50],
    [' 2 ', 200],
    ['2.', 200],
    ['0', 0],
    ['0.01', 1],
    ['007', 700],
    ['200', 20_000],
    ['1.10', 110],
  ])('reads %j as %d hundredths', (text, hundredths) => {
    expect(parseUnits(text)).toEqual({ ok: true, value: hundredths });
  });
  it.each([
    '',
    '.',
    '-1',
    '+1',
    'one',
    '1.005',
    '1,000',
    '200.01',
    '1e3',
    '1.5.2',
    '1 5',
    'Infinity',
    '٣',
    '9'.repeat(10_000),
  ])('refuses %j', (text) => {
    const result = parseUnits(text);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'bad-units', about: { most: '200' } },
    });
    if (!result.ok) expect(problemSentence(result.problem).happened.length).toBeLessThan(120);
  });
});

describe('formatUnits', () => {
  it.each([
    [150, '1.5'],
    [2000, '20'],
    [125, '1.25'],
    [5, '0.05'],
    [0, '0'],
    [-150, '-1.5'],
  ])('writes %d as %s', (hundredths, text) => {
    expect(formatUnits(hundredths)).toBe(text);
  });
  it('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostUnits }), (hundredths) => {
        expect(parseUnits(formatUnits(hundredths))).toEqual({ ok: true, value: hundredths });
      }),
    );
  });
});

it.each([
  [100, '1 unit'],
  [150, '1.5 units'],
  [200, '2 units'],
  [50, '0.5 units'],
  [0, '0 units'],
])('unitsInWords says %d as %s', (hundredths, text) => {
  expect(unitsInWords(hundredths)).toBe(text);
});
