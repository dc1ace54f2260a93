import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import type { RuleSet } from '../reference/schema';
import type { Adjustment } from './schema';
import { remindersOf } from './reminders';
import { deadlinesOf } from './rules';

const data = reference();
const at = '2026-01-01T00:00:00.000Z';

/** A CIC whose cycles end in an odd month: the units of both years are due in 2027. */
const coder = (end = '2027-03-31') =>
  exampleLibrary({
    held: [['cic', '2023-03-10']],
    cycles: [{ body: 'aapc', start: '2025-04-01', end }],
  });

const duesOf = (library: Library, today: string, from = today) =>
  deadlinesOf(library, today, data, from).filter(({ kind }) => kind === 'dues');

function recorded(library: Library, ...days: [string, string][]): Library {
  for (const [deadline, movedTo] of days) {
    const id = `adjustment:${deadline}`;
    const record: Adjustment = {
      ...{ id, createdAt: at, updatedAt: at, datedAt: at, deadline, movedTo, leads: null },
      ...{ why: 'confirmed', standard: movedTo, note: '' },
    };
    library.adjustments[id] = record;
  }
  return library;
}

describe('dues', () => {
  it('are asked for each year in the renewal month, also when no units are due', () => {
    expect(duesOf(coder(), '2026-01-10').map(({ id, date }) => [id, date])).toEqual([
      ['dues:aapc:2026', '2026-03-31'],
    ]);
    expect(duesOf(coder(), '2026-11-22').map(({ date }) => date)).toEqual(['2027-03-31']);
  });

  it('come up 45 and 15 days before, and 1, 30 and 75 after, as the body’s own notices do', () => {
    const [dues] = duesOf(coder(), '2026-11-22');
    expect(dues).toMatchObject({ leads: [45, 15, -1, -30, -75], isNoticed: true });
    const listed = (today: string) =>
      remindersOf(coder(), { now: `${today}T15:00:00Z`, today, timeZone: 'America/New_York' }, data)
        .filter(({ deadline }) => deadline.kind === 'dues')
        .map(({ deadline, lead }) => `${deadline.id} ${lead}`);
    expect(listed('2026-02-13')).toEqual([]);
    expect(listed('2026-02-14')).toEqual(['dues:aapc:2026 45']);
    expect(listed('2026-03-31')).toEqual(['dues:aapc:2026 15']);
    expect(listed('2026-04-01')).toEqual(['dues:aapc:2026 -1']);
    expect(listed('2026-06-14')).toEqual(['dues:aapc:2026 -75']);
    // A month after the last of them they are no longer asked about.
    expect(listed('2026-07-14')).toEqual(['dues:aapc:2026 -75']);
    expect(listed('2026-07-15')).toEqual([]);
    expect(listed('2027-02-14')).toEqual(['dues:aapc:2027 45']);
    expect(listed('2027-03-31')).toEqual(['dues:aapc:2027 15']);
  });

  it('say that the day is a guess, until the user records the one that the body shows', () => {
    const [guessed] = duesOf(coder(), '2026-11-22');
    expect(guessed?.detail).toMatch(/our guess, from the end of your cycle.*My AAPC/);
    const own = recorded(coder(), ['dues:aapc:2026', '2026-03-15']);
    expect(duesOf(own, '2026-01-10')).toMatchObject([
      { date: '2026-03-15', record: { why: 'confirmed', standard: '2026-03-31' } },
    ]);
    expect(duesOf(own, '2026-01-10')[0]?.detail).not.toContain('guess');
    // It holds for the years after it, which say whence they have it.
    expect(duesOf(own, '2026-11-22')).toMatchObject([{ date: '2027-03-15' }]);
    expect(duesOf(own, '2026-11-22')[0]?.detail).toContain('the one that you recorded for 2026');
    const newer = recorded(own, ['dues:aapc:2027', '2027-03-20']);
    expect(duesOf(newer, '2027-11-22')).toMatchObject([{ date: '2028-03-20' }]);
  });

  it('fall on the last of February where there is no 29th', () => {
    const dates = duesOf(coder('2028-02-29'), '2026-11-22', '2026-01-01').map(({ date }) => date);
    expect(dates).toEqual(['2026-02-28', '2027-02-28']);
  });

  it('of the first year are one line on the day that says what was not found, until a day is confirmed', () => {
    const fresh = () =>
      exampleLibrary({
        held: [['cic', '2026-03-20']],
        cycles: [{ body: 'aapc', start: '2026-03-20', end: '2028-03-31' }],
      });
    expect(duesOf(fresh(), '2026-03-21')).toMatchObject([
      {
        ...{ date: '2026-03-31', leads: [0], isNoticed: false },
        detail: expect.stringMatching(/in the first year was not found: check My AAPC/) as string,
      },
    ]);
    expect(duesOf(fresh(), '2026-04-01')).toMatchObject([
      { date: '2027-03-31', leads: [45, 15, -1, -30, -75], isNoticed: true },
    ]);
    const confirmed = recorded(fresh(), ['dues:aapc:2026', '2026-04-15']);
    expect(duesOf(confirmed, '2026-03-21')[0]).toMatchObject({ isNoticed: true });
    // A cycle of less than a year ends with its renewal.
    const short = coder('2026-03-31');
    short.cycles['aapc:2025-04-01']!.start = '2025-06-10';
    short.holdings['cic']!.earnedOn = '2025-06-10';
    expect(duesOf(short, '2026-01-10')).toMatchObject([{ date: '2026-03-31', isNoticed: true }]);
  });

  it('are nobody’s who holds nothing there, or no longer', () => {
    const library = coder();
    library.holdings['cic']!.endedOn = '2026-12-31';
    expect(duesOf(library, '2026-11-22')).toEqual([]);
    library.holdings['cic']!.deletedAt = at;
    expect(duesOf(library, '2026-01-10')).toEqual([]);
  });

  it('keep their id when the next cycle is entered', () => {
    const library = coder();
    library.cycles['next'] = {
      ...library.cycles['aapc:2025-04-01']!,
      ...{ id: 'next', start: '2027-04-01', end: '2029-03-31', createdAt: '2027-04-02T00:00:00Z' },
    };
    expect(duesOf(library, '2027-04-10', '2027-01-01').map(({ id }) => id)).toEqual([
      'dues:aapc:2027',
      'dues:aapc:2028',
    ]);
  });

  it('come from the reference data alone: another body has them by a rule of its own', () => {
    const sets = data.ruleSets.map((set): RuleSet => {
      const { dues: _dues, ...rest } = set;
      const rule = data.ruleSets.find(({ dues }) => dues)!.dues!;
      return set.body === 'acdis' ? { ...rest, dues: { ...rule, leads: [10] } } : rest;
    });
    const library = exampleLibrary({
      held: [
        ['ccds', '2023-06-30'],
        ['cic', '2023-03-10'],
      ],
      cycles: [
        { body: 'acdis', start: '2025-06-30', end: '2027-06-29' },
        { body: 'aapc', start: '2025-04-01', end: '2027-03-31' },
      ],
    });
    const found = deadlinesOf(library, '2026-11-22', { ...data, ruleSets: sets });
    expect(found.filter(({ kind }) => kind === 'dues')).toMatchObject([
      { id: 'dues:acdis:2027', date: '2027-06-29', leads: [10], title: 'ACDIS dues for 2027' },
    ]);
  });
});

describe('a day recorded in the year beside its own', () => {
  const all = (library: Library) =>
    deadlinesOf(library, '2026-01-10', data, '2026-01-10', 'UTC', '2028-12-31')
      .filter(({ kind }) => kind === 'dues')
      .map(({ id, date }) => [id, date]);

  it.each([
    [coder('2027-01-31'), 'dues:aapc:2027', '2026-12-31', '2027-12-31', 'dues:aapc:2028'],
    [coder('2026-12-31'), 'dues:aapc:2026', '2027-01-01', '2028-01-01', 'dues:aapc:2027'],
  ])('is followed by one a year later', (library, id, day, next, following) => {
    const found = all(recorded(library, [id, day]));
    expect(found).toContainEqual([id, day]);
    expect(found).toContainEqual([following, next]);
    expect(new Set(found.map(([, date]) => date)).size).toBe(found.length);
  });

  it('is in the month in which it lies', () => {
    const library = recorded(coder('2026-12-31'), ['dues:aapc:2026', '2026-11-30']);
    const november = deadlinesOf(library, '2026-01-10', data, '2026-11-01', 'UTC', '2026-11-30');
    expect(november.map(({ id }) => id)).toContain('dues:aapc:2026');
  });
});

describe('the end of a cycle that was extended', () => {
  it('is not said to be the last day on which a unit counts', () => {
    const library = coder();
    const [cycle] = Object.values(library.cycles);
    const id = `cycle-end:${cycle?.id}`;
    const end = (of: Library) =>
      deadlinesOf(of, '2027-01-10', data).find((deadline) => deadline.id === id);
    expect(end(library)?.detail).toContain('the last day on which a unit counts');
    expect(end(recorded(library, [id, '2027-06-30']))).toMatchObject({
      date: '2027-06-30',
      detail: expect.stringContaining('whether units after the cycle’s own end count') as string,
    });
  });
});
