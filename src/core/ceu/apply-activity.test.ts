import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../library/commands';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';
import type { ClaimDraft } from './commands';

const claim = (body: string, more: Partial<ClaimDraft> = {}): ClaimDraft => ({
  body,
  units: 150,
  state: 'earned',
  marks: {},
  holdings: [],
  cycleId: null,
  ...more,
});
const log = (more: Partial<CommandOf<'activity.log'>> = {}): Command => ({
  type: 'activity.log',
  title: 'Sepsis: clinical indicators',
  completedOn: '2026-05-04',
  hours: 150,
  sponsor: 'State association',
  indexNumber: '',
  note: '',
  claims: [],
  ...more,
});
const cycle = (body: string, start: string, end: string): Command => ({
  type: 'cycle.add',
  body,
  start,
  end,
  openingUnits: 0,
  openingMarked: {},
  note: '',
});
const file = (activityId: string, digit = 'a'): Command => ({
  type: 'evidence.attach',
  activityId,
  sha256: digit.repeat(64),
  name: `${digit}.pdf`,
  bytes: 1000,
  kind: 'pdf',
});

function claimsOf(store: MemoryStore, id: string) {
  return live(store.library.claims).filter(({ activityId }) => activityId === id);
}

describe('an activity', () => {
  test.each([[[]], [['ahima']], [['ahima', 'aapc']]])('claimed at %j', (bodies) => {
    const store = new MemoryStore();
    const id = store.must(log({ claims: bodies.map((body) => claim(body)) }));
    expect(claimsOf(store, id).map(({ body }) => body)).toEqual(bodies);
  });

  test('has a title, without the space around it', () => {
    const store = new MemoryStore();
    expect(store.problem(log({ title: ' \n\t ' }))).toBe('title-empty');
    const id = store.must(log({ title: '  Sepsis ' }));
    expect(store.library.activities[id]!.title).toBe('Sepsis');
    expect(store.problem({ type: 'activity.edit', id, changes: { title: ' ' } })).toBe(
      'title-empty',
    );
    store.must({ type: 'activity.edit', id, changes: { title: ' Sepsis-3 ' } });
    expect(store.library.activities[id]!.title).toBe('Sepsis-3');
  });

  test.each(['1899-05-04', '2062-05-04'])('is not of %s', (completedOn) => {
    const store = new MemoryStore();
    expect(store.problem(log({ completedOn }))).toBe('date-far-off');
    const id = store.must(log());
    expect(store.problem({ type: 'activity.edit', id, changes: { completedOn } })).toBe(
      'date-far-off',
    );
  });

  test('may be planned for a day to come', () => {
    const store = new MemoryStore();
    store.must(log({ completedOn: '2027-02-01', claims: [claim('ahima', { state: 'planned' })] }));
  });

  test('is gone once, with its claims and files', () => {
    const store = new MemoryStore();
    const id = store.must(log({ claims: [claim('ahima'), claim('aapc')] }));
    const other = store.must(log({ claims: [claim('ahima')] }));
    store.must(file(id));
    store.must({ type: 'activity.delete', id });
    expect(claimsOf(store, id)).toEqual([]);
    expect(live(store.library.evidence)).toEqual([]);
    expect(claimsOf(store, other)).toHaveLength(1);
    expect(store.problem({ type: 'activity.delete', id })).toBe('not-there');
    expect(store.problem({ type: 'activity.edit', id, changes: {} })).toBe('not-there');
  });
});

describe('claims', () => {
  test('once at a body', () => {
    const store = new MemoryStore();
    expect(store.problem(log({ claims: [claim('ahima'), claim('ahima')] }))).toBe('claim-twice');
    const id = store.must(log());
    const claims = [claim('ahima'), claim('aapc'), claim('ahima')];
    expect(store.problem({ type: 'activity.edit', id, changes: {}, claims })).toBe('claim-twice');
  });

  test('not from before the first credential of the body', () => {
    const store = new MemoryStore();
    const holding = (credential: string, earnedOn: string | null): Command => ({
      type: 'holding.add',
      credential,
      earnedOn,
      note: '',
      cycle: null,
    });
    const claims = [claim('ahima')];
    store.must(holding('ccs', '2026-05-05'));
    expect(store.problem(log({ claims }))).toBe('claim-before-holding');
    store.must(log({ claims: [claim('aapc')] }));
    store.must(log({ completedOn: '2026-05-05', claims }));
    store.must(holding('rhit', '2024-01-01'));
    store.must(log({ claims }));
    expect(store.problem(log({ completedOn: '2023-12-31', claims }))).toBe('claim-before-holding');
    store.must(holding('cca', null));
    store.must(log({ completedOn: '2023-12-31', claims }));
  });

  test('become what an edit says: changed, added, and the rest into the trash', () => {
    const store = new MemoryStore();
    const id = store.must(log({ claims: [claim('ahima'), claim('aapc')] }));
    const [ahima, aapc] = claimsOf(store, id);
    const claims = [claim('aapc', { units: 200 }), claim('acdis')];
    store.must({ type: 'activity.edit', id, changes: {}, claims });
    expect(store.library.claims[ahima!.id]!.deletedAt).toBeDefined();
    expect(store.library.claims[aapc!.id]).toMatchObject({
      units: 200,
      createdAt: aapc!.createdAt,
    });
    expect(claimsOf(store, id).map(({ body }) => body)).toEqual(['aapc', 'acdis']);
  });

  test('at a body of the user’s own are found again too', () => {
    const store = new MemoryStore();
    const mine = log({ claims: [claim('my own body'), claim('ahima')] });
    expect(store.problem(mine)).toBe('not-there');
    store.must({
      type: 'cycle.add',
      ...{ body: 'my own body', start: '2025-01-01', end: '2026-12-31' },
      ...{ openingUnits: 0, openingMarked: {}, note: '' },
    });
    const id = store.must(mine);
    const claims = [claim('ahima')];
    store.must({ type: 'activity.edit', id, changes: {}, claims });
    expect(claimsOf(store, id).map(({ body }) => body)).toEqual(['ahima']);
  });

  test('leave no tombstone behind when they come back after the trash was emptied', () => {
    const store = new MemoryStore();
    const id = store.must(log({ claims: [claim('ahima')] }));
    store.must({ type: 'activity.edit', id, changes: {}, claims: [] });
    store.must({ type: 'trash.purge', before: '2099-01-01T00:00:00.000Z' });
    expect(Object.keys(store.library.tombstones)).toHaveLength(1);
    store.must({ type: 'activity.edit', id, changes: {}, claims: [claim('ahima')] });
    expect(store.library.tombstones).toEqual({});
  });

  test('stay as they are when an edit does not name them', () => {
    const store = new MemoryStore();
    const id = store.must(log({ claims: [claim('ahima')] }));
    const before = claimsOf(store, id);
    store.must({ type: 'activity.edit', id, changes: { hours: 200 } });
    expect(claimsOf(store, id)).toEqual(before);
    expect(store.lines.at(-1)!.patches.map(({ path }) => path[2])).toEqual(['hours', 'updatedAt']);
  });

  test('that an edit repeats word for word are no change', () => {
    const store = new MemoryStore();
    const claims = [claim('ahima', { marks: { 'ahima-source': true } })];
    const id = store.must(log({ claims }));
    const done = store.dispatch({ type: 'activity.edit', id, changes: {}, claims });
    expect(done.ok && done.value.patches).toEqual([]);
  });

  test('go through their states, each step in the history', () => {
    const store = new MemoryStore();
    const history = (command: Command) => {
      const done = store.dispatch(command);
      return done.ok ? done.value.history.map(({ entry }) => [entry['from'], entry['to']]) : null;
    };
    expect(history(log({ claims: [claim('ahima', { state: 'planned' })] }))).toEqual([
      [null, 'planned'],
    ]);
    const { id, activityId } = live(store.library.claims)[0]!;
    expect(history({ type: 'claims.edit', ids: [id], state: 'earned' })).toEqual([
      ['planned', 'earned'],
    ]);
    expect(history({ type: 'claims.edit', ids: [id], state: 'earned' })).toEqual([]);
    const claims = [claim('ahima', { state: 'reported' })];
    const edit = { type: 'activity.edit', id: activityId, changes: {}, claims } as const;
    expect(history(edit)).toEqual([['earned', 'reported']]);
    store.must({ type: 'activity.delete', id: activityId });
    expect(store.problem({ type: 'claims.edit', ids: [id], state: 'accepted' })).toBe('not-there');
  });
});

describe('the cycle that was chosen for a claim', () => {
  function twoCycles() {
    const store = new MemoryStore();
    const first = store.must(cycle('aapc', '2023-06-01', '2025-05-31'));
    const second = store.must(cycle('aapc', '2025-06-01', '2027-05-31'));
    const inMay = (cycleId: string, completedOn = '2025-05-20') =>
      log({ completedOn, claims: [claim('aapc', { cycleId })] });
    return { store, first, second, inMay };
  }

  test('is the one of its day, or the next for the month in which a cycle ends', () => {
    const { store, first, second, inMay } = twoCycles();
    store.must(inMay(first));
    store.must(inMay(second));
    expect(store.problem(inMay(second, '2025-04-30'))).toBe('claim-wrong-cycle');
    expect(store.problem(inMay(first, '2025-06-01'))).toBe('claim-wrong-cycle');
    expect(store.problem(inMay('nobody'))).toBe('not-there');
  });

  test('is not asked again when something else is edited, even if it is gone', () => {
    const { store, second, inMay } = twoCycles();
    const id = store.must(inMay(second));
    store.must({ type: 'cycle.delete', id: second });
    store.must({ type: 'activity.edit', id, changes: { note: 'Slides in the binder' } });
    const claims = [claim('aapc', { cycleId: second, units: 100 })];
    store.must({ type: 'activity.edit', id, changes: {}, claims });
    const moved = { type: 'activity.edit', id, changes: { completedOn: '2025-05-21' } } as const;
    expect(store.problem(moved)).toBe('not-there');
  });
});

describe('a certificate', () => {
  test('belongs to one activity, and says to which', () => {
    const store = new MemoryStore();
    const one = store.must(log());
    const two = store.must(log({ title: 'Root operations' }));
    expect(store.must(file(one))).toBe(`evidence:${'a'.repeat(64)}`);
    const done = store.dispatch(file(two));
    expect(done).toEqual({
      ok: false,
      problem: { code: 'evidence-known', about: { title: 'Sepsis: clinical indicators' } },
    });
    expect(store.problem(file('nobody'))).toBe('not-there');
  });

  test('can be attached elsewhere once it was removed, and that can be undone', () => {
    const store = new MemoryStore();
    const one = store.must(log());
    const two = store.must(log({ title: 'Root operations' }));
    const id = store.must(file(one));
    const { createdAt } = store.library.evidence[id]!;
    store.must({ type: 'evidence.detach', id });
    expect(store.problem({ type: 'evidence.detach', id })).toBe('not-there');
    const removed = store.library.evidence[id];
    store.must(file(two));
    expect(store.library.evidence[id]).toMatchObject({ activityId: two, createdAt });
    expect(store.library.evidence[id]!.deletedAt).toBeUndefined();
    store.must({ type: 'library.undo' });
    expect(store.library.evidence[id]).toEqual({
      ...removed,
      updatedAt: expect.any(String) as string,
    });
  });

  test('leaves no tombstone behind when it comes back after the trash was emptied', () => {
    const store = new MemoryStore();
    const one = store.must(log());
    const id = store.must(file(one));
    store.must({ type: 'evidence.detach', id });
    store.must({ type: 'trash.purge', before: '2099-01-01T00:00:00.000Z' });
    const stone = store.library.tombstones[id];
    expect(stone).toBeDefined();
    store.must(file(one));
    expect(store.library.tombstones[id]).toBeUndefined();
    store.must({ type: 'library.undo' });
    expect(store.library.tombstones[id]).toEqual(stone);
  });
});

describe('words for the note of an activity', () => {
  test('stand after what is there, and undo takes only them away', () => {
    const store = new MemoryStore();
    const id = store.must(log({ note: 'Bring the handout.\n' }));
    store.must({ type: 'activity.add-to-note', id, text: ' “The record …” ' });
    store.must({ type: 'activity.add-to-note', id, text: 'More' });
    expect(store.library.activities[id]!.note).toBe('Bring the handout.\n\n“The record …”\n\nMore');
    store.must({ type: 'library.undo' });
    expect(store.library.activities[id]!.note).toBe('Bring the handout.\n\n“The record …”');
  });

  test('are the note where there was none', () => {
    const store = new MemoryStore();
    const id = store.must(log());
    const done = store.dispatch({ type: 'activity.add-to-note', id, text: 'First' });
    expect(store.library.activities[id]!.note).toBe('First');
    expect(done.ok && done.value.did).toBe(
      'Added words to the note of “Sepsis: clinical indicators”',
    );
  });

  test('are refused where the note is full or the activity gone, and the note stays', () => {
    const store = new MemoryStore();
    const id = store.must(log({ note: 'x'.repeat(19_990) }));
    expect(store.problem({ type: 'activity.add-to-note', id, text: 'y'.repeat(20) })).toBe(
      'text-too-long',
    );
    expect(store.library.activities[id]!.note).toHaveLength(19_990);
    store.must({ type: 'activity.delete', id });
    expect(store.problem({ type: 'activity.add-to-note', id, text: 'y' })).toBe('not-there');
  });
});
