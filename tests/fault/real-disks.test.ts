import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { faultyFs } from './support/faulty-fs';
import { contentsOf, logActivity, openStore, rig, tempFolder, titles } from './support/rig';
import { openLibrary } from '../../electron/main/storage/store';
import type { StoreOptions } from '../../electron/main/storage/types';

/*
 * A disk of one megabyte and folders that the system itself refuses to write to. Mounting needs root; any
 * other user gets a limit that the test keeps by itself, and folders without the right to write.
 */

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

function mounted(size: string): string {
  const folder = tempFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder]);
  undo.push(() => execFileSync('umount', [folder]));
  return folder;
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    const stat = statSync(join(folder, name));
    return sum + (stat.isDirectory() ? sizeOf(join(folder, name)) : stat.size);
  }, 0);
}

/** A folder on a disk with room for about a megabyte, and what opens a library there. */
function smallDisk(): { folder: string; changes: Partial<StoreOptions> } {
  if (isRoot) return { folder: mounted('1m'), changes: {} };
  const folder = tempFolder();
  const fs = faultyFs(({ name }) =>
    (name === 'write' || name === 'writeFile') && sizeOf(folder) > 900_000 ? 'ENOSPC' : 'works',
  );
  return { folder, changes: { fs } };
}

describe(isRoot ? 'a disk of 1 MiB' : 'a limit of 1 MiB, for want of the right to mount', () => {
  it('fills up without losing or half-writing anything, and goes on when there is room', async () => {
    const { folder, changes } = smallDisk();
    const data = join(folder, 'data');
    mkdirSync(data);
    const ballast = join(folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(200_000, 1));
    const { store, program } = await openStore(data, changes);
    const answered: string[] = [];
    let refused = 0;
    for (let index = 0; refused < 5; index++) {
      const title = `N${index}`;
      const answer = await store.dispatch(logActivity(title, { note: 'n'.repeat(15_000) }));
      if (answer.ok) answered.push(title);
      else {
        expect(answer.problem.code).toBe('disk-full');
        refused++;
      }
    }
    expect(answered.length).toBeGreaterThan(5);
    expect(await store.flush()).toMatchObject({ ok: false, problem: { code: 'disk-full' } });
    expect(await store.backUp('asked')).toMatchObject({ ok: false });
    expect(await store.putEvidence(Buffer.alloc(500_000, 'a'), 'a.txt')).toMatchObject({
      ok: false,
    });
    expect(titles(store)).toEqual([...answered].sort());
    expect(Object.keys(contentsOf(data)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    program.kill();
    // Started anew while it is still full: all of it is there to be read.
    const full = await openStore(data, changes);
    expect(titles(full.store)).toEqual([...answered].sort());
    rmSync(ballast);
    expect(await full.store.dispatch(logActivity('With room'))).toMatchObject({ ok: true });
    full.program.kill();
    const after = await openStore(data, changes);
    expect(titles(after.store)).toEqual([...answered, 'With room'].sort());
  });

  it('that is full from the start gets a sentence, and no half of a library', async () => {
    const { folder, changes } = smallDisk();
    const data = join(folder, 'data');
    mkdirSync(data);
    const ballast = join(folder, 'ballast');
    try {
      writeFileSync(ballast, Buffer.alloc(2_000_000, 1));
    } catch {
      // As much as the disk takes.
    }
    const opened = await openLibrary(rig(data, changes).options);
    expect(opened).toMatchObject({ kind: 'recovery', problem: { code: 'disk-full' } });
    rmSync(ballast);
    expect((await openStore(data, changes)).store.write.canWrite).toBe(true);
  });
});

describe('a folder that may not be written to', () => {
  async function library(folder: string): Promise<void> {
    const { store } = await openStore(folder);
    await store.dispatch(logActivity('One'));
    await store.close();
  }

  async function readsOnly(folder: string): Promise<void> {
    const before = contentsOf(folder);
    const { store } = await openStore(folder, { expectsLibrary: true });
    expect(titles(store)).toEqual(['One']);
    expect(store.write).toEqual({ canWrite: false, problem: { code: 'read-only-folder' } });
    expect(await store.dispatch(logActivity('Two'))).toMatchObject({
      ok: false,
      problem: { code: 'read-only-folder' },
    });
    await store.close();
    expect(contentsOf(folder)).toEqual(before);
  }

  it('is read, and left as it is', async () => {
    const folder = isRoot ? mounted('1m') : tempFolder();
    await library(folder);
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', folder]);
    else {
      chmodSync(folder, 0o500);
      undo.push(() => chmodSync(folder, 0o700));
    }
    await readsOnly(folder);
  });

  it('is read where only the files are protected, and a change says so', async () => {
    const folder = tempFolder();
    await library(folder);
    const names = ['journal.jsonl', 'library.json'].map((name) => join(folder, name));
    if (isRoot) {
      execFileSync('chattr', ['+i', ...names]);
      undo.push(() => execFileSync('chattr', ['-i', ...names]));
    } else for (const name of names) chmodSync(name, 0o400);
    const { store } = await openStore(folder, { expectsLibrary: true });
    expect(await store.dispatch(logActivity('Two'))).toMatchObject({
      ok: false,
      problem: { code: 'read-only-folder' },
    });
    expect(titles(store)).toEqual(['One']);
    await store.close();
  });

  it('of a new library gets a sentence', async () => {
    const folder = isRoot ? mounted('1m') : tempFolder();
    if (isRoot) execFileSync('mount', ['-o', 'remount,ro', folder]);
    else {
      chmodSync(folder, 0o500);
      undo.push(() => chmodSync(folder, 0o700));
    }
    const opened = await openLibrary(rig(join(folder, 'data')).options);
    expect(opened).toMatchObject({ kind: 'recovery', problem: { code: 'read-only-folder' } });
  });
});
