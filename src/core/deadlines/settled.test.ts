import { describe, expect, it } from 'vitest';
import { exampleLibrary } from '../ceu/example-library.testing';
import { MemoryStore } from '../library/store.testing';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { calendarEventsOf } from './calendar-events';
import { cycleEndId, deadlineId } from './ids';
import { comingOf, dealtWithOf, remindersOf } from './reminders';
import { deadlinesOf } from './rules';
import { datesWithin } from './span';

const data = reference();
const timeZone = 'America/New_York';
const on = (today: string, hour = 17) => ({
  ...{ today, timeZone },
  now: `${today}T${String(hour).padStart(2, '0')}:00:00.000Z`,
});
const ids = (library: Library, today: string) =>
  remindersOf(library, on(today), data).map(({ deadline }) => deadline.id);

describe('a cycle that was closed before its end', () => {
  const store = () => {
    const made = new MemoryStore();
    made.library = exampleLibrary({
      held: [['cic', '2023-01-10']],
      cycles: [{ id: 'c', body: 'aapc', start: '2025-02-01', end: '2027-01-31' }],
    });
    made.today = '2026-12-01';
    return made;
  };
  const end = cycleEndId('c');
  const opens = deadlineId({ of: 'window-opens', cycle: 'c' });
  const days = ['2026-12-31', '2027-01-01', '2027-01-24', '2027-01-30', '2027-01-31', '2027-02-01'];
  const told = (library: Library) => days.filter((day) => ids(library, day).includes(end));

  it('urges no more, whatever days were chosen for it, and does so again once it is opened', () => {
    const made = store();
    made.must({ type: 'adjustment.remind', deadline: end, leads: [30, 7, 1, 0] });
    expect(told(made.library)).toHaveLength(days.length - 1);
    expect(ids(made.library, '2027-01-10')).toContain(opens);
    made.must({ type: 'cycle.close', id: 'c', on: '2026-12-01', next: null });
    expect(told(made.library)).toEqual([]);
    expect(ids(made.library, '2027-01-10')).not.toContain(opens);
    expect(comingOf(made.library, on('2026-12-01'), data).map(({ id }) => id)).not.toContain(end);
    // It stays in the calendar, as done.
    const span = { from: '2027-01-01', until: '2027-01-31' };
    const shown = datesWithin(made.library, on('2026-12-01'), data, span);
    expect(shown.find(({ deadline }) => deadline.id === end)).toMatchObject({
      isDone: true,
      deadline: { detail: 'CIC: you closed this cycle on Dec 1, 2026.' },
    });
    const events = calendarEventsOf(
      { ...made.library, id: 'l', bodies: {} },
      on('2026-12-01'),
      data,
    );
    expect(events.find(({ uid }) => uid.startsWith(end))?.alarms).toEqual([]);
    made.must({ type: 'cycle.reopen', id: 'c' });
    expect(told(made.library)).toHaveLength(days.length - 1);
  });
});

describe('a cycle whose end is typed anew', () => {
  it('is no news to whoever typed it, as a date of the user’s own', () => {
    const store = new MemoryStore();
    store.library = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [{ id: 'c', body: 'ahima', start: '2025-01-01', end: '2027-12-31' }],
    });
    store.today = '2026-12-05';
    store.must({ type: 'cycle.edit', id: 'c', changes: { note: 'A word' } });
    expect(store.library.cycles['c']?.datedAt).toBe('2026-01-01T00:00:00.000Z');
    store.must({ type: 'cycle.edit', id: 'c', changes: { end: '2026-12-31' } });
    expect(ids(store.library, '2026-12-05')).not.toContain(cycleEndId('c'));
    expect(ids(store.library, '2026-12-30')).toContain(cycleEndId('c'));
  });
});

describe('dues that were paid before their day was known', () => {
  it('stay paid when it is confirmed', () => {
    const store = new MemoryStore();
    store.library = exampleLibrary({
      held: [['cic', '2023-01-10']],
      cycles: [{ id: 'c', body: 'aapc', start: '2025-04-01', end: '2027-03-31' }],
    });
    store.today = '2027-03-01';
    const dues = deadlineId({ of: 'dues', body: 'aapc', year: 2027 });
    const there = deadlinesOf(store.library, on('2027-03-01'), data).find(({ id }) => id === dues);
    const due = there?.date ?? '';
    expect(due).toBe('2027-03-31');
    store.must({
      type: 'occurrence.mark',
      deadline: dues,
      due,
      lead: 15,
      state: 'done',
      until: null,
    });
    store.must({
      ...{ type: 'adjustment.move', deadline: dues, date: '2027-03-15', why: 'confirmed' },
      ...{ standard: due, note: '' },
    });
    for (const day of ['2027-03-02', '2027-03-16', '2027-04-14', '2027-05-29']) {
      expect(ids(store.library, day), day).not.toContain(dues);
    }
    expect(comingOf(store.library, on('2027-03-02'), data).map(({ id }) => id)).not.toContain(dues);
    const dealt = dealtWithOf(store.library, on('2027-03-02'), data);
    expect(dealt.find(({ mark }) => mark.deadline === dues)).toMatchObject({ isSuperseded: false });
    // Of the next year they are asked for.
    const next = deadlineId({ of: 'dues', body: 'aapc', year: 2028 });
    expect(ids(store.library, '2028-03-01')).toContain(next);
  });
});

describe('an extension beside the next cycle', () => {
  const library = exampleLibrary({
    held: [['ccs', '2020-01-01']],
    cycles: [
      { id: 'c', body: 'ahima', start: '2025-01-01', end: '2026-12-31' },
      { id: 'd', body: 'ahima', start: '2027-01-01', end: '2028-12-31' },
    ],
  });
  const store = new MemoryStore();
  store.library = library;
  store.must({
    ...{ type: 'adjustment.move', deadline: cycleEndId('c'), date: '2027-03-31', note: '' },
    ...{ why: 'extension', standard: '2026-12-31' },
  });
  const late = (today: string) => ids(store.library, today).filter((id) => id.startsWith('late:c'));

  it('counts to its own end, and is asked about after it', () => {
    expect(ids(store.library, '2027-03-30')).toContain(cycleEndId('c'));
    for (const day of ['2027-04-01', '2027-06-01']) {
      expect(ids(store.library, day), day).toContain(cycleEndId('c'));
      expect(late(day), day).not.toEqual([]);
    }
    // Without one the next cycle says that it was renewed.
    expect(ids(library, '2027-04-01')).not.toContain(cycleEndId('c'));
  });

  it('is over once it is answered, closed, or followed by a cycle that begins after it', () => {
    const gone = (change: (made: MemoryStore) => void) => {
      const made = new MemoryStore();
      made.library = store.library;
      made.today = '2027-06-01';
      change(made);
      expect(ids(made.library, '2027-06-01')).not.toContain(cycleEndId('c'));
      expect(ids(made.library, '2027-06-01').filter((id) => id.startsWith('late:c'))).toEqual([]);
    };
    gone((made) => {
      const mark = { deadline: cycleEndId('c'), due: '2027-03-31', lead: -1, until: null };
      made.must({ type: 'occurrence.mark', ...mark, state: 'done' });
    });
    gone((made) => made.must({ type: 'cycle.close', id: 'c', on: '2027-03-20', next: null }));
    gone((made) => {
      made.library = {
        ...made.library,
        cycles: {
          ...made.library.cycles,
          d: { ...made.library.cycles['d']!, start: '2027-04-01' },
        },
      };
    });
  });
});

describe('the user’s zone', () => {
  it('says on which day something was recorded', () => {
    const store = new MemoryStore();
    store.library = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [{ id: 'c', body: 'ahima', start: '2025-01-01', end: '2026-12-31' }],
    });
    const [cycle] = Object.values(store.library.cycles);
    expect(cycle).toBeDefined();
    // 23:30 on October 2 in New York is October 3 in UTC.
    const at = '2026-10-03T03:30:00.000Z';
    const id = `adjustment:${cycleEndId('c')}`;
    store.library = {
      ...store.library,
      adjustments: {
        [id]: {
          ...{ id, createdAt: at, updatedAt: at, datedAt: at, deadline: cycleEndId('c') },
          ...{
            movedTo: '2027-01-01',
            why: 'extension',
            standard: '2026-12-31',
            note: '',
            leads: null,
          },
        },
      },
    };
    // Ninety days before January 1 are October 3: told then, for it was typed on the day before.
    const [due] = remindersOf(store.library, on('2026-10-03'), data).filter(
      ({ deadline }) => deadline.id === cycleEndId('c'),
    );
    expect(due).toMatchObject({ lead: 90, deadline: { record: { recordedOn: '2026-10-02' } } });
    const mark = { deadline: cycleEndId('c'), due: '2027-01-01', lead: 90, until: null };
    store.today = '2026-10-03';
    store.must({ type: 'occurrence.mark', ...mark, state: 'seen' });
    const dealt = dealtWithOf(store.library, on('2026-11-01'), data);
    expect(dealt[0]?.deadline.record?.recordedOn).toBe('2026-10-02');
  });
});
