import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary, recoverLibrary } from '../../electron/main/storage/store';
import {
  contentsOf,
  logActivity,
  openStore,
  rig,
  storeOf,
  tempFolder,
  titles,
} from './support/rig';

/*
 * The two files cut at every 1/64, and bytes flipped all over them. Never does the program start empty, or
 * take altered contents for good ones, or write over what it could not read; what a backup holds comes back.
 */

let whole: string;
let all: string[];
let state: string;
const inBackup = ['N0', 'N1', 'N2'];

beforeAll(async () => {
  whole = tempFolder();
  const { store, program, clock } = await openStore(whole);
  for (let index = 0; index < 12; index++) {
    await store.dispatch(logActivity(`N${index}`));
    if (index === 2) await store.backUp('asked');
    if (index === 7) await store.flush();
  }
  clock.advance(1000);
  await store.dispatch({ type: 'library.undo' });
  clock.advance(1000);
  await store.dispatch({ type: 'library.redo' });
  all = titles(store);
  state = JSON.stringify(store.library);
  program.kill();
});

async function afterDamage(name: string, damage: (bytes: Buffer) => Buffer): Promise<string> {
  const folder = join(tempFolder(), 'data');
  cpSync(whole, folder, { recursive: true });
  const path = join(folder, name);
  const damaged = damage(readFileSync(path));
  const isWholeLines = damaged.length === 0 || damaged.at(-1) === 0x0a;
  writeFileSync(path, damaged);
  const { ['library.lock']: _, ...before } = contentsOf(folder);
  const opened = await openLibrary(rig(folder).options);
  if (opened.kind === 'open') {
    const found = titles(opened.store);
    expect(found.filter((title) => !all.includes(title))).toEqual([]);
    expect(found).toEqual(expect.arrayContaining(['N0', 'N7']));
    if (JSON.stringify(opened.store.library) === state) return 'all';
    // Only what may have been in flight, at the end of the journal, is ever dropped, and it is told.
    expect(name).toBe('journal.jsonl');
    const notices = opened.notices.map(({ code }) => code);
    if (!isWholeLines) expect(notices).toContain('journal-torn');
    return 'torn';
  }
  const { ['library.lock']: __, ...after } = contentsOf(folder);
  expect(after).toEqual(before);
  const recovered = await recoverLibrary(rig(folder).options, 'restore-backup');
  if (!recovered.ok) throw new Error(recovered.problem.code);
  const found = titles(storeOf(recovered.value));
  expect(found).toEqual(expect.arrayContaining(inBackup));
  expect(found.filter((title) => !all.includes(title))).toEqual([]);
  return 'recovered';
}

const parts = Array.from({ length: 64 }, (_, part) => part);

describe.each(['library.json', 'journal.jsonl'])('%s', (name) => {
  it('cut at every 1/64', { timeout: 600_000 }, async () => {
    const ends: string[] = [];
    for (const part of parts) {
      ends.push(
        await afterDamage(name, (bytes) =>
          bytes.subarray(0, Math.floor((bytes.length * part) / 64)),
        ),
      );
    }
    // Of the snapshot every cut is found; of the journal, one behind the snapshot's last line is torn.
    if (name === 'library.json') expect(new Set(ends)).toEqual(new Set(['recovered']));
    else expect(ends).not.toContain('all');
  });

  it('with a byte flipped, at 192 places', { timeout: 600_000 }, async () => {
    const ends: string[] = [];
    for (const part of parts) {
      for (const mask of [0x01, 0x20, 0x80]) {
        ends.push(
          await afterDamage(name, (bytes) => {
            const copy = Buffer.from(bytes);
            const at = Math.floor((bytes.length * part) / 64) + (part % 7);
            copy[at] = (copy[at] ?? 0) ^ mask;
            return copy;
          }),
        );
      }
    }
    expect(new Set(ends)).toEqual(new Set(['recovered']));
  });

  it('with a stretch of zeros at every 1/64', { timeout: 600_000 }, async () => {
    for (const part of parts) {
      await afterDamage(name, (bytes) => {
        const copy = Buffer.from(bytes);
        const at = Math.floor((bytes.length * part) / 64);
        return copy.fill(0, at, Math.min(at + 64, bytes.length));
      });
    }
  });
});
