import { describe, expect, test } from 'vitest';
import { nameOf } from '../library/record-names';
import { LibraryDraft } from '../library/draft';
import { live } from '../library/schema';
import { MemoryStore } from '../library/store.testing';
import { cardOf } from '../study/example.testing';
import { highlightOf, mark } from './example.testing';
import { bookmarkId } from './schema';

const highlights = (store: MemoryStore) => live(store.library.highlights);
const bookmarks = (store: MemoryStore) => live(store.library.bookmarks);
const bookmark = {
  ...{ type: 'bookmark.add' as const, document: 'guide', chapter: 'the-role' },
  ...{ section: 'the-job', title: 'What the job is' },
};

describe('a highlight', () => {
  test('keeps its passage, and its tags each once and without their sign', () => {
    const store = new MemoryStore();
    const id = store.must(mark('is coded', { note: 'Why?', tags: ['#PCS', ' pcs ', '#', 'exam'] }));
    expect(highlights(store)).toMatchObject([
      { id, anchor: mark().anchor, kind: 'key', note: 'Why?', tags: ['PCS', 'exam'] },
    ]);
  });

  test('is edited, and only what differs is changed', () => {
    const store = new MemoryStore();
    const id = store.must(mark('is coded', { note: 'Why?' }));
    const done = store.dispatch({
      ...{ type: 'highlight.edit', id },
      changes: { kind: 'exam', note: 'Why?', tags: ['#drg'] },
    });
    expect(highlights(store)).toMatchObject([{ kind: 'exam', note: 'Why?', tags: ['drg'] }]);
    expect(done.ok && done.value.patches.map(({ path }) => path[2])).toEqual(
      expect.not.arrayContaining(['note', 'anchor']),
    );
    expect(store.problem({ type: 'highlight.edit', id: 'none', changes: {} })).toBe('not-there');
  });

  test('goes into the trash, and comes back from there and by undo', () => {
    const store = new MemoryStore();
    const id = store.must(mark());
    store.must({ type: 'highlight.delete', id });
    expect(highlights(store)).toEqual([]);
    expect(store.problem({ type: 'highlight.delete', id })).toBe('not-there');
    store.must({ type: 'trash.restore', collection: 'highlights', id });
    expect(highlights(store)).toHaveLength(1);
    store.must({ type: 'highlight.delete', id });
    store.must({ type: 'library.undo' });
    expect(highlights(store)).toMatchObject([{ id, kind: 'key' }]);
  });

  test('that is added can be undone and redone', () => {
    const store = new MemoryStore();
    store.must(mark());
    store.must({ type: 'library.undo' });
    expect(highlights(store)).toEqual([]);
    store.must({ type: 'library.redo' });
    expect(highlights(store)).toMatchObject([mark().anchor].map((anchor) => ({ anchor })));
  });

  test('is named by the beginning of its passage, cut where a word ends', () => {
    const store = new MemoryStore();
    const quote =
      'The principal diagnosis is established after study, and not before the discharge.';
    const done = store.dispatch(mark(quote));
    expect(done.ok && done.value.did).toBe(
      'Highlighted “The principal diagnosis is established after …”',
    );
    const id = done.ok ? (done.value.id ?? '') : '';
    expect(nameOf(new LibraryDraft(store.library), ['highlights', id])).toBe(
      'the highlight of “The principal diagnosis is established after …”',
    );
    const gone = store.dispatch({ type: 'highlight.delete', id });
    expect(gone.ok && gone.value.did).toBe(
      'Deleted the highlight of “The principal diagnosis is established after …”',
    );
  });
});

describe('a bookmark', () => {
  test('is one for a section, however often it is set', () => {
    const store = new MemoryStore();
    expect(store.must(bookmark)).toBe(bookmarkId('guide', 'the-job'));
    store.must(bookmark);
    expect(bookmarks(store)).toMatchObject([{ section: 'the-job', title: 'What the job is' }]);
    expect(store.lines).toHaveLength(1);
  });

  test('is taken away, set again, and each step undone', () => {
    const store = new MemoryStore();
    const id = store.must(bookmark);
    store.must({ type: 'bookmark.delete', id });
    expect(bookmarks(store)).toEqual([]);
    store.must(bookmark);
    expect(bookmarks(store)).toHaveLength(1);
    store.must({ type: 'library.undo' });
    expect(bookmarks(store)).toEqual([]);
    store.must({ type: 'library.undo' });
    expect(bookmarks(store)).toHaveLength(1);
    store.must({ type: 'library.redo' });
    expect(store.problem({ type: 'bookmark.delete', id })).toBe('not-there');
  });
});

describe('an import', () => {
  const own = { ...highlightOf('mine', { kind: 'exam' }) };
  const at = '2026-11-20T15:00:00.000Z';
  const set = {
    ...{ id: 'x', createdAt: at, updatedAt: at, document: 'guide', chapter: 'the-role' },
    ...{ section: 'the-job', title: 'What the job is' },
  };

  test('brings what is not there, with the day on which it was marked, in one step', () => {
    const store = new MemoryStore();
    store.must({
      ...{
        type: 'notes.import',
        highlights: [own, highlightOf('other')],
        bookmarks: [set],
        cards: [],
      },
    });
    expect(highlights(store)).toMatchObject([
      { id: 'mine', kind: 'exam', createdAt: at },
      { id: 'other' },
    ]);
    expect(bookmarks(store)).toMatchObject([{ id: bookmarkId('guide', 'the-job') }]);
    expect(store.lines).toHaveLength(1);
    store.must({ type: 'library.undo' });
    expect([...highlights(store), ...bookmarks(store)]).toEqual([]);
  });

  test('the second time changes nothing, and leaves what was edited since', () => {
    const store = new MemoryStore();
    const file = {
      type: 'notes.import' as const,
      highlights: [own, own],
      bookmarks: [set, set],
      cards: [],
    };
    store.must(file);
    store.must({ type: 'highlight.edit', id: 'mine', changes: { note: 'Since' } });
    const lines = store.lines.length;
    store.must(file);
    expect(store.lines).toHaveLength(lines);
    expect(highlights(store)).toMatchObject([{ note: 'Since' }]);
  });

  test('brings back what was deleted, by undo it is deleted again', () => {
    const store = new MemoryStore();
    const file = { type: 'notes.import' as const, highlights: [own], bookmarks: [], cards: [] };
    store.must(file);
    store.must({ type: 'highlight.delete', id: 'mine' });
    store.must(file);
    expect(highlights(store)).toHaveLength(1);
    store.must({ type: 'library.undo' });
    expect(highlights(store)).toEqual([]);
  });

  test('deletes nothing, also not what the file has as deleted', () => {
    const store = new MemoryStore();
    store.must({ type: 'notes.import', highlights: [own], bookmarks: [], cards: [] });
    const deleted = { ...own, deletedAt: at };
    store.must({
      ...{ type: 'notes.import', bookmarks: [], cards: [] },
      highlights: [deleted, { ...highlightOf('gone'), deletedAt: at }],
    });
    expect(highlights(store).map(({ id }) => id)).toEqual(['mine']);
  });

  test('brings cards, each once, as they were, and leaves those that are there', () => {
    const store = new MemoryStore();
    const cards = [cardOf('one', { tags: ['exam'] }), cardOf('one'), cardOf('two')];
    const gone = { ...cardOf('gone'), deletedAt: at };
    const file = { type: 'notes.import' as const, highlights: [], bookmarks: [] };
    store.must({ ...file, cards: [...cards, gone] });
    const there = () => live(store.library.cards).map(({ id }) => id);
    expect(there()).toEqual(['one', 'two']);
    expect(store.library.cards['two']).toMatchObject({ createdAt: cardOf('two').createdAt });
    store.must({ type: 'card.edit', id: 'one', changes: { back: 'Mine' } });
    store.must({ type: 'card.delete', id: 'two' });
    store.must({ ...file, cards });
    expect(there()).toEqual(['one', 'two']);
    expect(store.library.cards['one']!.back).toBe('Mine');
    store.must({ type: 'library.undo' });
    expect(there()).toEqual(['one']);
  });
});
