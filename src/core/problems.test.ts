import { expect, test } from 'vitest';
import { problemSentence } from './problems';

test.each([
  ['2020-01-02', 'Jan 2, 2020'],
  ['2024-02-29', 'Feb 29, 2024'],
  ['2026-02-30', '2026-02-30'],
  ['2026-13-45', '2026-13-45'],
  ['about 2020-01-02', 'about 2020-01-02'],
])('a sentence writes %s as %s', (date, shown) => {
  const { happened } = problemSentence({ code: 'date-far-off', about: { date } });
  expect(happened).toContain(`${shown} lies outside`);
});

test('a sentence writes every day that it names', () => {
  const about = { body: 'AHIMA', start: '2026-01-01', end: '2027-12-31' };
  expect(problemSentence({ code: 'cycle-overlaps', about }).happened).toBe(
    'These dates overlap the AHIMA cycle from Jan 1, 2026 to Dec 31, 2027.',
  );
});
