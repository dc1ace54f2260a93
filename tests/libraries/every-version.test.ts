import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLibrary } from '../../src/core/library/migrations';
import { live, schemaVersion } from '../../src/core/library/schema';
import { contentsOf, openStore } from '../fault/support/rig';
import { copyOf, frozen, snapshotText, versions } from './frozen.testing';

test('each version before this one has its frozen library', () => {
  expect(versions).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1));
});

describe.each(versions)('a library of version %d', (version) => {
  test('opens as one of the present version, with its certificate and the history of its claims', async () => {
    const { store, notices } = await openStore(copyOf(version));
    expect(parseLibrary(store.library)).toEqual(store.library);
    expect(notices).toEqual(['undo-ended']);
    const [file] = live(store.library.evidence);
    expect(await store.evidencePath(file!.id)).toMatchObject({ ok: true });
    expect(await store.history('claims')).not.toEqual([]);
    await store.close();
  });

  test('is backed up first, and goes back to what it was by restoring that', async () => {
    const folder = copyOf(version);
    const { store, clock } = await openStore(folder);
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe('');
    const backups = await store.backups();
    expect(backups).toMatchObject([{ reason: 'migration' }]);
    const before = structuredClone(store.library);
    await store.dispatch({ type: 'settings.change', changes: { theme: 'contrast' } });
    clock.advance(1000);
    expect(await store.restore(backups[0]!.name)).toMatchObject({ ok: true });
    expect(store.library).toEqual(before);
    await store.close();
  });

  test('has nothing to undo from before, and undoes what comes after', async () => {
    const { store } = await openStore(copyOf(version));
    const { theme } = store.library.settings;
    expect(store.undoable).toBe(false);
    expect(await store.dispatch({ type: 'library.undo' })).toMatchObject({
      ok: false,
      problem: { code: 'nothing-to-undo' },
    });
    await store.dispatch({ type: 'settings.change', changes: { theme: 'contrast' } });
    expect(await store.dispatch({ type: 'library.undo' })).toMatchObject({ ok: true });
    expect(store.library.settings.theme).toBe(theme);
    await store.close();
  });

  test('is of the present version from then on: the second time nothing happens', async () => {
    const folder = copyOf(version);
    const first = await openStore(folder);
    const { library, revision } = first.store;
    const kept = structuredClone(library);
    await first.store.close();
    const before = contentsOf(folder);
    const { store, notices } = await openStore(folder);
    expect(notices).toEqual([]);
    expect(store.library).toEqual(kept);
    expect(store.revision).toBe(revision);
    expect(await store.backups()).toHaveLength(1);
    await store.close();
    expect(contentsOf(folder)).toEqual(before);
  });

  test('that was cut off while it was brought up opens the same way', async () => {
    // As after a crash between the new snapshot and the emptied journal.
    const folder = copyOf(version);
    const first = await openStore(folder);
    const kept = structuredClone(first.store.library);
    await first.store.close();
    cpSync(join(frozen(version), 'journal.jsonl'), join(folder, 'journal.jsonl'));
    const { store } = await openStore(folder);
    expect(store.library).toEqual(kept);
    expect(store.undoable).toBe(false);
    await store.close();
  });

  test('is what that version left, and says that it is invented', () => {
    // The first version had not folded its history yet.
    const history = version === 1 ? [] : ['history'];
    const files = ['evidence', ...history, 'journal.jsonl', 'library.json'];
    expect(readdirSync(frozen(version)).sort()).toEqual(files);
    const text = snapshotText(version);
    expect(JSON.parse(text)).toMatchObject({ schema: version });
    expect(text).toContain('All of this library is invented.');
  });
});
