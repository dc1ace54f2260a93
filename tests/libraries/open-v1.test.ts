import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { live } from '../../src/core/library/schema';
import { parseLibrary } from '../../src/core/library/migrations';
import { seal, snapshotOf } from '../../electron/main/storage/snapshot';
import { openLibrary } from '../../electron/main/storage/store';
import { contentsOf, openStore, rig, tempFolder, titles } from '../fault/support/rig';

const frozen = join(import.meta.dirname, 'v1');

function copyOfV1(): string {
  const folder = tempFolder();
  cpSync(frozen, folder, { recursive: true });
  return folder;
}

type V1 = {
  schema: number;
  library: { activities: Record<string, { claims: { units: number }[] }> };
};
const snapshot = () => JSON.parse(readFileSync(join(frozen, 'library.json'), 'utf8')) as V1;

describe('a library of version 1', () => {
  test('opens with everything that was in it, the journal included', async () => {
    const { store, notices } = await openStore(copyOfV1());
    const { library } = store;
    expect(parseLibrary(library)).toEqual(library);
    expect(titles(store)).toEqual([
      'Facility training on the encoder (invented)',
      'MS-DRG shifts of the new fiscal year (invented)',
      'POA indicators, case by case (invented)',
      'Root operations in PCS: a refresher (invented)',
      'Sepsis: clinical indicators and queries (invented)',
    ]);
    expect(Object.keys(library.activities)).toHaveLength(6);
    const claims = live(library.claims).map(
      ({ body, units, state }) => `${body} ${units} ${state}`,
    );
    expect(claims.sort()).toEqual([
      'aapc 200 planned',
      'aapc 29 accepted',
      'ahima 10 rejected',
      'ahima 100 reported',
      'ahima 150 reported',
      'ahima 225 earned',
    ]);
    expect(Object.keys(library.claims)).toHaveLength(7);
    expect(Object.values(library.holdings).map(({ credential }) => credential)).toEqual([
      'ccs',
      'cic',
    ]);
    expect(Object.values(library.cycles).map(({ openingUnits }) => openingUnits)).toEqual([450, 0]);
    // The last line of the journal, which the snapshot did not hold.
    expect(library.settings).toMatchObject({ theme: 'light', isWelcomed: true });
    expect(notices).toContain('undo-ended');
    await store.close();
  });

  test('is backed up first, as it was with its journal folded', async () => {
    const folder = copyOfV1();
    const { store } = await openStore(folder);
    const [backup, ...others] = await store.backups();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ reason: 'migration', records: 11 });
    await store.close();
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe('');
  });

  test('goes back to what it was by restoring that backup', async () => {
    const { store, clock } = await openStore(copyOfV1());
    const before = structuredClone(store.library);
    await store.dispatch({ type: 'settings.change', changes: { theme: 'contrast' } });
    const [backup] = await store.backups();
    clock.advance(1000);
    expect(await store.restore(backup!.name)).toMatchObject({ ok: true });
    expect(store.library).toEqual(before);
    await store.close();
  });

  test('keeps the history of its claims and its certificate', async () => {
    const { store } = await openStore(copyOfV1());
    const steps = (await store.history('claims')).map(({ entry }) => [entry['from'], entry['to']]);
    expect(steps).toEqual([
      [null, 'earned'],
      ['earned', 'reported'],
    ]);
    const [file] = live(store.library.evidence);
    expect(await store.evidencePath(file!.id)).toMatchObject({ ok: true });
    await store.close();
  });

  test('has nothing to undo from before, and undoes what comes after', async () => {
    const { store } = await openStore(copyOfV1());
    expect(store.undoable).toBe(false);
    expect(await store.dispatch({ type: 'library.undo' })).toMatchObject({
      ok: false,
      problem: { code: 'nothing-to-undo' },
    });
    await store.dispatch({ type: 'settings.change', changes: { theme: 'contrast' } });
    expect(await store.dispatch({ type: 'library.undo' })).toMatchObject({ ok: true });
    expect(store.library.settings.theme).toBe('light');
    await store.close();
  });

  test('is of the present version from then on: the second time nothing happens', async () => {
    const folder = copyOfV1();
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
    const folder = copyOfV1();
    const first = await openStore(folder);
    const kept = structuredClone(first.store.library);
    await first.store.close();
    cpSync(join(frozen, 'journal.jsonl'), join(folder, 'journal.jsonl'));
    const { store } = await openStore(folder);
    expect(store.library).toEqual(kept);
    expect(store.undoable).toBe(false);
    await store.close();
  });

  test('with a record that does not fit is left as it is, and says at which step it stopped', async () => {
    const folder = copyOfV1();
    const { library } = snapshot();
    const [activity] = Object.values(library.activities);
    activity!.claims[0]!.units = -1;
    const about = { seq: 17, savedAt: '2025-10-01T12:00:02.000Z', undoFloor: 0, schema: 1 };
    writeFileSync(join(folder, 'library.json'), `${seal(snapshotOf(library, about))}\n`);
    const before = contentsOf(folder);
    const opened = await openLibrary(rig(folder).options);
    expect(opened).toMatchObject({
      kind: 'recovery',
      problem: { code: 'migration-failed', about: { step: 'reading version 5' } },
    });
    expect(contentsOf(folder)).toMatchObject(before);
  });
});

test('the frozen folder is what version 1 left, and says that it is invented', () => {
  const { schema, library } = snapshot();
  expect(schema).toBe(1);
  expect(readdirSync(frozen).sort()).toEqual(['evidence', 'journal.jsonl', 'library.json']);
  expect(JSON.stringify(library)).toContain('All of this library is invented.');
});
