import { expect, it } from 'vitest';
import { feeInWords, leftInWords, stageDays } from './cycle-words';
import type { FeePart } from './cost';
import type { DatedStage } from './late';

const source: FeePart['source'] = {
  ...{ title: 'A page (invented)', url: null, checkedOn: '2026-11-22', note: '' },
  confidence: 'official',
};
const fee = (cents: number | null, memberCents: number | null, times = 1): FeePart => ({
  ...{ id: 'fee', title: 'Fee', says: 'A fee.', times, cents, memberCents, source },
});
const stage = (from: string | null, until: string | null, cents: number | null): DatedStage => ({
  ...{ id: 'late', title: 'Late', says: 'Late.', from, until, cents, isNow: false, source },
  check: 'Check with the body.',
});
const asIs = (day: string) => day;

it.each<[FeePart, string]>([
  [fee(21_800, 10_000), '$218; members $100'],
  [fee(21_800, null), '$218'],
  [fee(38_000, null, 2), '2 times, $380 in all'],
  [fee(null, null), 'not known'],
  [fee(null, null, 2), '2 times, not known'],
])('a fee in words: %#', (one, words) => {
  expect(feeInWords(one)).toBe(words);
});

it.each<[DatedStage, string]>([
  [stage('2028-01-01', '2028-06-28', null), '2028-01-01 to 2028-06-28'],
  [stage('2028-06-29', null, 5_000), 'from 2028-06-29, $50'],
  [stage(null, null, null), 'days not known'],
])('the days of a stage in words: %#', (one, words) => {
  expect(stageDays(one, asIs)).toBe(words);
});

it.each([
  [0, '0 days left'],
  [1, '1 day left'],
  [2, '2 days left'],
  [60, '60 days left'],
  [61, '2 months left'],
  [365, '12 months left'],
])('%i days are %s', (days, words) => {
  expect(leftInWords(days)).toBe(words);
});
