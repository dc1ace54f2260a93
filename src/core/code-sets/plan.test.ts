import { describe, expect, it } from 'vitest';
import preparation from '../../../content/reference/preparation.json' with { type: 'json' };
import { MemoryStore } from '../library/store.testing';
import { reference } from '../reference';
import { nextPlanOf, planInWords, plansOf, planToTell, progressInWords } from './plan';
import { PreparationFile } from './plan-schema';
import { preparationId } from './preparation-apply';

const on = (today: string) => ({ today, timeZone: 'America/New_York' });

const ids = preparation.tasks.map(({ id }) => id);
const begunOn = (day: string) => {
  const store = new MemoryStore();
  store.library = { ...store.library, createdAt: `${day}T12:00:00.000Z` };
  return store;
};
const releases = (store: MemoryStore, today: string) =>
  plansOf(store.library, on(today), reference()).map(({ release }) => release);
const answer = (
  store: MemoryStore,
  release: string,
  task: string,
  state: 'open' | 'done' | 'not-relevant' = 'done',
) => store.must({ type: 'preparation.answer', release, task, state });
const told = (store: MemoryStore, today: string) => {
  const plan = planToTell(plansOf(store.library, on(today), reference()), today);
  return plan && planInWords(plan);
};

describe('the file of tasks', () => {
  it('fits its schema, with each task once, and fills every text', () => {
    expect(() => PreparationFile.parse(preparation)).not.toThrow();
    expect(new Set(ids).size).toBe(ids.length);
    const store = begunOn('2026-11-20');
    for (const plan of plansOf(store.library, on('2027-06-20'), reference())) {
      expect(JSON.stringify(plan)).not.toMatch(/[{]\w+[}]/);
    }
  });
});

describe('plans', () => {
  it.each([
    // Before the files of FY2027 are expected, on that day, on the eve of October 1, and on it.
    ['2026-01-05', '2026-03-31', ['april:2026']],
    ['2026-05-01', '2026-06-11', []],
    ['2026-05-01', '2026-06-12', ['october:2026']],
    ['2026-05-01', '2026-09-30', ['october:2026']],
    ['2026-05-01', '2026-10-01', ['october:2026']],
    // What took effect before the library was begun is no news, also not on its first day.
    ['2026-10-01', '2026-10-01', []],
    ['2026-11-15', '2026-11-15', []],
    ['2026-11-22', '2026-11-22', ['april:2027']],
    // Left-overs stay beside what is prepared next, however late.
    ['2026-05-01', '2026-11-22', ['october:2026', 'april:2027']],
    ['2026-05-01', '2028-01-01', ['october:2026', 'april:2027', 'october:2027', 'april:2028']],
  ])('of a library begun on %s are, on %s, %j', (begun, today, expected) => {
    expect(releases(begunOn(begun), today)).toEqual(expected);
  });

  it('count what is done, without what is not relevant, and say when they are complete', () => {
    const store = begunOn('2026-05-01');
    const today = '2026-08-01';
    expect(told(store, today)).toBe('Preparing for FY2027: 0 of 5 done');
    answer(store, 'october:2026', 'files');
    answer(store, 'october:2026', 'training', 'not-relevant');
    store.must({ type: 'preparation.add', release: 'october:2026', title: 'Tell the team' });
    expect(told(store, today)).toBe('Preparing for FY2027: 1 of 5 done');
    const [plan] = plansOf(store.library, on(today), reference());
    expect(plan).toMatchObject({
      ...{ name: 'FY2027', startsOn: '2026-06-12', takesEffectOn: '2026-10-01' },
      // The day of that year is known.
      ...{ isStartApproximate: false, isOverdue: false, isComplete: false },
    });
    expect(plansOf(store.library, on('2027-06-20'), reference()).at(-1)).toMatchObject({
      ...{ name: 'FY2028', isStartApproximate: true },
    });
    const own = plan?.tasks.at(-1);
    expect(own).toMatchObject({ title: 'Tell the team', state: 'open', task: null });
    store.must({ type: 'preparation.edit', id: own?.id ?? '', changes: { state: 'done' } });
    for (const task of ids) if (task !== 'training') answer(store, 'october:2026', task);
    expect(told(store, today)).toBe('Prepared for FY2027: nothing is left');
    const [complete] = plansOf(store.library, on('2026-10-31'), reference());
    expect(complete).toMatchObject({ isComplete: true, isOverdue: false });
    expect(releases(store, '2026-11-01')).toEqual([]);
  });

  it('are overdue from the day on which the release takes effect, until nothing is left', () => {
    const store = begunOn('2026-05-01');
    const at = (today: string) => plansOf(store.library, on(today), reference())[0]?.isOverdue;
    expect([at('2026-09-30'), at('2026-10-01')]).toEqual([false, true]);
    expect(told(store, '2026-10-01')).toBe('Left of the preparation for FY2027: 5 of 5');
    // What runs is told before what is left.
    expect(told(store, '2026-12-01')).toBe('Preparing for April 2027: 0 of 5 done');
    for (const task of ids) answer(store, 'october:2026', task, 'not-relevant');
    expect(at('2026-10-01')).toBe(false);
    answer(store, 'october:2026', 'cards', 'open');
    expect(told(store, '2026-10-02')).toBe('Left of the preparation for FY2027: 1 of 1');
  });

  it('say under the title of their release only how far they are, and by when', () => {
    const store = begunOn('2026-05-01');
    const said = (today: string) =>
      plansOf(store.library, on(today), reference())
        .slice(0, 1)
        .map((plan) => progressInWords(plan, (day) => day));
    expect(said('2026-08-01')).toEqual(['0 of 5 done; takes effect 2026-10-01']);
    expect(said('2026-10-01')).toEqual(['Left: 5 of 5']);
    for (const task of ids) answer(store, 'october:2026', task);
    expect(said('2026-08-01')).toEqual(['Prepared: nothing is left']);
  });

  it('start on the day that was confirmed, where the user has recorded one', () => {
    const store = begunOn('2026-05-01');
    store.must({
      type: 'adjustment.move',
      ...{ deadline: 'code-set:files:2026', date: '2026-06-20' },
      ...{ why: 'confirmed', standard: '2026-06-12', note: '' },
    });
    expect(releases(store, '2026-06-19')).toEqual([]);
    const [plan] = plansOf(store.library, on('2026-06-20'), reference());
    expect(plan).toMatchObject({ startsOn: '2026-06-20', isStartApproximate: false });
  });

  it('is there for an earlier release for which something was noted', () => {
    const store = begunOn('2026-11-22');
    answer(store, 'october:2026', 'files');
    expect(releases(store, '2026-11-22')).toEqual(['october:2026', 'april:2027']);
    expect(store.library.preparations[preparationId('october:2026', 'files')]?.doneOn).toBe(
      '2026-11-22',
    );
  });

  it('are as before after an undo', () => {
    const store = begunOn('2026-05-01');
    const before = told(store, '2026-08-01');
    answer(store, 'october:2026', 'files');
    store.must({ type: 'library.undo' });
    expect(told(store, '2026-08-01')).toBe(before);
  });

  it.each([
    ['2026-05-01', 'FY2027', '2026-06-12'],
    ['2026-06-12', 'April 2027', '2026-11-16'],
    ['2026-11-22', 'FY2028', '2027-06-12'],
  ])('after %s the next is for %s, from %s', (today, name, startsOn) => {
    const { library } = begunOn('2026-01-05');
    expect(nextPlanOf(library, today, reference())).toMatchObject({ name, startsOn });
  });
});

it('goes by the day on which the user began, not by the one in UTC', () => {
  // Half past nine in the evening of September 30 in New York: October 1 was still to come.
  const store = new MemoryStore();
  store.library = { ...store.library, createdAt: '2026-10-01T01:30:00.000Z' };
  const begun = (timeZone: string) =>
    plansOf(store.library, { today: '2026-10-02', timeZone }, reference()).map(
      ({ release }) => release,
    );
  expect(begun('America/New_York')).toEqual(['october:2026']);
  expect(begun('UTC')).toEqual([]);
});
