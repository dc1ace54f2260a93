import { expect, test } from 'vitest';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';
import { mark } from '../notes/example.testing';

const { document, chapter, anchor } = mark();
const card = {
  ...{ type: 'card.add' as const, front: ' What is POA? ', back: 'Present on admission' },
  ...{ tags: ['#poa', 'POA'], source: { document, chapter, anchor } },
};
const cards = (store: MemoryStore) => live(store.library.cards);

test('a card keeps its sides, its tags each once, and where it is from', () => {
  const store = new MemoryStore();
  const id = store.must(card);
  expect(cards(store)).toMatchObject([
    { id, front: 'What is POA?', back: 'Present on admission', tags: ['poa'], source: { anchor } },
  ]);
});

test('it is edited, deleted, and comes back from the trash and by undo', () => {
  const store = new MemoryStore();
  const id = store.must(card);
  store.must({ type: 'card.edit', id, changes: { back: '', tags: ['exam'] } });
  expect(cards(store)).toMatchObject([{ front: 'What is POA?', back: '', tags: ['exam'] }]);
  store.must({ type: 'card.delete', id });
  expect(cards(store)).toEqual([]);
  store.must({ type: 'trash.restore', collection: 'cards', id });
  store.must({ type: 'card.delete', id });
  store.must({ type: 'library.undo' });
  expect(cards(store)).toMatchObject([{ id }]);
});

test('without a question it is no card', () => {
  const store = new MemoryStore();
  expect(store.problem({ ...card, front: '  ' })).toBe('card-empty');
  const id = store.must(card);
  expect(store.problem({ type: 'card.edit', id, changes: { front: '' } })).toBe('card-empty');
  expect(store.problem({ type: 'card.edit', id: 'none', changes: {} })).toBe('not-there');
  expect(cards(store)).toMatchObject([{ front: 'What is POA?' }]);
});
