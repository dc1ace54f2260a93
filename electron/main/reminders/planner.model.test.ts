import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { crashPoints } from './machine.testing';
import { dayNumber, dayText, instantText, zones } from './model-days.testing';
import type { Shown } from './planner';
import { step, zoneName } from './planner-steps.testing';
import { Story } from './planner-story.testing';

/*
 * The planner and the library's own commands over random years, against a model that shares nothing with them.
 * The list is each line of the model, once. Where nothing crashes, what is told is what the list has, once; a
 * crash costs no notice and repeats one at most.
 */

test('the model imports nothing of the program', () => {
  const importsOf = (file: string) =>
    readFileSync(resolve(import.meta.dirname, file), 'utf8').match(
      /(?<=from )'[^']+'|\brequire\b|\bimport\(/g,
    );
  expect(importsOf('reminder-model.testing.ts')).toEqual(["'./model-days.testing'"]);
  expect(importsOf('model-days.testing.ts')).toBeNull();
});

test('the days and zones of the model', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 75 * 525_960 }), (minute) => {
      const instant = new Date(minute * 60_000);
      expect(instantText(minute)).toBe(instant.toISOString());
      expect(dayNumber(dayText(Math.floor(minute / 1440)))).toBe(Math.floor(minute / 1440));
      if (minute < 55 * 525_960) return;
      for (const [timeZone, ahead] of Object.entries(zones)) {
        const wall = instant.toLocaleString('sv', { timeZone });
        expect(instantText(minute + ahead(minute)).slice(0, 16)).toBe(
          wall.replace(' ', 'T').slice(0, 16),
        );
      }
    }),
  );
});

/** Five seconds on a machine that does nothing else. */
const patient = { timeout: 180_000 };

/** Shrinking a failure is not to outlast the test. */
const sizes = { numRuns: 100, interruptAfterTimeLimit: 60_000 };

const begun = fc.integer({
  min: dayNumber('2024-01-01') * 1440,
  max: dayNumber('2039-12-31') * 1440,
});
const answers = fc.constantFrom<Shown>('shown', 'shown', 'shown', 'shown', 'failed', 'unanswered');
const steps = <T extends object>(more: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.array(fc.tuple(step, fc.record(more)), { minLength: 20, maxLength: 40, size: 'max' });

test(
  'where nothing crashes, each line of the list is told once, and nothing else is',
  patient,
  async () => {
    const sums = { listed: 0, told: 0, missed: 0, back: 0, cycles: 0 };
    await fc.assert(
      fc.asyncProperty(begun, zoneName, steps({}), async (begin, timeZone, all) => {
        const story = new Story(begin, timeZone);
        for (const [one] of all) {
          story.do(one);
          await story.look('shown', null);
        }
        expect(story.counts.repeated).toBe(0);
        sums.listed += story.counts.listed;
        sums.told += story.counts.told;
        sums.missed += story.sorts.missed;
        sums.back += story.sorts.back;
        sums.cycles += story.sorts.cycles;
      }),
      sizes,
    );
    // Lists that are always empty would prove nothing.
    expect(sums.listed).toBeGreaterThan(1000);
    expect(sums.told).toBeGreaterThan(150);
    expect(sums.missed).toBeGreaterThan(100);
    expect(sums.back).toBeGreaterThan(20);
    expect(sums.cycles).toBeGreaterThan(50);
  },
);

test(
  'a crash or a service that fails costs no notice, and repeats one at most',
  patient,
  async () => {
    const sums = { crashes: 0, repeated: 0 };
    const crashAt = fc.option(fc.constantFrom(...crashPoints), { freq: 2 });
    await fc.assert(
      fc.asyncProperty(
        begun,
        zoneName,
        steps({ crashAt, answer: answers }),
        async (begin, timeZone, all) => {
          const story = new Story(begin, timeZone);
          for (const [one, { crashAt, answer }] of all) {
            story.do(one);
            await story.look(answer, crashAt);
          }
          sums.crashes += story.counts.crashes;
          sums.repeated += story.counts.repeated;
        },
      ),
      sizes,
    );
    expect(sums.crashes).toBeGreaterThan(50);
    expect(sums.repeated).toBeGreaterThan(5);
  },
);
