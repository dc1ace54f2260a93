import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isQuiet } from './quiet';

it.each([
  ['21:59', '22:00', '07:00', false],
  ['22:00', '22:00', '07:00', true],
  ['23:59', '22:00', '07:00', true],
  ['00:00', '22:00', '07:00', true],
  ['06:59', '22:00', '07:00', true],
  ['07:00', '22:00', '07:00', false],
  ['12:00', '12:00', '13:00', true],
  ['13:00', '12:00', '13:00', false],
  ['11:59', '12:00', '13:00', false],
  ['22:00', '22:00', '22:00', false],
])('at %s with quiet hours from %s until %s: %s', (time, from, until, isSo) => {
  expect(isQuiet(time, { from, until })).toBe(isSo);
});

it('is as long as it is from the one time to the other, over midnight or not', () => {
  const time = fc.nat(1439);
  const text = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(time, time, (from, until) => {
      let quiet = 0;
      for (let minute = 0; minute < 1440; minute += 1) {
        quiet += Number(isQuiet(text(minute), { from: text(from), until: text(until) }));
      }
      expect(quiet).toBe((until - from + 1440) % 1440);
      expect(isQuiet(text(from), null)).toBe(false);
    }),
    { numRuns: 40 },
  );
});
