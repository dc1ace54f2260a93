import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { live } from '../../src/core/library/schema';
import { parseLibrary } from '../../src/core/library/migrations';
import { contentsOf, openStore, tempFolder, titles } from '../fault/support/rig';

const frozen = join(import.meta.dirname, 'v4');

function copyOfV4(): string {
  const folder = tempFolder();
  cpSync(frozen, folder, { recursive: true });
  return folder;
}

test('a library of version 4 opens with everything that was in it, the journal included', async () => {
  const { store, notices } = await openStore(copyOfV4());
  const { library } = store;
  expect(parseLibrary(library)).toEqual(library);
  expect(titles(store)).toEqual([
    'Coding of sepsis, a case review (invented)',
    'POA indicators, case by case (invented)',
    'Sepsis: clinical indicators and queries (invented)',
  ]);
  // Its last line was an undo of the light theme.
  expect(library.settings).toMatchObject({ theme: 'dark', usesCpt: true });
  expect(library.settings.sponsorAnswers).toEqual({ 'ahima-source:hcpro': true });
  expect(live(library.claims)).toMatchObject([
    { units: 150, state: 'earned', reportedOn: null },
    { units: 200, state: 'reported', reportedOn: '2026-11-20' },
  ]);
  expect(live(library.cards)).toMatchObject([{ back: 'The discharge date.' }]);
  expect(live(library.overrides)).toMatchObject([{ units: 2400, reason: 'leave' }]);
  expect(live(library.occurrences)).toMatchObject([{ lead: 14, state: 'seen' }]);
  // What version 5 added: nothing repeats, and reminders come as they did.
  expect(live(library.deadlines).map(({ title, repeat }) => [title, repeat])).toEqual([
    ['Ask about the voucher (invented)', null],
    ['Pay the dues (invented)', null],
  ]);
  expect(library.settings.reminders).toEqual({ leads: {}, at: '09:00', quiet: null });
  expect(library).toMatchObject({ bodies: {}, adjustments: {}, exams: {}, preparations: {} });
  expect(notices).toEqual(['undo-ended']);
  const [file] = live(library.evidence);
  expect(await store.evidencePath(file!.id)).toMatchObject({ ok: true });
  expect(await store.history('claims')).not.toEqual([]);
  await store.close();
});

test('it is backed up first, and the second time nothing happens', async () => {
  const folder = copyOfV4();
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

test('the frozen folder is what version 4 left, and says that it is invented', () => {
  expect(readdirSync(frozen).sort()).toEqual([
    'evidence',
    'history',
    'journal.jsonl',
    'library.json',
  ]);
  const text = readFileSync(join(frozen, 'library.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ schema: 4 });
  expect(text).toContain('All of this library is invented.');
});
