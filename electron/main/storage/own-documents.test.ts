import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { faultyFs } from '../../../tests/fault/support/faulty-fs';
import {
  contentsOf,
  openStore,
  rig,
  tempFolder,
  testTimers,
} from '../../../tests/fault/support/rig';
import { mostDocumentBytes } from '../../../src/core/guide/document-limits';
import type { DocumentTarget, Edition } from '../../../src/core/ipc';
import { live } from '../../../src/core/library/live';
import { Backups } from './backups';
import { nodeFs } from './disk';
import { DocumentFiles } from './document-files';
import { openLibrary } from './store';
import type { LibraryStore } from './types';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function add(
  store: LibraryStore,
  text: string,
  name = 'Queries.md',
  target: DocumentTarget = { as: 'ask' },
) {
  const added = await store.documents.add(name, bytesOf(text), target);
  if (!added.ok) throw new Error(added.problem.code);
  return added.value;
}

/** A store with one text in it, and what it tells. */
async function opened(text = 'one') {
  const folder = tempFolder();
  const run = await openStore(folder);
  const { id } = await add(run.store, text);
  const path = join(folder, 'documents', id, 'Queries.md');
  const told: string[] = [];
  run.store.onProblem(({ code }) => told.push(code));
  return { ...run, folder, id, path, told };
}

async function textOf(store: LibraryStore, id: string, which: Edition = 'now') {
  const read = await store.documents.text(id, which);
  return read.ok ? read.value.text : read.problem.code;
}

describe('a text that is added', () => {
  it('is a copy in a folder of its own, for its owner alone, and called by its heading', async () => {
    const { store, id, path } = await opened('\ufeff# Queries that comply\n');
    const record = store.library.documents[id];
    expect(record).toMatchObject({ file: 'Queries.md', title: 'Queries that comply', bytes: 25 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    // As it came, and read without its mark.
    expect(readFileSync(path, 'utf8')).toBe('\ufeff# Queries that comply\n');
    expect(await store.documents.text(id, 'now')).toEqual({
      ok: true,
      value: { text: '# Queries that comply\n', sha256: record?.sha256 },
    });
    expect(await textOf(store, id, 'previous')).toBe('document-previous-missing');
    expect(await store.documents.path(id)).toEqual({ ok: true, value: path });
  });

  it.each([
    ['a picture', 'scan.png', bytesOf('x'), 'document-kind'],
    ['Latin-1', 'a.md', Buffer.from([0x5a, 0x6f, 0xeb]), 'document-kind'],
    ['UTF-16', 'a.txt', Buffer.from('Text', 'utf16le'), 'document-kind'],
    ['more than 10 MB', 'a.md', Buffer.alloc(mostDocumentBytes + 1, 'a'), 'document-size'],
  ])('%s is refused and leaves nothing', async (_, name, bytes, code) => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    expect(await store.documents.add(name, bytes, { as: 'ask' })).toMatchObject({
      problem: { code, about: { name } },
    });
    expect(readdirSync(folder)).not.toContain('documents');
  });

  it('may be as large as is allowed, and empty', async () => {
    const { store } = await openStore(tempFolder());
    const large = await store.documents.add('a.md', Buffer.alloc(mostDocumentBytes, 'a'), {
      as: 'ask',
    });
    expect(large).toMatchObject({ value: { kind: 'added' } });
    expect(await add(store, '', 'empty.md')).toMatchObject({ kind: 'added' });
  });
});

describe('a name that is known', () => {
  it('asks, and nothing is written until it is answered', async () => {
    const { store, folder, id } = await opened();
    const before = contentsOf(folder);
    const known = { kind: 'known', id, title: 'Queries' };
    expect(await add(store, 'two', 'QUERIES.md')).toEqual(known);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('is the same text if it is byte for byte what is there now', async () => {
    const { store, id, path } = await opened();
    expect(await add(store, 'one')).toEqual({ kind: 'same', id });
    writeFileSync(path, 'edited');
    expect(await add(store, 'edited')).toEqual({ kind: 'same', id });
  });

  it('can be another document', async () => {
    const { store, id } = await opened();
    const other = await add(store, 'one', 'Queries.md', { as: 'another' });
    expect(other.kind).toBe('added');
    expect(other.id).not.toBe(id);
    // Of two that are known, the one that is told is the one that is the same.
    await add(store, 'three', 'Queries.md', { as: 'new-version', id: other.id });
    expect(await add(store, 'one')).toEqual({ kind: 'same', id });
  });

  it('can be a new version, and the text before is kept', async () => {
    const { store, id, path } = await opened();
    const target = { as: 'new-version', id } as const;
    expect(await add(store, '# Two', 'Other name.txt', target)).toEqual({ kind: 'replaced', id });
    expect(store.library.documents[id]).toMatchObject({ file: 'Queries.md', title: 'Two' });
    expect(readFileSync(path, 'utf8')).toBe('# Two');
    expect([await textOf(store, id), await textOf(store, id, 'previous')]).toEqual([
      '# Two',
      'one',
    ]);
    expect(await add(store, '# Two', 'Queries.md', target)).toEqual({ kind: 'same', id });
  });

  it('a new version comes after what another program wrote meanwhile', async () => {
    const { store, id, path } = await opened();
    writeFileSync(path, 'edited');
    await add(store, 'two', 'Queries.md', { as: 'new-version', id });
    expect(await textOf(store, id, 'previous')).toBe('edited');
  });

  it('in the trash is known no more, nor can it get a new version', async () => {
    const { store, id } = await opened();
    await store.dispatch({ type: 'document.delete', id });
    const target = { as: 'new-version', id } as const;
    expect(await store.documents.add('Queries.md', bytesOf('two'), target)).toMatchObject({
      problem: { code: 'not-there' },
    });
    expect(await add(store, 'one')).toMatchObject({ kind: 'added' });
    expect(await textOf(store, id)).toBe('not-there');
    await store.dispatch({ type: 'trash.restore', collection: 'documents', id });
    expect(await textOf(store, id)).toBe('one');
  });
});

describe('a file that another program changed', () => {
  const inPlace = (path: string, text: string) => writeFileSync(path, text);
  const byRename = (path: string, text: string) => {
    writeFileSync(`${path}~`, text);
    renameSync(`${path}~`, path);
  };

  it.each([
    ['in place', inPlace],
    ['by a rename', byRename],
  ])('%s is read again, and what was read before is kept', async (_, write) => {
    const { store, id, path } = await opened();
    write(path, '# Edited');
    const changes: string[] = [];
    store.onChange(({ did, undoable }) => changes.push(`${did} ${undoable}`));
    expect(await store.documents.look(id)).toBe('settled');
    expect(changes).toEqual(['Read “Edited” again false']);
    expect(store.library.documents[id]).toMatchObject({ title: 'Edited', bytes: 8 });
    expect(await textOf(store, id, 'previous')).toBe('one');
    write(path, 'again');
    expect(await textOf(store, id)).toBe('again');
    expect(await textOf(store, id, 'previous')).toBe('# Edited');
    await store.documents.look(id);
    expect(changes).toHaveLength(2);
  });

  it('while the program did not run is found at the next look', async () => {
    const { store, folder, id, path } = await opened();
    await store.close();
    writeFileSync(path, 'edited');
    const again = await openStore(folder);
    await again.store.documents.look(id);
    expect(await textOf(again.store, id, 'previous')).toBe('one');
  });

  it('that is gone is said to be missing, and read again when it is back', async () => {
    const { store, id, path } = await opened();
    renameSync(path, `${path}~`);
    expect(await store.documents.look(id)).toBe('settled');
    expect(await textOf(store, id)).toBe('document-missing');
    expect(await store.documents.path(id)).toMatchObject({ problem: { code: 'document-missing' } });
    expect(live(store.library.documents)).toHaveLength(1);
    renameSync(`${path}~`, path);
    expect(await textOf(store, id)).toBe('one');
    rmSync(path);
    await add(store, 'one', 'Queries.md', { as: 'new-version', id });
    expect(await textOf(store, id)).toBe('one');
  });

  it.each([
    ['no text yet', Buffer.from([0xe2, 0x82]), 'document-kind'],
    ['more than 10 MB', Buffer.alloc(mostDocumentBytes + 1, 'a'), 'document-size'],
  ])('into %s keeps the old text, told once', async (_, bytes, code) => {
    const { store, id, path, told } = await opened();
    writeFileSync(path, bytes);
    // It may be half written, so the first look says nothing.
    expect(await store.documents.look(id)).toBe('again');
    expect(told).toEqual([]);
    expect(await store.documents.look(id)).toBe('settled');
    expect(await store.documents.look(id)).toBe('settled');
    expect(told).toEqual([code]);
    expect(await textOf(store, id)).toBe('one');
    writeFileSync(path, 'whole');
    expect(await store.documents.look(id)).toBe('settled');
    expect(await textOf(store, id)).toBe('whole');
    expect(await textOf(store, id, 'previous')).toBe('one');
    expect(told).toEqual([code]);
  });

  it('and is still being written is waited for', async () => {
    const folder = tempFolder();
    const run = await openStore(folder);
    const { id } = await add(run.store, 'one');
    const path = join(folder, 'documents', id, 'Queries.md');
    const parts = ['', 'ha', 'half', 'half and half'];
    writeFileSync(path, parts.shift() ?? '');
    run.timers.wait = () => {
      const next = parts.shift();
      if (next !== undefined) writeFileSync(path, next);
      return Promise.resolve();
    };
    const revision = run.store.revision;
    expect(await textOf(run.store, id)).toBe('half and half');
    expect(run.store.revision).toBe(revision + 1);
    expect(await textOf(run.store, id, 'previous')).toBe('one');
  });

  it('is a link by now, which is not followed', async () => {
    const { store, folder, id, path } = await opened();
    writeFileSync(join(folder, 'secret.md'), 'secret');
    rmSync(path);
    symlinkSync(join(folder, 'secret.md'), path);
    expect(await textOf(store, id)).toBe('document-missing');
    rmSync(join(path, '..'), { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere', 'Queries.md'), 'secret');
    symlinkSync(join(folder, 'elsewhere'), join(path, '..'));
    expect(await textOf(store, id)).toBe('document-missing');
    expect(await textOf(store, id, 'previous')).toBe('document-previous-missing');
  });

  it('is not read by a record that names another place', async () => {
    const { store, folder } = await opened();
    writeFileSync(join(folder, 'outside.md'), 'secret');
    for (const [id, file] of [
      ['..', 'outside.md'],
      ['../documents/x', '../../outside.md'],
      ['00000000-0000-4000-8000-00000000ffff', '../../outside.md'],
    ] as const) {
      const text = { title: 'x', sha256: 'a'.repeat(64), bytes: 6 };
      await store.dispatch({ type: 'document.add', id, file, ...text });
      expect(await textOf(store, id)).toBe('document-missing');
      expect(await store.documents.path(id)).toMatchObject({ ok: false });
      const target = { as: 'new-version', id } as const;
      expect(await store.documents.add('a.md', bytesOf('mine'), target)).toMatchObject({
        ok: false,
      });
    }
    expect(readFileSync(join(folder, 'outside.md'), 'utf8')).toBe('secret');
  });
});

describe('a library that cannot be written to', () => {
  it('shows the text as it is, notes nothing and refuses a new one', async () => {
    const { store, folder, id, path } = await opened();
    writeFileSync(path, 'edited');
    const reader = await openStore(folder);
    expect(reader.store.write.canWrite).toBe(false);
    const before = contentsOf(folder);
    expect(await textOf(reader.store, id)).toBe('edited');
    expect(await reader.store.documents.look(id)).toBe('settled');
    const added = await reader.store.documents.add('New.md', bytesOf('new'), { as: 'ask' });
    expect(added).toMatchObject({ problem: { code: 'read-only-locked' } });
    expect(contentsOf(folder)).toEqual(before);
    expect(store.library.documents[id]?.bytes).toBe(3);
  });

  it('for want of room shows the text, says so once, and notes it later', async () => {
    const folder = tempFolder();
    const mood = { isFull: false };
    const fs = faultyFs(({ name }) =>
      mood.isFull && (name === 'writeFile' || name === 'write') ? 'ENOSPC' : 'works',
    );
    const { store } = await openStore(folder, { fs });
    const { id } = await add(store, 'one');
    const told: string[] = [];
    store.onProblem(({ code }) => told.push(code));
    writeFileSync(join(folder, 'documents', id, 'Queries.md'), 'edited');
    mood.isFull = true;
    expect(await textOf(store, id)).toBe('edited');
    await store.documents.look(id);
    expect(told).toEqual(['disk-full']);
    const more = await store.documents.add('More.md', bytesOf('more'), { as: 'ask' });
    expect(more).toMatchObject({ problem: { code: 'disk-full' } });
    expect(readdirSync(join(folder, 'documents'))).toEqual([id]);
    mood.isFull = false;
    await store.documents.look(id);
    expect(store.library.documents[id]?.bytes).toBe(6);
    expect(await textOf(store, id, 'previous')).toBe('one');
  });
});

describe('a text that nothing names', () => {
  const day = 86_400_000;
  const folders = (folder: string) => readdirSync(join(folder, 'documents')).sort();

  it('is swept, but not while a record, the undo list or a kept backup names it', async () => {
    const { store, folder, clock, id } = await opened();
    const { id: trashed } = await add(store, 'two', 'Trashed.md');
    await store.dispatch({ type: 'document.delete', id: trashed });
    await store.backUp('asked');
    const stray = '00000000-0000-4000-8000-0000000000ff';
    mkdirSync(join(folder, 'documents', stray));
    mkdirSync(join(folder, 'documents', 'not ours'));
    for (const name of ['Stray.md', 'previous.md', '.last-read.md']) {
      writeFileSync(join(folder, 'documents', stray, name), 'stray');
    }
    await store.daily();
    expect(folders(folder)).toEqual([id, trashed, 'not ours'].sort());
    // Purged, it is still named by the backups.
    clock.advance(31 * day);
    await store.daily();
    expect(store.library.documents[trashed]).toBeUndefined();
    await store.close();
    const again = await openStore(folder, { clock });
    await again.store.daily();
    expect(folders(folder)).toEqual([id, trashed, 'not ours'].sort());
    for (const { name } of await again.store.backups()) rmSync(join(folder, 'backups', name));
    // So many changes that no line can be undone that names it.
    for (let index = 0; index < 450; index++) {
      const changes = { theme: index % 2 ? ('dark' as const) : ('light' as const) };
      await again.store.dispatch({ type: 'settings.change', changes });
    }
    await again.store.flush();
    await again.store.daily();
    expect(folders(folder)).toEqual([id, 'not ours'].sort());
    expect(await textOf(again.store, id)).toBe('one');
  });

  it('whose record is on its way stays', async () => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    const files = new DocumentFiles({ fs: nodeFs, timers: testTimers() }, folder);
    const id = '00000000-0000-4000-8000-0000000000aa';
    await files.add({ id, file: 'a.md' }, { bytes: bytesOf('a'), sha256: 'a'.repeat(64) });
    expect(await files.unnamed(() => false)).toEqual([]);
    expect(folders(folder)).toEqual([id]);
    // Another program's, for which it is not on its way.
    await store.daily();
    expect(folders(folder)).toEqual([]);
  });

  it('keeps what somebody put beside it', async () => {
    const { store, folder } = await opened();
    const stray = join(folder, 'documents', '00000000-0000-4000-8000-0000000000ff');
    mkdirSync(stray);
    writeFileSync(join(stray, 'Stray.md'), 'stray');
    writeFileSync(join(stray, 'drawing.png'), 'mine');
    symlinkSync(folder, join(stray, 'link'));
    await store.daily();
    expect(readdirSync(stray).sort()).toEqual(['drawing.png', 'link']);
    expect(readdirSync(folder)).toContain('library.json');
  });

  it('and what is half-written goes with the daily look', async () => {
    const { store, path } = await opened();
    const half = join(path, '..', '.Queries.md.00000000-0000-4000-8000-0000000000ff.tmp');
    writeFileSync(half, 'ha');
    await store.daily();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['.last-read.md', 'Queries.md']);
  });
});

describe('a backup', () => {
  it('names the texts; restored, it reads those that are there and misses those that are not', async () => {
    const { store, folder, id, path } = await opened();
    const { id: lost } = await add(store, 'two', 'Lost.md');
    const sha256 = store.library.documents[id]?.sha256;
    const made = await store.backUp('asked');
    if (!made.ok) throw new Error(made.problem.code);
    const bytes = readFileSync(join(folder, 'backups', made.value.name));
    expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({
      documents: [{ id, file: 'Queries.md', sha256 }, { id: lost }],
    });
    await add(store, 'later', 'Queries.md', { as: 'new-version', id });
    rmSync(join(folder, 'documents', lost), { recursive: true });
    expect(await store.restore(made.value.name)).toEqual({
      ok: true,
      value: [{ code: 'undo-ended' }, { code: 'document-missing', about: { title: 'Lost' } }],
    });
    expect(store.library.documents[id]?.sha256).toBe(sha256);
    await store.documents.look(id);
    expect(store.library.documents[id]?.bytes).toBe(5);
    expect([await textOf(store, id), await textOf(store, id, 'previous')]).toEqual([
      'later',
      'one',
    ]);
    expect(readFileSync(path, 'utf8')).toBe('later');
  });

  it('of before there were texts is read as naming none', async () => {
    const { store, folder } = await opened();
    const made = await store.backUp('asked');
    if (!made.ok) throw new Error(made.problem.code);
    const path = join(folder, 'backups', made.value.name);
    const { documents: _, ...old } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as {
      documents: unknown;
    };
    writeFileSync(path, gzipSync(JSON.stringify(old)));
    expect(
      (await new Backups({ fs: nodeFs, timers: testTimers() }, folder).read(made.value.name))
        .documents,
    ).toEqual([]);
  });
});

it('a folder with texts and no library is not taken for a new one', async () => {
  const { folder, store } = await opened();
  await store.close();
  for (const name of readdirSync(folder)) {
    if (name !== 'documents') rmSync(join(folder, name), { recursive: true });
  }
  expect(await openLibrary(rig(folder).options)).toMatchObject({
    kind: 'recovery',
    problem: { code: 'library-missing' },
  });
});

it('texts are moved with their library', async () => {
  const { store, id, path } = await opened();
  writeFileSync(path, 'edited');
  await store.documents.look(id);
  const to = join(tempFolder(), 'new');
  expect(await store.move(to)).toMatchObject({ ok: true });
  const moved = await openStore(to);
  expect(await textOf(moved.store, id)).toBe('edited');
  expect(await textOf(moved.store, id, 'previous')).toBe('one');
  writeFileSync(join(to, 'documents', id, 'Queries.md'), 'and again');
  expect(await textOf(moved.store, id)).toBe('and again');
  expect(await textOf(moved.store, id, 'previous')).toBe('edited');
});
