import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  logActivity,
  openStore,
  silentLog,
  tempFolder,
  testClock,
  testProgram,
} from '../../../tests/fault/support/rig';
import { parseLibrary } from '../../../src/core/library/migrations';
import { lookAtLibrary } from './look';

const look = (folder: string) =>
  lookAtLibrary({ folder, clock: testClock(), log: silentLog, program: testProgram() });

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'base64')]));
}

async function someLibrary(): Promise<string> {
  const folder = tempFolder();
  const { store } = await openStore(folder);
  await store.dispatch(logActivity('Sepsis'));
  await store.close();
  return folder;
}

test('shows what is there, and keeps what belongs to this machine', async () => {
  const folder = await someLibrary();
  const before = contents(folder);
  const looked = await look(folder);
  if (!looked.ok) throw new Error(looked.problem.code);
  const { library, device, close } = looked.value;
  expect(Object.values(library.activities)).toMatchObject([{ title: 'Sepsis' }]);
  await device.change({ zoom: 130 });
  await close();
  const after = contents(folder);
  delete after[join(folder, 'device.json')];
  expect(after).toEqual(before);
  const again = await openStore(folder);
  expect(again.store.device.current.zoom).toBe(130);
});

test.each(['v1', 'v2', 'v3'])(
  'an older library is read as a present one, and stays %s',
  async (version) => {
    const folder = tempFolder();
    cpSync(join(import.meta.dirname, '../../../tests/libraries', version), folder, {
      recursive: true,
    });
    const before = contents(folder);
    const looked = await look(folder);
    if (!looked.ok) throw new Error(looked.problem.code);
    expect(parseLibrary(looked.value.library)).toEqual(looked.value.library);
    await looked.value.close();
    expect(contents(folder)).toEqual(before);
  },
);

test('a folder without a library stays as it is', async () => {
  const empty = tempFolder();
  expect(await look(empty)).toMatchObject({ ok: false, problem: { code: 'library-missing' } });
  expect(readdirSync(empty)).toEqual([]);
  const missing = join(empty, 'not there');
  expect(await look(missing)).toMatchObject({ ok: false, problem: { code: 'library-missing' } });
  expect(existsSync(missing)).toBe(false);
});

test('who has it open has it alone', async () => {
  const folder = await someLibrary();
  const { store } = await openStore(folder);
  const before = contents(folder);
  expect(await look(folder)).toMatchObject({ ok: false, problem: { code: 'read-only-locked' } });
  expect(contents(folder)).toEqual(before);
  expect(await store.dispatch(logActivity('DRGs'))).toMatchObject({ ok: true });
});

test('a second one waits for nobody and takes nothing away', async () => {
  const folder = await someLibrary();
  const first = await look(folder);
  expect(await look(folder)).toMatchObject({ ok: false, problem: { code: 'read-only-locked' } });
  if (first.ok) await first.value.close();
  expect(await look(folder)).toMatchObject({ ok: true });
});

test('a damaged or newer library is left for a start at which the user is there', async () => {
  const folder = await someLibrary();
  const path = join(folder, 'library.json');
  const text = readFileSync(path, 'utf8');
  for (const [bytes, code] of [
    [text.slice(0, -20), 'library-damaged'],
    [text.replace(/"schema":\s*\d+/, '"schema": 99'), 'library-newer'],
  ] as const) {
    writeFileSync(path, bytes);
    const before = contents(folder);
    expect(await look(folder)).toMatchObject({ ok: false, problem: { code } });
    expect(contents(folder)).toEqual(before);
  }
});

test('a line that was torn off is neither told nor mended', async () => {
  const folder = tempFolder();
  const { store, program } = await openStore(folder);
  await store.dispatch(logActivity('Sepsis'));
  program.kill();
  const journal = join(folder, 'journal.jsonl');
  writeFileSync(journal, `${readFileSync(journal, 'utf8')}{"seq":2,"at":"2026`);
  const before = readFileSync(journal, 'utf8');
  const looked = await look(folder);
  if (!looked.ok) throw new Error(looked.problem.code);
  expect(Object.values(looked.value.library.activities)).toHaveLength(1);
  await looked.value.close();
  expect(readFileSync(journal, 'utf8')).toBe(before);
});

test('a folder that cannot be written is no place for a record, so nothing is told from it', async () => {
  const folder = await someLibrary();
  mkdirSync(join(folder, 'library.lock'));
  expect(await look(folder)).toMatchObject({ ok: false });
});
