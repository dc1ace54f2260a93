import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { live } from '../../src/core/library/schema';
import { parseLibrary } from '../../src/core/library/migrations';
import { contentsOf, openStore, tempFolder, titles } from '../fault/support/rig';

const frozen = join(import.meta.dirname, 'v2');

function copyOfV2(): string {
  const folder = tempFolder();
  cpSync(frozen, folder, { recursive: true });
  return folder;
}

test('a library of version 2 opens with everything that was in it, the journal included', async () => {
  const { store, notices } = await openStore(copyOfV2());
  const { library } = store;
  expect(parseLibrary(library)).toEqual(library);
  expect(titles(store)).toEqual([
    'POA indicators, case by case (invented)',
    'Sepsis: clinical indicators and queries (invented)',
  ]);
  expect(Object.keys(library.activities)).toHaveLength(3);
  expect(
    live(library.claims)
      .map(({ body, units, state }) => `${body} ${units} ${state}`)
      .sort(),
  ).toEqual(['aapc 150 earned', 'ahima 100 earned', 'ahima 150 reported']);
  expect(live(library.overrides).map(({ units }) => units)).toEqual([2800]);
  // Its last line was an undo of the dark theme.
  expect(library.settings).toMatchObject({ theme: 'system', usesCpt: true, isWelcomed: true });
  expect(library).toMatchObject({ deadlines: {}, programs: {}, facts: {} });
  expect(library).toMatchObject({ highlights: {}, bookmarks: {} });
  expect(notices).toEqual(['undo-ended']);
  const [file] = live(library.evidence);
  expect(await store.evidencePath(file!.id)).toMatchObject({ ok: true });
  expect(await store.history('claims')).not.toEqual([]);
  await store.close();
});

test('a reminder that was done is seen, one that was put off still is', async () => {
  const { store } = await openStore(copyOfV2());
  const marks = live(store.library.occurrences).map(({ deadline, state, until }) => [
    deadline.split(':')[0],
    state,
    until,
  ]);
  expect(marks.sort()).toEqual([
    ['code-set', 'put-off', '2027-03-05T14:00:00.000Z'],
    ['cycle-end', 'seen', null],
  ]);
  await store.close();
});

test('it is backed up first, and the second time nothing happens', async () => {
  const folder = copyOfV2();
  const first = await openStore(folder);
  const kept = structuredClone(first.store.library);
  expect(await first.store.backups()).toMatchObject([{ reason: 'migration' }]);
  await first.store.close();
  const before = contentsOf(folder);
  const { store, notices } = await openStore(folder);
  expect(notices).toEqual([]);
  expect(store.library).toEqual(kept);
  await store.close();
  expect(contentsOf(folder)).toEqual(before);
});

test('the frozen folder is what version 2 left, and says that it is invented', () => {
  expect(readdirSync(frozen).sort()).toEqual([
    'evidence',
    'history',
    'journal.jsonl',
    'library.json',
  ]);
  const text = readFileSync(join(frozen, 'library.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ schema: 2 });
  expect(text).toContain('All of this library is invented.');
});
