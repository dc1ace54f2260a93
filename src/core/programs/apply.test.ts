import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../library/commands';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';
import { included, isSo, leadsTo, money } from './example.testing';
import { factId, type FactValue } from './schema';

const draft = (fact: string, value: FactValue | null) => ({
  ...{ fact, value, source: 'School’s page', asOf: '2026-11-20', note: '' },
});
function add(...facts: CommandOf<'program.add'>['facts']): CommandOf<'program.add'> {
  return {
    type: 'program.add',
    name: 'Evening certificate',
    provider: 'A school',
    note: '',
    facts,
  };
}
const set = (programId: string, fact: string, value: FactValue | null) => ({
  ...{ type: 'fact.set' as const, programId },
  ...draft(fact, value),
});
const facts = (store: MemoryStore) => live(store.library.facts);

describe('a program', () => {
  test('comes with its first facts in one step, and is undone in one', () => {
    const store = new MemoryStore();
    const id = store.must(add(draft('tuition', money(185_000)), draft('weeks', null)));
    expect(facts(store).map(({ fact, value }) => [fact, value])).toEqual([
      ['tuition', money(185_000)],
      ['weeks', null],
    ]);
    expect(store.library.facts[factId(id, 'tuition')]).toMatchObject({
      programId: id,
      source: 'School’s page',
      asOf: '2026-11-20',
    });
    expect(store.lines).toHaveLength(1);
    store.must({ type: 'library.undo' });
    expect(live(store.library.programs)).toEqual([]);
    expect(facts(store)).toEqual([]);
    store.must({ type: 'library.redo' });
    expect(live(store.library.programs)).toHaveLength(1);
    expect(facts(store)).toHaveLength(2);
  });

  test('of a fact that is there twice takes the last one, and can be undone', () => {
    const store = new MemoryStore();
    store.must(add(draft('tuition', money(100)), draft('tuition', money(200))));
    expect(facts(store).map(({ value }) => value)).toEqual([money(200)]);
    store.must({ type: 'library.undo' });
    expect(facts(store)).toEqual([]);
  });

  test('is not added when one of its facts does not fit', () => {
    expect(new MemoryStore().problem(add(draft('tuition', isSo(true))))).toBe('bad-fact');
  });

  test('needs a name', () => {
    const store = new MemoryStore();
    expect(store.problem({ ...add(), name: '  ' })).toBe('name-empty');
    const id = store.must(add());
    expect(store.problem({ type: 'program.edit', id, changes: { name: ' ' } })).toBe('name-empty');
  });

  test('is edited, and only what differs is changed', () => {
    const store = new MemoryStore();
    const id = store.must(add());
    store.must({ type: 'program.edit', id, changes: { name: 'Day certificate', note: '' } });
    expect(store.library.programs[id]).toMatchObject({
      name: 'Day certificate',
      provider: 'A school',
    });
    expect(store.problem({ type: 'program.edit', id: 'none', changes: {} })).toBe('not-there');
  });

  test('takes its facts into the trash, and only those come back with it that went with it', () => {
    const store = new MemoryStore();
    const id = store.must(add(draft('tuition', money(5)), draft('books', included)));
    const other = store.must(add(draft('tuition', money(7))));
    store.must({ type: 'fact.clear', id: factId(id, 'books') });
    store.must({ type: 'program.delete', id });
    expect(facts(store).map(({ programId }) => programId)).toEqual([other]);
    expect(store.problem({ type: 'program.delete', id })).toBe('not-there');
    expect(store.problem(set(id, 'weeks', null))).toBe('not-there');

    store.must({ type: 'trash.restore', collection: 'programs', id });
    expect(
      facts(store)
        .map(({ id: one }) => one)
        .toSorted(),
    ).toEqual([factId(id, 'tuition'), factId(other, 'tuition')].toSorted());
  });

  test('that was deleted comes back whole by undo', () => {
    const store = new MemoryStore();
    const id = store.must(add(draft('tuition', money(5)), draft('books', included)));
    const before = facts(store).map(({ value }) => value);
    store.must({ type: 'program.delete', id });
    store.must({ type: 'library.undo' });
    expect(live(store.library.programs).map((one) => one.id)).toEqual([id]);
    expect(facts(store).map(({ value }) => value)).toEqual(before);
  });
});

describe('a fact', () => {
  test('set again is the same record with another value', () => {
    const store = new MemoryStore();
    const id = store.must(add(draft('tuition', money(5))));
    const { createdAt } = store.library.facts[factId(id, 'tuition')]!;
    expect(store.must(set(id, 'tuition', null))).toBe(factId(id, 'tuition'));
    expect(facts(store)).toMatchObject([{ createdAt, value: null }]);
    store.must({ type: 'library.undo' });
    expect(facts(store)).toMatchObject([{ createdAt, value: money(5) }]);
  });

  test('can be removed, brought back by undo, and set anew', () => {
    const store = new MemoryStore();
    const id = store.must(add(draft('tuition', money(5))));
    const fact = factId(id, 'tuition');
    store.must({ type: 'fact.clear', id: fact });
    expect(facts(store)).toEqual([]);
    expect(store.problem({ type: 'fact.clear', id: fact })).toBe('not-there');
    store.must({ type: 'library.undo' });
    expect(facts(store)).toMatchObject([{ value: money(5) }]);
    store.must({ type: 'fact.clear', id: fact });
    store.must(set(id, 'tuition', money(9)));
    expect(facts(store)).toMatchObject([{ value: money(9) }]);
  });

  test.each<[string, FactValue]>([
    ['tuition', isSo(true)],
    ['tuition', included],
    ['tuition', { kind: 'count', count: 5 }],
    ['weeks', money(5)],
    ['weeks', { kind: 'text', text: 'twelve' }],
    ['teaches-pcs', { kind: 'choice', choice: 'yes' }],
    ['credential', { kind: 'text', text: 'CCS' }],
    ['credential', leadsTo('ccs', 'none')],
    ['format', { kind: 'choice', choice: 'by post' }],
    ['format', { kind: 'choice', choice: 'pcap' }],
    ['refund', isSo(false)],
    ['price', money(5)],
  ])('%s cannot be %j', (fact, value) => {
    const store = new MemoryStore();
    const id = store.must(add());
    expect(store.problem(set(id, fact, value))).toBe('bad-fact');
  });

  test.each<[string, FactValue | null]>([
    ['tuition', money(0)],
    ['books', included],
    ['weeks', { kind: 'count', count: 1 }],
    ['cases', { kind: 'count', count: 0 }],
    ['credential', leadsTo('ccs', 'cic')],
    ['approval', { kind: 'choice', choice: 'none' }],
    ['refund', null],
  ])('%s can be %j', (fact, value) => {
    const store = new MemoryStore();
    const id = store.must(add());
    store.must(set(id, fact, value));
    expect(facts(store)).toMatchObject([{ fact, value }]);
  });

  test.each(['weeks', 'most-weeks', 'contact-hours'])('%s cannot be none', (fact) => {
    const store = new MemoryStore();
    const none: FactValue = { kind: 'count', count: 0 };
    const id = store.must(add());
    expect(store.problem(set(id, fact, none))).toBe('count-none');
    expect(store.problem(add(draft(fact, none)))).toBe('count-none');
  });

  test('was said on a day that has come', () => {
    const store = new MemoryStore();
    const said = (asOf: string) => ({ ...draft('refund', null), asOf });
    const id = store.must(add(said('2026-11-22')));
    const set = { type: 'fact.set' as const, programId: id };
    expect(store.problem({ ...set, ...said('2026-11-23') })).toBe('as-of-ahead');
    expect(store.problem(add(said('2026-11-23')))).toBe('as-of-ahead');
    store.must({ ...set, ...said('2026-11-22'), value: money(5), fact: 'tuition' });
  });
});
