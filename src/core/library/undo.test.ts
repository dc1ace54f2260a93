import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandOf } from './commands';
import { aimed, commands } from './commands.testing';
import type { RecordBase } from './fields';
import { parseCommand } from './parse-command';
import { collections, type Library } from './schema';
import { MemoryStore, onDisk } from './store.testing';
import { keptForUndo, pickRedo, pickUndo, undoLine, undoSteps } from './undo';
import { applyPatchesTo } from './patches';

const undo = { type: 'library.undo' } as const;
const redo = { type: 'library.redo' } as const;
const log = (title: string): CommandOf<'activity.log'> => ({
  type: 'activity.log',
  title,
  completedOn: '2026-05-04',
  hours: 100,
  sponsor: '',
  indexNumber: '',
  note: '',
  claims: [],
});
const theme = (name: 'light' | 'dark' | 'contrast') =>
  ({ type: 'settings.change', changes: { theme: name } }) as const;

/** A library as the user sees it: what lies in the trash and when something was changed are left out. */
function seen(library: Library): unknown {
  const kept = collections.map((name) => [
    name,
    Object.values<Record<string, unknown>>(library[name])
      .filter((record) => record['deletedAt'] === undefined)
      .map((record) => ({ ...record, updatedAt: '' }))
      .sort((one, other) => (String(one['id' as never]) < String(other['id' as never]) ? -1 : 1)),
  ]);
  return { settings: library.settings, ...Object.fromEntries(kept) };
}

/** What was in the trash, and since when. */
function trashed(library: Library): Map<string, string | undefined> {
  const since = new Map<string, string | undefined>();
  for (const name of collections) {
    for (const { id, deletedAt } of Object.values<RecordBase>(library[name]))
      since.set(`${name} ${id}`, deletedAt);
  }
  return since;
}

/** Everything of `before` is as it was; what came after it lies in the trash. */
function expectAsBefore(now: Library, before: Library): void {
  expect(seen(now)).toEqual(seen(before));
  const [then, since] = [trashed(before), trashed(now)];
  for (const [id, deletedAt] of since) {
    if (then.has(id)) expect(deletedAt).toBe(then.get(id));
    else expect(deletedAt).toBeDefined();
  }
}

describe('against a model of two stacks of states', { timeout: 60_000 }, () => {
  const steps = fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: commands('library.undo', 'library.redo', 'trash.purge').filter(
          (command) =>
            command.type !== 'settings.change' || command.changes.isWelcomed === undefined,
        ),
      },
      { weight: 3, arbitrary: fc.constant(undo) },
      { weight: 2, arbitrary: fc.constant(redo) },
    ),
    { maxLength: 60, size: 'max' },
  );

  test('every undo and redo leads to the state that it should, and the last to an empty library', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const store = new MemoryStore();
        const first = store.library;
        const behind: Library[] = [];
        const ahead: Library[] = [];
        for (const raw of list) {
          const command = parseCommand(aimed(raw, store.library));
          if (!command.ok) continue;
          const { type } = command.value;
          const before = store.library;
          const done = store.dispatch(command.value);
          if (type === 'library.undo' || type === 'library.redo') {
            const [from, to] = type === 'library.undo' ? [behind, ahead] : [ahead, behind];
            const expected = from.pop();
            expect(done.ok).toBe(expected !== undefined);
            if (!expected) continue;
            to.push(before);
            if (type === 'library.undo') expectAsBefore(store.library, expected);
            else expect(seen(store.library)).toEqual(seen(expected));
          } else if (done.ok && done.value.patches.length > 0) {
            behind.push(before);
            ahead.length = 0;
          }
        }
        while (store.dispatch(undo).ok);
        expectAsBefore(store.library, first);
        expect(replayed(store, first)).toStrictEqual(store.library);
      }),
      { numRuns: 80 },
    );
  });

  /** The library that the lines on disk lead to. */
  function replayed(store: MemoryStore, first: Library): Library {
    return store.lines.reduce((library, { patches }) => applyPatchesTo(library, patches), first);
  }

  test('the lines that are kept for it offer the same undo and redo as all lines', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 20 }), (list, floor) => {
        const store = new MemoryStore();
        for (const raw of list) {
          const command = parseCommand(aimed(raw, store.library));
          if (command.ok) store.dispatch(command.value);
          const kept = keptForUndo(store.lines, floor);
          expect(pickUndo(kept, floor)).toBe(pickUndo(store.lines, floor));
          expect(pickRedo(kept, floor)).toBe(pickRedo(store.lines, floor));
          expect(keptForUndo(kept, floor)).toEqual(kept);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an undo', () => {
  test('of an addition puts it into the trash, and takes nothing off the disk', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    store.must(undo);
    const { createdAt, updatedAt, deletedAt, title } = store.library.activities[id]!;
    expect(title).toBe('Sepsis');
    expect(deletedAt).toBe(updatedAt);
    expect(createdAt < updatedAt).toBe(true);
  });

  test('of an edit gives the old value back under a new time', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    const { updatedAt } = store.library.activities[id]!;
    store.must({ type: 'activity.edit', id, changes: { title: 'Sespis' } });
    store.must(undo);
    expect(store.library.activities[id]).toMatchObject({ title: 'Sepsis' });
    expect(store.library.activities[id]!.updatedAt > updatedAt).toBe(true);
    expect(store.library.activities[id]!.deletedAt).toBeUndefined();
  });

  test('of a deletion brings back what was deleted with it', () => {
    const store = new MemoryStore();
    const claim = { units: 100, state: 'earned' as const, marks: {}, holdings: [], cycleId: null };
    const claims = [
      { body: 'ahima', ...claim },
      { body: 'aapc', ...claim },
    ];
    const id = store.must({ ...log('Sepsis'), claims });
    const before = seen(store.library);
    store.must({ type: 'activity.delete', id });
    expect(Object.values(store.library.claims).every(({ deletedAt }) => deletedAt)).toBe(true);
    store.must(undo);
    expect(seen(store.library)).toEqual(before);
  });

  test('and a redo alternate as often as one likes, and say in words what they do', () => {
    const store = new MemoryStore();
    store.must(log('Sepsis'));
    const did = (command: typeof undo | typeof redo) => {
      const done = store.dispatch(command);
      return done.ok ? done.value.did : done.problem.code;
    };
    for (let time = 0; time < 5; time += 1) {
      expect(did(undo)).toBe('Undone: Logged Sepsis');
      expect(did(undo)).toBe('nothing-to-undo');
      expect(did(redo)).toBe('Redone: Logged Sepsis');
      expect(did(redo)).toBe('nothing-to-redo');
    }
  });

  test('ends what could be redone when something new is done', () => {
    const store = new MemoryStore();
    store.must(log('One'));
    store.must(log('Two'));
    store.must(undo);
    store.must(log('Three'));
    expect(store.problem(redo)).toBe('nothing-to-redo');
    store.must(undo);
    store.must(undo);
    expect(store.problem(undo)).toBe('nothing-to-undo');
  });

  test('is refused when the value was changed since, and names the record', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    store.must({ type: 'activity.edit', id, changes: { title: 'Sepsis: indicators' } });
    const [first, second] = store.lines;
    const refused = undoLine(store.library, first!, store.context());
    expect(refused).toEqual({
      ok: false,
      problem: { code: 'changed-since', about: { what: '“Sepsis: indicators”' } },
    });
    expect(undoLine(store.library, second!, store.context()).ok).toBe(true);
  });

  test('is allowed when only another field of the record was changed since', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    store.must({ type: 'activity.edit', id, changes: { title: 'Sepsis: indicators' } });
    store.must({ type: 'activity.edit', id, changes: { note: 'Slides in the binder' } });
    const done = undoLine(store.library, store.lines[1]!, store.context());
    expect(done.ok && done.value.library.activities[id]).toMatchObject({
      title: 'Sepsis',
      note: 'Slides in the binder',
    });
  });

  test('is refused when the record was purged since', () => {
    const store = new MemoryStore();
    const id = store.must(log('Sepsis'));
    store.must({ type: 'activity.delete', id });
    store.must({ type: 'trash.purge', before: '2027-01-01T00:00:00.000Z' });
    expect(store.problem(undo)).toBe('changed-since');
  });

  test('never takes back a purge, which is the program’s own', () => {
    const store = new MemoryStore();
    const gone = store.must(log('One'));
    store.must({ type: 'activity.delete', id: gone });
    const kept = store.must(log('Two'));
    store.must({ type: 'trash.purge', before: '2027-01-01T00:00:00.000Z' });
    store.must(undo);
    expect(store.library.activities[kept]!.deletedAt).toBeDefined();
    expect(store.library.activities[gone]).toBeUndefined();
  });

  test('never takes back the end of the first start, which would come up again', () => {
    const store = new MemoryStore();
    const id = store.must(log('One'));
    const changes = { isWelcomed: true, isToldWhenClosed: false };
    store.must({ type: 'settings.change', changes });
    expect(pickUndo(store.lines, 0)?.seq).toBe(1);
    expect(keptForUndo(store.lines, 0)).toHaveLength(1);
    store.must(undo);
    expect(store.library.activities[id]!.deletedAt).toBeDefined();
    expect(store.library.settings).toMatchObject(changes);
    expect(store.problem(undo)).toBe('nothing-to-undo');
  });

  test('reaches no further back than the last restore or migration', () => {
    const store = new MemoryStore();
    store.must(theme('dark'));
    store.must(theme('light'));
    expect(pickUndo(store.lines, 1)?.seq).toBe(2);
    expect(pickUndo(store.lines, 2)).toBeNull();
  });

  test('leaves the line that it takes back as it was', () => {
    const store = new MemoryStore();
    const mark = {
      type: 'occurrence.mark',
      deadline: 'cycle-end:1',
      due: '2026-12-31',
      lead: 30,
    } as const;
    store.must({ ...mark, state: 'put-off', until: '2026-12-05T14:00:00.000Z' });
    store.must({ ...mark, state: 'done', until: null });
    const line = store.lines[1]!;
    const before = JSON.stringify(line);
    store.must(undo);
    expect(JSON.stringify(line)).toBe(before);
    expect(store.library.occurrences['cycle-end:1|2026-12-31|30']).toMatchObject({
      state: 'put-off',
    });
  });
});

describe(`${undoSteps} steps`, { timeout: 60_000 }, () => {
  function storeAfter(count: number): MemoryStore {
    const store = new MemoryStore();
    for (let step = 0; step < count; step += 1) store.must(theme(step % 2 ? 'dark' : 'light'));
    return store;
  }
  function times(store: MemoryStore, command: typeof undo | typeof redo): number {
    let count = 0;
    while (store.dispatch(command).ok) count += 1;
    return count;
  }

  test('all of them can be taken back and done again, more than once, and not one more', () => {
    const store = storeAfter(undoSteps + 50);
    for (const command of [undo, redo, undo, redo]) {
      expect(times(store, command)).toBe(undoSteps);
    }
    store.must(theme('contrast'));
    expect(times(store, undo)).toBe(undoSteps);
  });

  test('fewer, if there were fewer', () => {
    const store = storeAfter(3);
    expect(times(store, undo)).toBe(3);
  });

  test('need no more lines than that', () => {
    const store = storeAfter(undoSteps + 50);
    expect(keptForUndo(store.lines, 0)).toHaveLength(undoSteps);
    times(store, undo);
    times(store, redo);
    expect(keptForUndo(store.lines, 0)).toHaveLength(undoSteps);
  });
});

test('lines that were read from disk lead to the same library', () => {
  const store = new MemoryStore();
  const first = store.library;
  const id = store.must(log('Sepsis'));
  store.must({ type: 'activity.edit', id, changes: { hours: 150 } });
  store.must({ type: 'activity.delete', id });
  store.must(undo);
  const lines = onDisk(store.lines);
  expect(lines.reduce((library, line) => applyPatchesTo(library, line.patches), first)).toEqual(
    store.library,
  );
});
