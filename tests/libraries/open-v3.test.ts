import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { live } from '../../src/core/library/schema';
import { parseLibrary } from '../../src/core/library/migrations';
import { contentsOf, openStore, tempFolder, titles } from '../fault/support/rig';

const frozen = join(import.meta.dirname, 'v3');

function copyOfV3(): string {
  const folder = tempFolder();
  cpSync(frozen, folder, { recursive: true });
  return folder;
}

test('a library of version 3 opens with everything that was in it, the journal included', async () => {
  const { store, notices } = await openStore(copyOfV3());
  const { library } = store;
  expect(parseLibrary(library)).toEqual(library);
  expect(titles(store)).toEqual([
    'POA indicators, case by case (invented)',
    'Sepsis: clinical indicators and queries (invented)',
  ]);
  expect(Object.keys(library.activities)).toHaveLength(3);
  expect(live(library.claims)).toMatchObject([{ body: 'ahima', units: 150, state: 'earned' }]);
  // Its last line was an undo of the dark theme.
  expect(library.settings).toMatchObject({ theme: 'system', usesCpt: true, isWelcomed: true });
  expect(live(library.programs)).toMatchObject([{ name: 'Evergreen program (invented)' }]);
  expect(live(library.facts)).toMatchObject([{ value: { kind: 'money', cents: 245_000 } }]);
  expect(live(library.deadlines)).toMatchObject([{ date: '2027-02-01', leads: [14, 0] }]);
  expect(live(library.highlights)).toMatchObject([{ kind: 'exam', note: 'Mine, changed' }]);
  expect(live(library.bookmarks)).toMatchObject([{ section: 'the-role' }]);
  expect(library).toMatchObject({ cards: {}, documents: {} });
  // What version 4 added is not known of what was there, and nothing was asked yet.
  expect(library.settings.sponsorAnswers).toEqual({});
  for (const { endedOn } of Object.values(library.holdings)) expect(endedOn).toBeNull();
  for (const { cost } of Object.values(library.activities)) expect(cost).toBeNull();
  for (const { units, applies, reason, standardUnits } of Object.values(library.overrides)) {
    expect([typeof units, applies, reason, standardUnits]).toEqual(['number', null, 'own', null]);
  }
  expect(notices).toEqual(['undo-ended']);
  const [file] = live(library.evidence);
  expect(await store.evidencePath(file!.id)).toMatchObject({ ok: true });
  expect(await store.history('claims')).not.toEqual([]);
  await store.close();
});

test('it is backed up first, and the second time nothing happens', async () => {
  const folder = copyOfV3();
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

test('the frozen folder is what version 3 left, and says that it is invented', () => {
  expect(readdirSync(frozen).sort()).toEqual([
    'evidence',
    'history',
    'journal.jsonl',
    'library.json',
  ]);
  const text = readFileSync(join(frozen, 'library.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ schema: 3 });
  expect(text).toContain('All of this library is invented.');
});
