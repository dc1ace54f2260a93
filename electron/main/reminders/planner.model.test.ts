import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import codeSetDates from '../../../content/reference/code-set-dates.json' with { type: 'json' };
import type { Command } from '../../../src/core/library/commands';
import { remindersOf } from '../../../src/core/deadlines/reminders';
import { reference } from '../../../src/core/reference';
import { crashPoints, Machine, type CrashPoint } from './machine.testing';
import type { Shown } from './planner';
import { dayNumber, dayText, instantText, ReminderModel, zones } from './reminder-model.testing';

/*
 * The planner and the library's own commands over random years, against a model that shares nothing with them.
 * The list is each line of the model, once. Where nothing crashes, what is told is what the list has, once; a
 * crash costs no notice and repeats one at most.
 */

const model = 'reminder-model.testing.ts';
test('the model imports nothing', () => {
  const text = readFileSync(resolve(import.meta.dirname, model), 'utf8');
  expect(text).not.toMatch(/\b(import|require)\b(?!s nothing)/);
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

const yearly = codeSetDates
  .filter(({ needsCpt }) => !needsCpt)
  .map(({ id, month, day, weight, known = [] }) => {
    const isNoticed = weight === 'takes-effect';
    const leads = isNoticed ? [30, 7, 0] : [0];
    const days = Object.fromEntries(known.map(({ year, date }) => [year, date]));
    return { id, month, day, isNoticed, leads, known: days };
  });

const days = (count: number) => count * 1440;
const nth = fc.nat(20);
const leads = fc.uniqueArray(fc.constantFrom(0, 1, 7, 30, 45, -3), {
  ...{ minLength: 1, maxLength: 4, size: 'max' },
});
const away = fc.integer({ min: -20, max: 60 });
const state = fc.constantFrom('seen', 'put-off', 'done', 'not-relevant');
const time = fc.constantFrom('00:00', '07:00', '12:30', '18:00', '22:15');
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const step = fc.oneof(
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
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move'), nth, away }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remind'), nth, leads }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete'), nth }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mark'), nth, state, wait: fc.nat(9000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clear'), nth }) },
);
type Step = Partial<{
  do: string;
  minutes: number;
  isThere: boolean;
  away: number;
  leads: number[];
  nth: number;
  state: 'seen' | 'put-off' | 'done' | 'not-relevant';
  wait: number;
  at: string;
  quiet: { from: string; until: string } | null;
}>;

/** The machine and the model through the same days. */
class Story {
  machine: Machine;
  model: ReminderModel;
  /** What was certainly shown, and what a crash may have shown again. */
  #told = new Set<string>();
  #mayRepeat = new Set<string>();
  /** How often the system was asked without anybody knowing what came of it. */
  #tries = new Map<string, number>();
  #seen = new Map<string, number>();
  #doubtful = new Set<string>();
  #isAstray = false;
  counts = { listed: 0, told: 0, repeated: 0, crashes: 0 };

  constructor(begun: number, zone: string) {
    this.machine = new Machine(begun, zone);
    this.model = new ReminderModel({ zone, begun, yearly });
  }

  do(step: Step): void {
    const { machine, model } = this;
    const today = model.today(machine.minute);
    const run = (command: Command) => machine.run(command, dayText(today));
    const owns = [...model.own.keys()];
    const own = owns[(step.nth ?? 0) % Math.max(1, owns.length)];
    const there = own === undefined ? undefined : model.own.get(own);
    if (step.do === 'astray') {
      machine.minute += this.#isAstray ? days(-250) : days(250);
      this.#isAstray = !this.#isAstray;
    } else if (step.minutes !== undefined) {
      machine.minute += step.minutes;
      if (step.do === 'close') this.restart();
    } else if (step.at !== undefined) {
      const { at, quiet = null } = step;
      const reminders = { leads: {}, at, quiet };
      run({ type: 'settings.change', changes: { reminders } });
      model.tellsAt = minutesOf(at);
      model.quiet = quiet && { from: minutesOf(quiet.from), until: minutesOf(quiet.until) };
    } else if (step.isThere !== undefined) {
      machine.isServiceThere = step.isThere;
    } else if (step.do === 'add') {
      const date = today + (step.away ?? 0);
      const fields = { date: dayText(date), leads: step.leads ?? [] };
      const id = run({ type: 'deadline.add', title: 'A date', note: '', ...fields });
      model.own.set(`own:${id}`, { date, leads: fields.leads, entered: today });
    } else if (step.do === 'clear') {
      const keys = [...model.marks.keys()];
      const id = keys[(step.nth ?? 0) % Math.max(1, keys.length)];
      if (id === undefined) return;
      run({ type: 'occurrence.clear', id });
      model.marks.delete(id);
    } else if (step.do === 'mark') {
      const lines = model.list(machine.minute);
      const line = lines[(step.nth ?? 0) % Math.max(1, lines.length)];
      if (line === undefined) return;
      const [deadline = '', due = '', lead] = line.key.split('|');
      const mark = { state: step.state ?? 'seen', until: machine.minute + (step.wait ?? 0) };
      run({
        ...{ type: 'occurrence.mark', deadline, due, lead: Number(lead), state: mark.state },
        until: mark.state === 'put-off' ? instantText(mark.until) : null,
      });
      model.marks.set(line.key, mark);
    } else if (own === undefined || there === undefined) {
      return;
    } else if (step.do === 'move') {
      const date = today + (step.away ?? 0);
      const id = own.slice('own:'.length);
      run({ type: 'deadline.edit', id, changes: { date: dayText(date) } });
      const entered = date === there.date ? there.entered : today;
      model.own.set(own, { ...there, date, entered });
    } else if (step.do === 'remind') {
      const wanted = step.leads ?? [];
      run({ type: 'deadline.edit', id: own.slice('own:'.length), changes: { leads: wanted } });
      model.own.set(own, { ...there, leads: wanted });
    } else if (step.do === 'delete') {
      run({ type: 'deadline.delete', id: own.slice('own:'.length) });
      model.own.delete(own);
    }
  }

  restart(): void {
    this.machine.restart();
    this.#forgetDoubts();
  }

  /** At a start what was not answered is asked for again: it may well have been seen. */
  #forgetDoubts(): void {
    for (const id of this.#doubtful) this.#mayRepeat.add(id);
    this.#doubtful.clear();
  }

  /** What is listed and told now, and whether that is what a person expects. */
  async look(answer: Shown, crashAt: CrashPoint | null): Promise<void> {
    const { machine, model } = this;
    const { minute, timeZone } = machine;
    const lines = model.list(minute);
    const moment = { now: machine.now, today: dayText(model.today(minute)), timeZone };
    const listed = remindersOf(machine.library, moment, reference()).map(({ id }) => id);
    expect([...listed].sort()).toEqual(lines.map(({ key }) => key).sort());
    this.counts.listed += listed.length;

    machine.answer = answer;
    machine.seen = [];
    const hasCrashed = await machine.look(crashAt);
    expect(machine.bugs).toEqual([]);
    // However many are due, they are one notice.
    expect(machine.seen.length).toBeLessThanOrEqual(1);
    const seen = machine.seen.flat();
    const due = lines.filter(({ isToTell }) => isToTell).map(({ notice }) => notice);
    const untold = due.filter((id) => !this.#told.has(id) && !this.#doubtful.has(id));
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of seen) {
      expect(due).toContain(id);
      this.#seen.set(id, (this.#seen.get(id) ?? 0) + 1);
      expect(this.#seen.get(id), `${id} more than once again`).toBeLessThanOrEqual(2);
      const mayRepeat = this.#mayRepeat.delete(id);
      expect(untold.includes(id) || mayRepeat, `${id} again`).toBe(true);
    }
    if (!hasCrashed && machine.isServiceThere && answer !== 'failed') {
      // Nobody knows of two tries whether they were seen; more would be a repeat without end.
      const tried = (id: string) => (this.#tries.get(id) ?? 0) >= 2;
      expect(untold.filter((id) => !seen.includes(id) && !tried(id))).toEqual([]);
    }
    const hasTried = hasCrashed ? isAfterNote(crashAt) : answer === 'unanswered';
    if (machine.isServiceThere && hasTried) {
      for (const id of untold) this.#tries.set(id, (this.#tries.get(id) ?? 0) + 1);
    }
    this.counts.told += seen.length;
    this.counts.repeated += seen.filter((id) => this.#told.has(id)).length;
    for (const id of seen) {
      if (answer === 'shown') this.#told.add(id);
      else this.#doubtful.add(id);
      if (hasCrashed) this.#mayRepeat.add(id);
    }
    if (!hasCrashed) return;
    this.counts.crashes += 1;
    this.#forgetDoubts();
  }
}

/** Whether the machine has noted by then that it asks, and not what came of it. */
function isAfterNote(crashAt: CrashPoint | null): boolean {
  const { length } = crashPoints;
  return crashPoints.slice(crashPoints.indexOf('noted'), length - 1).some((at) => at === crashAt);
}

/** Five seconds on a machine that does nothing else. */
const patient = { timeout: 180_000 };

/** Shrinking a failure is not to outlast the test. */
const sizes = { numRuns: 100, interruptAfterTimeLimit: 60_000 };

const begun = fc.integer({
  min: dayNumber('2024-01-01') * 1440,
  max: dayNumber('2039-12-31') * 1440,
});
const zone = fc.constantFrom(...Object.keys(zones));
const answers = fc.constantFrom<Shown>('shown', 'shown', 'shown', 'shown', 'failed', 'unanswered');
const steps = <T extends object>(more: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.array(fc.tuple(step, fc.record(more)), { minLength: 20, maxLength: 40, size: 'max' });

test(
  'where nothing crashes, each line of the list is told once, and nothing else is',
  patient,
  async () => {
    const sums = { listed: 0, told: 0 };
    await fc.assert(
      fc.asyncProperty(begun, zone, steps({}), async (begin, timeZone, all) => {
        const story = new Story(begin, timeZone);
        for (const [one] of all) {
          story.do(one);
          await story.look('shown', null);
        }
        expect(story.counts.repeated).toBe(0);
        sums.listed += story.counts.listed;
        sums.told += story.counts.told;
      }),
      sizes,
    );
    // Lists that are always empty would prove nothing.
    expect(sums.listed).toBeGreaterThan(1000);
    expect(sums.told).toBeGreaterThan(150);
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
        zone,
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
