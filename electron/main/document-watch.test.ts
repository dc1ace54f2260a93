import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, tempFolder } from '../../tests/fault/support/rig';
import { DocumentWatch, type Watch } from './document-watch';
import type { LibraryStore } from './storage/types';

const log = { warn: vi.fn() };
const tellBug = (error: unknown) => {
  throw error;
};

interface Watched {
  heard: (name: string | null) => void;
  failed: (error: unknown) => void;
}

/** A store with so many texts, and the folders that are watched just now. */
function setUp(...ids: string[]) {
  const looked: string[] = [];
  const answers: ('settled' | 'again')[] = [];
  const records = Object.fromEntries(ids.map((id) => [id, { id }]));
  const look = (id: string) => {
    looked.push(id);
    return Promise.resolve(answers.shift() ?? 'settled');
  };
  const library = { documents: records as Record<string, { id: string; deletedAt?: string }> };
  const store = { folder: '/data', library, documents: { look } } as unknown as LibraryStore;
  const watched = new Map<string, Watched>();
  const absent = new Set<string>();
  const watch: Watch = (folder, heard, failed) => {
    const name = folder.replace('/data/documents', '') || '/';
    if (absent.has(name)) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    watched.set(name, { heard, failed });
    return () => watched.delete(name);
  };
  const documents = new DocumentWatch({ log, tellBug, watch });
  return { documents, store, library, looked, answers, watched, absent };
}

describe('what is heard of', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('each text is watched and looked at once, and again when something happens in its folder', async () => {
    const { documents, store, looked, watched } = setUp('a', 'b');
    documents.heed(store);
    documents.heed(store);
    await vi.runAllTimersAsync();
    expect([...watched.keys()].sort()).toEqual(['/', '/a', '/b']);
    expect(looked).toEqual(['a', 'b']);
    // An editor’s burst is one change.
    for (let event = 0; event < 5; event++) watched.get('/a')?.heard('x');
    await vi.runAllTimersAsync();
    expect(looked).toEqual(['a', 'b', 'a']);
  });

  test('none is watched where there are none, or in the trash, or in a library that was left', async () => {
    const { documents, store, library, watched, looked } = setUp('a');
    library.documents = {};
    documents.heed(store);
    expect(watched.size).toBe(0);
    library.documents = { a: { id: 'a' }, b: { id: 'b' } };
    documents.heed(store);
    library.documents['a'] = { id: 'a', deletedAt: '2026-11-22T12:00:00.000Z' };
    documents.heed(store);
    expect([...watched.keys()].sort()).toEqual(['/', '/b']);
    documents.heed(null);
    expect(watched.size).toBe(0);
    await vi.runAllTimersAsync();
    expect(looked).toEqual([]);
  });

  test('one that is being written is looked at again, later', async () => {
    const { documents, store, looked, answers } = setUp('a');
    answers.push('again', 'again');
    documents.heed(store);
    await vi.advanceTimersByTimeAsync(1000);
    expect(looked).toHaveLength(1);
    await vi.runAllTimersAsync();
    expect(looked).toHaveLength(3);
  });

  test('a folder that vanishes and is back is watched again', async () => {
    const { documents, store, looked, watched, absent } = setUp('a', 'b');
    documents.heed(store);
    await vi.runAllTimersAsync();
    absent.add('/a');
    watched.get('/')?.heard('a');
    expect([...watched.keys()].sort()).toEqual(['/', '/b']);
    absent.delete('/a');
    watched.get('/')?.heard('a');
    expect([...watched.keys()].sort()).toEqual(['/', '/a', '/b']);
    await vi.runAllTimersAsync();
    expect(looked).toEqual(['a', 'b', 'a']);
  });

  test('also when all of them were gone, at the next look', async () => {
    const { documents, store, looked, watched, absent } = setUp('a');
    documents.heed(store);
    await vi.runAllTimersAsync();
    absent.add('/').add('/a');
    watched.get('/')?.heard('documents');
    documents.lookAll();
    expect(watched.has('/')).toBe(false);
    absent.clear();
    documents.lookAll();
    expect([...watched.keys()].sort()).toEqual(['/', '/a']);
    await vi.runAllTimersAsync();
    expect(looked).toEqual(['a', 'a']);
  });

  test('where nothing can be watched, looking finds it', async () => {
    const { documents, store, looked, watched, absent } = setUp('a');
    absent.add('/').add('/a');
    documents.heed(store);
    await vi.runAllTimersAsync();
    expect(watched.size).toBe(0);
    documents.lookAll();
    await vi.runAllTimersAsync();
    expect(looked).toEqual(['a', 'a']);
  });

  test('a watch that fails is told in the log and set up again', () => {
    const { documents, store, watched } = setUp('a');
    documents.heed(store);
    watched.get('/a')?.failed(Object.assign(new Error('x'), { code: 'EPERM' }));
    expect(watched.has('/a')).toBe(false);
    expect(log.warn).toHaveBeenCalledWith('a folder is watched no more', { code: 'EPERM' });
    documents.heed(store);
    expect(watched.has('/a')).toBe(true);
  });
});

describe('on a real disk', () => {
  const ends: (() => void)[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end()));

  test.each([
    ['in place', (path: string, text: string) => writeFileSync(path, text)],
    [
      'by a rename',
      (path: string, text: string) => {
        writeFileSync(`${path}.new`, text);
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'after it was gone with its folder',
      (path: string, text: string) => {
        rmSync(join(path, '..'), { recursive: true });
        mkdirSync(join(path, '..'));
        writeFileSync(path, text);
      },
    ],
  ])('what another program writes %s is read', async (_, write) => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    const added = await store.documents.add('a.md', Buffer.from('one'), { as: 'ask' });
    if (!added.ok) throw new Error(added.problem.code);
    const { id } = added.value;
    const documents = new DocumentWatch({ log, tellBug });
    ends.push(() => documents.stop());
    documents.heed(store);
    for (const text of ['# Two', '# Three', '# Four']) {
      write(join(folder, 'documents', id, 'a.md'), text);
      await vi.waitFor(
        () => expect(store.library.documents[id]?.title).toBe(text.replace('# ', '')),
        { timeout: 20_000 },
      );
    }
  });
});
