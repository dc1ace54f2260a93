import { expect, test } from 'vitest';
import { MemoryStore } from '../library/store.testing';
import type { FactValue } from '../programs/schema';
import { reference } from '../reference';
import { deadlinesOfPrograms } from './of-programs';

const day = (text: string): FactValue => ({ kind: 'day', day: text });
const fact = (id: string, value: FactValue | null, source = 'The school’s page') => ({
  ...{ fact: id, value, source, asOf: '2026-11-20', note: '' },
});

test('a day that was noted of a program is a date, with who said it; unknown stays unknown', () => {
  const store = new MemoryStore();
  const program = { name: 'Evening certificate', provider: 'A school', note: '' };
  const facts = [
    fact('starts', day('2027-01-11')),
    fact('application-closes', day('2026-12-15'), ''),
    fact('refund-until', null),
    fact('weeks', { kind: 'count', count: 12 }),
  ];
  const id = store.must({ type: 'program.add', ...program, facts });
  const found = () => deadlinesOfPrograms(store.library, reference());
  expect(found()).toMatchObject([
    {
      id: `program:fact:${id}:starts`,
      ...{ kind: 'program', date: '2027-01-11', open: { screen: 'programs', id } },
      title: 'Evening certificate: the course starts',
      detail: 'A school · The school’s page, as of Nov 20, 2026',
    },
    { date: '2026-12-15', detail: 'A school · no source noted, as of Nov 20, 2026' },
  ]);
  const mark = { due: '2027-01-11', lead: 7, state: 'seen', until: null } as const;
  const seen = store.dispatch({
    ...{ type: 'occurrence.mark', deadline: `program:fact:${id}:starts` },
    ...mark,
  });
  expect(seen.ok && seen.value.did).toBe('Seen: Starts, “Evening certificate”');
  store.must({ type: 'program.delete', id });
  expect(found()).toEqual([]);
  store.must({ type: 'library.undo' });
  expect(found()).toHaveLength(2);
});

test('a year that can only be a typing error is refused, and so is text for a day', () => {
  const store = new MemoryStore();
  const id = store.must({ type: 'program.add', name: 'P', provider: '', note: '', facts: [] });
  const set = (value: FactValue) =>
    store.dispatch({ type: 'fact.set', programId: id, ...fact('starts', value) });
  expect(set(day('2062-01-11'))).toMatchObject({ ok: false, problem: { code: 'date-far-off' } });
  expect(set({ kind: 'text', text: 'soon' })).toMatchObject({ problem: { code: 'bad-fact' } });
});
