import { expect, test } from 'vitest';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';

const text = { title: 'Queries that comply', sha256: 'a'.repeat(64), bytes: 120 };
const added = { type: 'document.add' as const, id: 'd-1', file: 'queries.md', ...text };
const documents = (store: MemoryStore) => live(store.library.documents);

test('a text is added once under the id of its folder', () => {
  const store = new MemoryStore();
  store.must(added);
  expect(store.must(added)).toBe('d-1');
  expect(documents(store)).toMatchObject([{ id: 'd-1', file: 'queries.md', ...text }]);
});

test('read again it has another text and keeps its file', () => {
  const store = new MemoryStore();
  store.must(added);
  const next = { title: 'Queries', sha256: 'b'.repeat(64), bytes: 90 };
  store.must({ type: 'document.reread', id: 'd-1', ...next });
  expect(documents(store)).toMatchObject([{ file: 'queries.md', ...next }]);
  expect(store.problem({ type: 'document.reread', id: 'none', ...next })).toBe('not-there');
});

test('deleted it lies in the trash, and comes back', () => {
  const store = new MemoryStore();
  store.must(added);
  store.must({ type: 'document.delete', id: 'd-1' });
  expect(documents(store)).toEqual([]);
  store.must({ type: 'trash.restore', collection: 'documents', id: 'd-1' });
  expect(documents(store)).toMatchObject([{ id: 'd-1' }]);
});

test('a text that was read again is no step of the user, and keeps none from being taken back', () => {
  const store = new MemoryStore();
  store.must(added);
  store.must({ type: 'document.reread', id: 'd-1', ...text, sha256: 'b'.repeat(64), bytes: 90 });
  store.must({ type: 'library.undo' });
  expect(documents(store)).toEqual([]);
  store.must({ type: 'library.redo' });
  expect(documents(store)).toMatchObject([{ id: 'd-1', sha256: 'b'.repeat(64), bytes: 90 }]);
});

test('an undone step can be done again after a text was read again', () => {
  const store = new MemoryStore();
  store.must(added);
  store.must({ type: 'document.delete', id: 'd-1' });
  store.must({ type: 'library.undo' });
  store.must({ type: 'document.reread', id: 'd-1', ...text, sha256: 'c'.repeat(64) });
  store.must({ type: 'library.redo' });
  expect(documents(store)).toEqual([]);
});
