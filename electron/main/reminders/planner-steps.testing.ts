import fc from 'fast-check';
import { zones, type Rhythm } from './model-days.testing';

/* What can happen to the machine, and what its user can do. */

const days = (count: number) => count * 1440;
const nth = fc.nat(20);
const leads = fc.uniqueArray(fc.constantFrom(0, 1, 7, 30, 45, -3), {
  ...{ minLength: 1, maxLength: 4, size: 'max' },
});
const away = fc.integer({ min: -20, max: 60 });
const rhythm = fc.record<Rhythm>({
  every: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom('day', 'week', 'month'),
  until: fc.constant(null),
  waits: fc.boolean(),
});
const state = fc.constantFrom('seen', 'put-off', 'done', 'not-relevant');
const time = fc.constantFrom('00:00', '07:00', '12:30', '18:00', '22:15');
export const zoneName = fc.constantFrom(...Object.keys(zones));
export const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait'), minutes: fc.nat(days(2)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sleep'), minutes: fc.nat(days(20)) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close'), minutes: fc.nat(days(12)) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set the clock'),
      minutes: fc.constantFrom(-60, 60, -90, days(-1), days(-3), days(4)),
    }),
  },
  // The clock goes wrong by most of a year, and with the next such step is right again.
  { weight: 2, arbitrary: fc.record({ do: fc.constant('astray') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('service'),
      isThere: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('settings'),
      at: fc.constantFrom('00:00', '06:30', '09:00', '13:15'),
      quiet: fc.option(fc.record({ from: time, until: time })),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('add'), away, leads }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('add'), away, leads, rhythm },
      lasts: fc.option(fc.nat(90)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rhythm'), nth, rhythm }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('skip'), nth, state }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fly'), zone: zoneName }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('begin a cycle'), lasts: fc.nat(200) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('grant'), nth, away: fc.nat(90) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back'), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close a cycle'), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('type its end'), nth, away }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), nth, away }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remind'), nth, leads }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), nth }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mark'), nth, state, wait: fc.nat(9000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear'), nth }) },
);
export type Step = Partial<{
  do: string;
  minutes: number;
  isThere: boolean;
  away: number;
  rhythm: Rhythm;
  lasts: number | null;
  zone: string;
  leads: number[];
  nth: number;
  state: 'seen' | 'put-off' | 'done' | 'not-relevant';
  wait: number;
  at: string;
  quiet: { from: string; until: string } | null;
}>;
