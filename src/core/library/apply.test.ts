import { describe, expect, test } from 'vitest';
import type { Command } from './commands';
import { MemoryStore, onDisk } from './store.testing';

const claim = { units: 100, state: 'earned' as const, marks: {}, holdings: [], cycleId: null };
const log = (title: string, ...bodies: string[]): Command => ({
  type: 'activity.log',
  title,
  completedOn: '2026-05-04',
  hours: 100,
  sponsor: '',
  indexNumber: '',
  note: '',
  claims: bodies.map((body) => ({ body, ...claim })),
});
const later = '2099-01-01T00:00:00.000Z';

function did(store: MemoryStore, command: Command): { did: string; paths: string[] } {
  const done = store.dispatch(command);
  if (!done.ok) throw new Error(done.problem.code);
  return { did: done.value.did, paths: done.value.patches.map(({ path }) => path.join('/')) };
}

describe('settings', () => {
  test('only what is named and differs changes', () => {
    const store = new MemoryStore();
    expect(did(store, { type: 'settings.change', changes: { theme: 'dark' } })).toEqual({
      did: 'Changed the theme',
      paths: ['settings/theme'],
    });
    expect(did(store, { type: 'settings.change', changes: { theme: 'dark' } }).paths).toEqual([]);
    expect(store.library.settings.isWelcomed).toBe(false);
  });

  test('a change to nothing is none', () => {
    const store = new MemoryStore();
    const changes = { theme: undefined } as never;
    expect(did(store, { type: 'settings.change', changes }).paths).toEqual([]);
    expect(onDisk(store.library)).toStrictEqual(store.library);
  });
});

test.each([
  [{ theme: 'light' }, 'Changed the theme'],
  [{ isToldWhenClosed: true }, 'Changed the reminders'],
  [{ usesCpt: true }, 'Changed whether outpatient dates are shown'],
  [{ isWelcomed: true, isToldWhenClosed: false }, 'Finished the first start'],
  [{ theme: 'light', usesCpt: true }, 'Changed the settings'],
] as const)('a change of %j is called “%s”', (changes, expected) => {
  expect(did(new MemoryStore(), { type: 'settings.change', changes }).did).toBe(expected);
});

describe('occurrences', () => {
  const mark = {
    type: 'occurrence.mark',
    deadline: 'cycle-end:1',
    due: '2026-12-31',
    lead: 30,
  } as const;
  const id = 'cycle-end:1|2026-12-31|30';

  test('put off, then done: one record, the time of its making kept', () => {
    const store = new MemoryStore();
    const until = '2026-12-05T14:00:00.000Z';
    expect(did(store, { ...mark, state: 'put-off', until })).toEqual({
      did: 'Put off: cycle end',
      paths: [`occurrences/${id}`],
    });
    const { createdAt } = store.library.occurrences[id]!;
    expect(did(store, { ...mark, state: 'done', until: null }).did).toBe('Done: cycle end');
    expect(store.library.occurrences[id]).toMatchObject({ createdAt, state: 'done', until: null });
  });

  test.each([
    ['own:one', '2027-01-15', 'CIC exam'],
    ['own:gone', '2027-01-15', 'a date'],
    ['cycle-end:aapc', '2026-12-31', 'AAPC cycle end'],
    ['window-opens:aapc', '2026-12-01', 'AAPC submission'],
    ['code-set:october:2027', '2027-10-01', 'FY2028 ICD-10-CM and ICD-10-PCS take effect'],
    ['code-set:gone:2027', '2027-10-01', 'a date of the code sets'],
  ])('of %s are named', (deadline, due, name) => {
    const store = new MemoryStore();
    const times = { createdAt: 'x', updatedAt: 'x' };
    const dates = {
      title: 'CIC exam',
      date: '2027-01-15',
      note: '',
      leads: [],
      datedAt: 'x',
      repeat: null,
    };
    const cycle = {
      ...{ body: 'aapc', start: '2025-01-01', end: '2026-12-31', note: '', closedOn: null },
      datedAt: 'x',
    };
    store.library = {
      ...store.library,
      deadlines: { one: { id: 'one', ...times, ...dates } },
      cycles: { aapc: { id: 'aapc', ...times, ...cycle, openingUnits: 0, openingMarked: {} } },
    };
    const command = { ...mark, deadline, due, state: 'not-relevant', until: null } as const;
    expect(did(store, command).did).toBe(`Not relevant: ${name}`);
  });

  test('of a deadline that moved is another one', () => {
    const store = new MemoryStore();
    store.must({ ...mark, state: 'done', until: null });
    store.must({ ...mark, due: '2027-01-31', state: 'done', until: null });
    expect(Object.keys(store.library.occurrences)).toHaveLength(2);
  });
});

describe('the trash', () => {
  test('gives back together what was deleted together, and leaves the rest where it is', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis', 'ahima', 'aapc'));
    const [ahima, aapc] = Object.values(store.library.claims).map((record) => record.id);
    store.must({ type: 'activity.edit', id, changes: {}, claims: [{ body: 'ahima', ...claim }] });
    store.must({ type: 'activity.delete', id });
    const { did: said } = did(store, { type: 'trash.restore', collection: 'activities', id });
    expect(said).toBe('Restored “Sepsis”');
    expect(store.library.activities[id]!.deletedAt).toBeUndefined();
    expect(store.library.claims[ahima!]!.deletedAt).toBeUndefined();
    expect(store.library.claims[aapc!]!.deletedAt).toBeDefined();
  });

  test('gives a cycle its adjusted requirements back', () => {
    const store = new MemoryStore();
    const dates = { start: '2025-01-01', end: '2026-12-31' };
    const cycle = { body: 'ahima', ...dates, openingUnits: 0, openingMarked: {}, note: '' };
    const cycleId = store.must({ type: 'cycle.add', ...cycle });
    const override = store.must({
      type: 'override.set',
      cycleId,
      rule: 'total',
      units: 1000,
      note: '',
    });
    store.must({ type: 'cycle.delete', id: cycleId });
    expect(store.library.overrides[override]!.deletedAt).toBeDefined();
    store.must({ type: 'trash.restore', collection: 'cycles', id: cycleId });
    expect(store.library.overrides[override]!.deletedAt).toBeUndefined();
  });

  test('has no record that is not in it', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    for (const record of [id, 'nobody']) {
      const restore = { type: 'trash.restore', collection: 'activities', id: record } as const;
      expect(store.problem(restore)).toBe('not-there');
    }
  });

  test('keeps what could not be entered any more', () => {
    const store = new MemoryStore();
    const restore = (
      collection: 'holdings' | 'cycles' | 'claims' | 'overrides' | 'evidence',
      id: string,
    ) => store.problem({ type: 'trash.restore', collection, id });
    const ccs = {
      type: 'holding.add',
      credential: 'ccs',
      earnedOn: null,
      note: '',
      cycle: null,
    } as const;
    const held = store.must(ccs);
    store.must({ type: 'holding.delete', id: held });
    store.must(ccs);
    expect(restore('holdings', held)).toBe('already-held');

    const cycle = { body: 'ahima', openingUnits: 0, openingMarked: {}, note: '' };
    const one = store.must({ type: 'cycle.add', ...cycle, start: '2025-01-01', end: '2026-12-31' });
    store.must({ type: 'cycle.delete', id: one });
    const two = store.must({ type: 'cycle.add', ...cycle, start: '2025-06-01', end: '2027-05-31' });
    expect(restore('cycles', one)).toBe('cycle-overlaps');

    const set = {
      type: 'override.set',
      cycleId: two,
      rule: 'total',
      units: 1000,
      note: '',
    } as const;
    const override = store.must(set);
    store.must({ type: 'override.clear', id: override });
    store.must(set);
    expect(restore('overrides', override)).toBe('changed-since');
    store.must({ type: 'cycle.delete', id: two });
    expect(restore('overrides', override)).toBe('not-there');

    const id = store.must(log('Sepsis', 'aapc'));
    const claimed = Object.keys(store.library.claims)[0]!;
    store.must({ type: 'activity.edit', id, changes: {}, claims: [] });
    store.must({ type: 'activity.edit', id, changes: {}, claims: [{ body: 'aapc', ...claim }] });
    // Claimed again it is the same record, and no longer in the trash.
    expect(restore('claims', claimed)).toBe('not-there');
    const file = store.must({
      type: 'evidence.attach',
      activityId: id,
      sha256: 'a'.repeat(64),
      name: 'a.pdf',
      bytes: 1,
      kind: 'pdf',
    });
    store.must({ type: 'activity.delete', id });
    expect(restore('claims', claimed)).toBe('not-there');
    expect(restore('evidence', file)).toBe('not-there');
  });

  test('emptied of what is old, leaves tombstones and touches nothing else', () => {
    const store = new MemoryStore();
    const old = store.must(log('Old', 'ahima'));
    const fresh = store.must(log('Fresh'));
    const kept = store.must(log('Kept'));
    store.must({ type: 'activity.delete', id: old });
    const before = store.context().now;
    store.must({ type: 'activity.delete', id: fresh });
    store.must({ type: 'trash.purge', before });
    expect(Object.keys(store.library.activities)).toEqual([fresh, kept]);
    expect(store.library.claims).toEqual({});
    const stones = Object.values(store.library.tombstones);
    expect(stones.map(({ id, collection }) => [collection, id])).toEqual([
      ['activities', old],
      ['claims', expect.any(String)],
    ]);
    expect(store.problem({ type: 'trash.restore', collection: 'activities', id: old })).toBe(
      'not-there',
    );
  });

  test('emptied when there is nothing old in it says nothing', () => {
    const store = new MemoryStore();
    store.must(log('Kept'));
    expect(did(store, { type: 'trash.purge', before: later }).paths).toEqual([]);
  });
});

describe('of 2,000 activities', () => {
  const store = new MemoryStore();
  const ids: string[] = [];
  for (let number = 0; number < 2000; number += 1)
    ids.push(store.must(log(`Event ${number}`, 'ahima')));

  test('deleting one touches it and its claim', () => {
    const { paths } = did(store, { type: 'activity.delete', id: ids[1000]! });
    expect(paths).toHaveLength(4);
    expect(paths.every((path) => /(deletedAt|updatedAt)$/.test(path))).toBe(true);
  });

  test('editing one touches the field', () => {
    const id = ids[500]!;
    const { paths } = did(store, {
      type: 'activity.edit',
      id,
      changes: { title: 'Event, renamed' },
    });
    expect(paths.sort()).toEqual([`activities/${id}/title`, `activities/${id}/updatedAt`]);
  });

  test('undo of it too', () => {
    expect(did(store, { type: 'library.undo' }).paths).toHaveLength(2);
  });

  test('the others are the same objects as before', () => {
    const before = store.library;
    store.must({ type: 'activity.delete', id: ids[0]! });
    expect(store.library.activities[ids[1]!]).toBe(before.activities[ids[1]!]);
    expect(store.library.holdings).toBe(before.holdings);
  });
});

test('undo and redo need the journal', () => {
  const store = new MemoryStore();
  expect(store.problem({ type: 'library.undo' })).toBe('nothing-to-undo');
  expect(store.problem({ type: 'library.redo' })).toBe('nothing-to-redo');
});
