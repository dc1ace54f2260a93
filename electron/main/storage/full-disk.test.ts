import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs, isWriting } from '../../../tests/fault/support/faulty-fs';
import {
  contentsOf,
  logActivity,
  openStore,
  rig,
  tempFolder,
  titles,
} from '../../../tests/fault/support/rig';
import { openLibrary } from './store';

/** A disk that can be filled, or made read-only, and emptied again. */
function moodyDisk() {
  const mood: { code: string | null; spares: RegExp | null } = { code: null, spares: null };
  const fs = faultyFs((call) => {
    if (mood.code === null || !isWriting(call) || call.name === 'unlink') return 'works';
    if (call.name === 'truncate' || mood.spares?.test(call.path)) return 'works';
    // Opening to read or to append needs no room; on a read-only folder only creating is refused here.
    return call.name === 'open' || call.name === 'fsync' ? 'works' : mood.code;
  });
  return { mood, fs };
}

const conditions: [string, string, string][] = [
  ['a full disk', 'ENOSPC', 'disk-full'],
  ['a used-up quota', 'EDQUOT', 'disk-full'],
  ['a read-only folder', 'EROFS', 'read-only-folder'],
  ['a folder without the right to write', 'EACCES', 'read-only-folder'],
  ['a failing drive', 'EIO', 'write-failed'],
];

describe.each(conditions)('on %s', (_, code, problem) => {
  it('a command says so and changes nothing; later ones are sound', async () => {
    const folder = tempFolder();
    const { mood, fs } = moodyDisk();
    const { store, program } = await openStore(folder, { fs });
    await store.dispatch(logActivity('Before'));
    const lengthBefore = readFileSync(join(folder, 'journal.jsonl')).length;
    mood.code = code;
    expect(await store.dispatch(logActivity('Lost'))).toMatchObject({
      ok: false,
      problem: { code: problem },
    });
    expect(titles(store)).toEqual(['Before']);
    expect(store.revision).toBe(1);
    expect(readFileSync(join(folder, 'journal.jsonl'))).toHaveLength(lengthBefore);
    mood.code = null;
    expect(await store.dispatch(logActivity('After'))).toMatchObject({ ok: true });
    program.kill();
    expect(titles((await openStore(folder)).store)).toEqual(['After', 'Before']);
  });

  it('a snapshot that cannot be written is told, and nothing is lost', async () => {
    const folder = tempFolder();
    const { mood, fs } = moodyDisk();
    const { store, timers, program } = await openStore(folder, { fs });
    await store.dispatch(logActivity('Before'));
    mood.code = code;
    const told: string[] = [];
    store.onProblem((heard) => told.push(heard.code));
    timers.runDue();
    expect(await store.flush()).toMatchObject({ ok: false, problem: { code: problem } });
    expect(told).toEqual([problem]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await store.close();
    program.kill();
    expect(titles((await openStore(folder)).store)).toEqual(['Before']);
  });

  it('a backup is refused, and the old ones stay', async () => {
    const folder = tempFolder();
    const { mood, fs } = moodyDisk();
    const { store } = await openStore(folder, { fs });
    await store.dispatch(logActivity('One'));
    await store.backUp('asked');
    mood.code = code;
    expect(await store.backUp('asked')).toMatchObject({ ok: false, problem: { code: problem } });
    expect(await store.restore((await store.backups())[0]?.name ?? '')).toMatchObject({
      ok: false,
      problem: { code: problem },
    });
    expect(await store.backups()).toHaveLength(1);
    expect(titles(store)).toEqual(['One']);
  });

  it('evidence is refused, and no half of it stays', async () => {
    const folder = tempFolder();
    const { mood, fs } = moodyDisk();
    const { store } = await openStore(folder, { fs });
    mood.code = code;
    const answer = await store.putEvidence(Buffer.from('A certificate'), 'proof.txt');
    expect(answer).toMatchObject({ ok: false, problem: { code: problem } });
    mood.code = null;
    expect(await store.putEvidence(Buffer.from('A certificate'), 'proof.txt')).toMatchObject({
      ok: true,
    });
    expect(readdirSync(join(folder, 'evidence'))).toHaveLength(1);
  });

  it('a new library is not begun', async () => {
    const folder = join(tempFolder(), 'data');
    const { mood, fs } = moodyDisk();
    mood.code = code;
    const opened = await openLibrary(rig(folder, { fs }).options);
    expect(opened).toMatchObject({ kind: 'recovery', problem: { code: problem } });
    mood.code = null;
    expect((await openStore(folder, { fs })).store.write.canWrite).toBe(true);
  });
});

describe('a library that cannot be written to', () => {
  it('opens to be read in a read-only folder, and says why', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    await first.store.dispatch(logActivity('One'));
    await first.store.close();
    const before = contentsOf(folder);
    const { mood, fs } = moodyDisk();
    mood.code = 'EROFS';
    const { store } = await openStore(folder, { fs });
    expect(titles(store)).toEqual(['One']);
    expect(store.write).toEqual({ canWrite: false, problem: { code: 'read-only-folder' } });
    expect(await store.dispatch(logActivity('Two'))).toMatchObject({
      ok: false,
      problem: { code: 'read-only-folder' },
    });
    expect(await store.daily()).toEqual({ ok: true, value: null });
    await store.close();
    expect(contentsOf(folder)).toEqual(before);
  });

  it('opens on a full disk, and works again as soon as there is room', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    await first.store.dispatch(logActivity('One'));
    await first.store.close();
    const { mood, fs } = moodyDisk();
    mood.code = 'ENOSPC';
    const { store, notices, program } = await openStore(folder, { fs });
    expect(notices).toEqual(['disk-full']);
    expect(await store.dispatch(logActivity('Two'))).toMatchObject({
      ok: false,
      problem: { code: 'disk-full' },
    });
    mood.code = null;
    expect(await store.dispatch(logActivity('Two'))).toMatchObject({ ok: true });
    program.kill();
    expect(titles((await openStore(folder)).store)).toEqual(['One', 'Two']);
  });

  it('does not write over what another program did meanwhile', async () => {
    const folder = tempFolder();
    await (await openStore(folder)).store.close();
    const { mood, fs } = moodyDisk();
    mood.code = 'ENOSPC';
    const { store } = await openStore(folder, { fs });
    mood.code = null;
    const other = await openStore(folder);
    await other.store.dispatch(logActivity('Theirs'));
    await other.store.close();
    expect(await store.dispatch(logActivity('Mine'))).toMatchObject({
      ok: false,
      problem: { code: 'write-failed' },
    });
    expect(titles((await openStore(folder)).store)).toEqual(['Theirs']);
  });
});
