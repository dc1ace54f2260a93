import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import { addDays } from '../dates';
import { apply } from '../library/apply';
import type { Command } from '../library/commands';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { codeSetDatesBetween, codeSetDatesOf } from './code-set-year';
import { comingOf, dealtWithOf, remindersOf } from './reminders';
import { deadlinesOf } from './rules';

const data = reference();
const today = '2026-11-22';
const now = '2026-11-22T15:00:00.000Z';
const timeZone = 'America/New_York';
const here = { today, timeZone };
const end = 'cycle-end:ahima:2025-01-01';

const held = exampleLibrary({
  held: [['ccs', '2020-01-01']],
  cycles: [{ body: 'ahima', start: '2025-01-01', end: '2026-12-31' }],
});

function run(library: Library, command: Command, at = now): Library {
  const context = { now: at, today: at.slice(0, 10), newId: () => 'new', reference: data };
  const done = apply(library, command, context);
  if (!done.ok) throw new Error(done.problem.code);
  return done.value.library;
}

const move = (changes: Partial<Extract<Command, { type: 'adjustment.move' }>> = {}): Command => ({
  ...{ type: 'adjustment.move', deadline: end, date: '2027-03-31', why: 'extension' },
  ...{ standard: '2026-12-31', note: 'Paid $50, ticket 12' },
  ...changes,
});
const endOf = (library: Library, on = today) =>
  deadlinesOf(library, { today: on, timeZone }, data, { from: '2026-01-01' }).find(
    ({ id }) => id === end,
  );

describe('what was granted', () => {
  const extended = run(held, move());

  it('holds, with the standard day and the note beside it', () => {
    expect(endOf(extended)).toMatchObject({
      date: '2027-03-31',
      record: { why: 'extension', standard: '2026-12-31', note: 'Paid $50, ticket 12' },
    });
    expect(endOf(held)).not.toHaveProperty('record');
    expect(endOf(extended, '2027-01-15')?.title).toBe('AHIMA cycle ends');
    expect(endOf(extended, '2027-04-01')?.title).toBe('AHIMA cycle ended');
  });

  it('can be taken back', () => {
    const back = run(extended, { type: 'adjustment.clear', deadline: end });
    expect(endOf(back)).toEqual(endOf(held));
  });

  it('supersedes what was done at the old day, and keeps it to be seen', () => {
    const mark: Command = {
      ...{ type: 'occurrence.mark', deadline: end, due: '2026-12-31', lead: 90 },
      ...{ state: 'done', until: null },
    };
    const done = run(held, mark);
    expect(comingOf(done, here, data).some(({ id }) => id === end)).toBe(false);
    const granted = run(done, move());
    expect(comingOf(granted, here, data).some(({ id }) => id === end)).toBe(true);
    const moment = { now, today, timeZone };
    expect(dealtWithOf(granted, moment, data)).toMatchObject([{ isSuperseded: true }]);
  });

  it('is no news to whoever has just recorded it, and told at its next lead', () => {
    const listed = (on: string) =>
      remindersOf(extended, { now: `${on}T15:00:00.000Z`, today: on, timeZone }, data)
        .filter(({ deadline }) => deadline.id === end)
        .map(({ lead }) => lead);
    expect(listed('2026-11-22')).toEqual([]);
    // 90 days before March 31.
    expect(listed('2026-12-31')).toEqual([90]);
    expect(listed('2027-04-01')).toEqual([-1]);
  });

  it('does not become news again when only its reminders are changed later', () => {
    const later = run(
      extended,
      { type: 'adjustment.remind', deadline: end, leads: [14, 120] },
      '2026-12-05T15:00:00.000Z',
    );
    expect(endOf(later)).toMatchObject({ leads: [120, 14], knownSince: now });
    const without = run(later, { type: 'adjustment.clear', deadline: end });
    expect(endOf(without)).toMatchObject({ leads: [120, 14], date: '2026-12-31' });
    const usual = run(without, { type: 'adjustment.remind', deadline: end, leads: null });
    expect(usual.adjustments[`adjustment:${end}`]?.deletedAt).toBeDefined();
  });

  it.each([
    [{ date: '2026-12-31' }, 'not-extended'],
    [{ date: '2026-12-01' }, 'not-extended'],
    [{ deadline: 'own:x' }, 'not-there'],
  ])('refuses %j', (changes, code) => {
    const context = { now, today, newId: () => 'new', reference: data };
    expect(apply(held, move(changes), context)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('a code-set date that was confirmed', () => {
  const deadline = 'code-set:final-rule:2027';
  const confirmed = run(
    held,
    move({ deadline, date: '2027-07-30', why: 'confirmed', standard: '2027-08-01' }),
  );

  it('is expected no more, in the list and on the line of the year', () => {
    const found = deadlinesOf(confirmed, here, data).find(({ id }) => id === deadline);
    expect(found).toMatchObject({
      ...{ date: '2027-07-30', isApproximate: false },
      record: { standard: '2027-08-01' },
    });
    const year = codeSetDatesOf('2026-10-01', '2027-10-01', confirmed, data);
    expect(year.find(({ id }) => id === 'final-rule:2027')).toMatchObject({
      ...{ date: '2027-07-30', standard: '2027-08-01', isApproximate: false },
    });
    expect(year.map(({ date }) => date)).toEqual(year.map(({ date }) => date).sort());
  });

  it('moves into the year that is asked for, and out of it', () => {
    const dates = (from: string, to: string) =>
      codeSetDatesOf(from, to, confirmed, data).map(({ id }) => id);
    expect(dates('2027-07-30', '2027-07-31')).toContain('final-rule:2027');
    expect(dates('2027-08-01', '2027-08-02')).not.toContain('final-rule:2027');
  });
});

describe('the years of which the day is known', () => {
  it.each([
    // facts.md 3a.
    ['proposed-rule:2026', '2026-04-14', 'official', 'Proposed inpatient rule for FY2027'],
    ['files:2023', '2023-06-16', 'secondary', 'FY2024 code files'],
    ['files:2026', '2026-06-12', 'secondary', 'FY2027 code files'],
    ['final-rule:2025', '2025-08-04', 'official', 'Final inpatient rule for FY2026'],
    ['final-rule:2026', '2026-08-04', 'secondary', 'Final inpatient rule for FY2027'],
    ['april-announced:2021', '2021-11-16', 'official', 'April 2022 codes are announced'],
    ['corrections:2024', '2024-10-02', 'secondary', 'Correction notices for FY2025'],
    ['committee-spring:2021', '2021-03-09', 'official', /^Spring meeting/],
    ['committee-fall:2024', '2024-09-10', 'official', /^Fall meeting/],
    ['cpt-published:2025', '2025-09-11', 'secondary', 'CPT 2026 is published'],
  ])('%s: %s, %s', (id, date, confidence, title) => {
    const found = codeSetDatesBetween('2020-01-01', '2028-12-31', true, data);
    const one = found.find((other) => other.id === id);
    expect(one).toMatchObject({ date, isApproximate: false, source: { confidence } });
    expect(one?.title).toMatch(title);
  });

  it('are confirmed, and all others of the kind expected', () => {
    for (const { known = [], isApproximate, id } of data.codeSetDates) {
      const years = known.map(({ year }) => year);
      expect(new Set(years).size).toBe(years.length);
      for (const { year, date } of known) expect(date.slice(0, 4), id).toBe(String(year));
      const dates = codeSetDatesBetween('2027-01-01', '2027-12-31', true, data);
      expect(dates.find((one) => one.id === `${id}:2027`)?.isApproximate).toBe(isApproximate);
    }
  });
});

it('whatever is recorded, each deadline is there once, at the day that holds', () => {
  const record = fc.record({
    nth: fc.nat(30),
    days: fc.integer({ min: -60, max: 60 }),
    leads: fc.option(fc.uniqueArray(fc.integer({ min: -90, max: 200 }), { maxLength: 4 })),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), (records) => {
      const before = deadlinesOf(held, here, data, { from: '2026-01-01' });
      const wanted = new Map<string, { date: string; leads: number[] | null }>();
      let library = held;
      for (const { nth, days, leads } of records) {
        const { id, date: standard } = before[nth % before.length]!;
        const date = addDays(standard, days);
        library = run(library, move({ deadline: id, date, standard, why: 'confirmed' }));
        library = run(library, { type: 'adjustment.remind', deadline: id, leads });
        wanted.set(id, { date, leads });
      }
      const after = deadlinesOf(library, here, data, { from: '2025-01-01' });
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      for (const [id, { date, leads }] of wanted) {
        const found = after.find((one) => one.id === id);
        // A date of the code sets beyond the twelve months is not there yet.
        if (!found) expect(date > '2027-11-22' || date < '2026-01-01', id).toBe(true);
        else {
          expect(found.date).toBe(date);
          if (leads) expect([...found.leads].sort()).toEqual([...leads].sort());
        }
      }
    }),
    { numRuns: 60 },
  );
});
