import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bundled, start } from './support/processes';
import { openStore, tempFolder, titles } from './support/rig';
import { thisProgram } from '../../electron/main/storage/lock';

/*
 * kill -9 in the middle of everything. What was said to be answered must be there afterwards.
 */

const rounds = 200;
let writer: string;

beforeAll(async () => {
  writer = await bundled('writer');
});

it(`loses nothing in ${rounds} kills`, { timeout: 1_200_000 }, async () => {
  let folder = join(tempFolder(), 'data');
  let answered: string[] = [];
  let commands = 0;
  for (let round = 0; round < rounds; round++) {
    const child = start(writer, folder, String(round));
    expect(await child.next(), `round ${round}`).toBe('open');
    // The number of lines is the only clock: another one each round, so that the kill falls elsewhere.
    const lines = (round * 7) % 53;
    for (let line = 0; line < lines; line++) answered.push((await child.next()) ?? 'ended');
    answered.push(...(await child.kill()));
    const { store } = await openStore(folder, { program: thisProgram, expectsLibrary: true });
    const found = new Set(titles(store));
    expect(answered.filter((title) => !found.has(title))).toEqual([]);
    // At most the one that was being written.
    expect(found.size - answered.length).toBeLessThanOrEqual(1);
    await store.close();
    answered = [...found];
    commands += lines;
    if (answered.length < 3000) continue;
    rmSync(folder, { recursive: true });
    folder = join(tempFolder(), 'data');
    answered = [];
  }
  expect(commands).toBeGreaterThan(rounds * 20);
});

it('lets a second program read, and take over after a kill', { timeout: 120_000 }, async () => {
  const folder = join(tempFolder(), 'data');
  const first = start(writer, folder, 'first');
  expect(await first.next()).toBe('open');
  expect(await first.next()).toBe('first-0');
  const reading = await openStore(folder, { program: thisProgram });
  const pid = String(first.process.pid);
  expect(reading.store.write).toMatchObject({
    canWrite: false,
    problem: { code: 'read-only-locked', about: { pid } },
  });
  expect(titles(reading.store)).toContain('first-0');
  const second = start(writer, folder, 'second');
  expect(await second.next()).toBe('read-only');
  expect(await second.next()).toBe(null);
  await first.kill();
  const after = await openStore(folder, { program: thisProgram });
  expect(after.store.write).toEqual({ canWrite: true });
});
