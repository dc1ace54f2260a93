import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultyFs, isWriting } from '../../../tests/fault/support/faulty-fs';
import {
  logActivity,
  openStore,
  rig,
  storeOf,
  tempFolder,
  testProgram,
  titles,
} from '../../../tests/fault/support/rig';
import { openLibrary } from './store';
import type { StoreChange } from './types';

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('a library in a new folder', () => {
  it('is made, and readable by its owner only', async () => {
    const folder = join(tempFolder(), 'data');
    const { store } = await openStore(folder);
    expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'library.json', 'library.lock']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'library.json')).mode & 0o777).toBe(0o600);
    expect(store.library.activities).toEqual({});
    await store.close();
    expect(readdirSync(folder)).not.toContain('library.lock');
  });

  it('starts with what it is given, such as the sample', async () => {
    const first = await openStore(tempFolder());
    const initial = { ...first.store.library, isSample: true };
    const { store } = await openStore(tempFolder(), { initial, isSample: true });
    expect(store.isSample).toBe(true);
  });
});

describe('a command', () => {
  it('is on disk when it is answered, before any snapshot', async () => {
    const folder = tempFolder();
    const { store, program } = await openStore(folder);
    const answer = await store.dispatch(logActivity('Sepsis'));
    expect(answer).toMatchObject({ ok: true, value: { revision: 1, did: 'Logged Sepsis' } });
    expect(read(folder, 'journal.jsonl')).toContain('Sepsis');
    expect(read(folder, 'library.json')).not.toContain('Sepsis');
    program.kill();
    expect(titles((await openStore(folder)).store)).toEqual(['Sepsis']);
  });

  it('tells those who listen what changed', async () => {
    const { store } = await openStore(tempFolder());
    const heard: StoreChange[] = [];
    const stop = store.onChange((change) => heard.push(change));
    await store.dispatch(logActivity('One'));
    stop();
    await store.dispatch(logActivity('Two'));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ revision: 1, did: 'Logged One', undoable: true });
  });

  it('that is refused leaves no line', async () => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    const answer = await store.dispatch({ type: 'activity.delete', id: 'nowhere' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-there' } });
    expect(read(folder, 'journal.jsonl')).toBe('');
    expect(store.revision).toBe(0);
  });

  it('is answered in the order in which it was given', async () => {
    const { store } = await openStore(tempFolder());
    const names = Array.from({ length: 20 }, (_, index) => `Number ${index}`);
    const answers = await Promise.all(names.map((name) => store.dispatch(logActivity(name))));
    expect(answers.map((answer) => answer.ok && answer.value.did)).toEqual(
      names.map((name) => `Logged ${name}`),
    );
    expect(store.revision).toBe(20);
  });

  it('is refused once the store is closed', async () => {
    const { store } = await openStore(tempFolder());
    await store.close();
    expect(await store.dispatch(logActivity('Late'))).toMatchObject({
      ok: false,
      problem: { code: 'write-failed' },
    });
  });
});

describe('the snapshot', () => {
  it('follows the last command, and later starts need no line of the journal', async () => {
    const folder = tempFolder();
    const { store, timers, program } = await openStore(folder);
    await store.dispatch(logActivity('Sepsis'));
    timers.runDue();
    await store.flush();
    expect(read(folder, 'library.json')).toContain('Sepsis');
    program.kill();
    const again = await openStore(folder);
    expect(titles(again.store)).toEqual(['Sepsis']);
    expect(again.store.revision).toBe(1);
  });

  it('is written at once when the journal grew by a megabyte', async () => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    for (let index = 0; index < 60; index++) {
      await store.dispatch(logActivity(`Number ${index}`, { note: 'n'.repeat(19_000) }));
    }
    // Its turn comes after the command that filled the journal, and before this one.
    await store.history('claims');
    expect(read(folder, 'library.json')).toContain('Number 40');
  });
});

describe('undo', () => {
  it('takes back and does again, across restarts and snapshots', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    await first.store.dispatch(logActivity('One'));
    await first.store.dispatch(logActivity('Two'));
    await first.store.close();
    const second = await openStore(folder, { clock: first.clock });
    expect(second.store.undoable).toBe(true);
    first.clock.advance(1000);
    await second.store.dispatch({ type: 'library.undo' });
    expect(titles(second.store)).toEqual(['One']);
    second.program.kill();
    const third = await openStore(folder);
    expect(titles(third.store)).toEqual(['One']);
    expect(third.store.redoable).toBe(true);
    await third.store.dispatch({ type: 'library.redo' });
    expect(titles(third.store)).toEqual(['One', 'Two']);
  });

  it('reaches back 200 commands, and the journal does not grow beyond need', async () => {
    const folder = tempFolder();
    const { store } = await openStore(folder);
    for (let index = 0; index < 450; index++) await store.dispatch(logActivity(`N${index}`));
    await store.close();
    expect(read(folder, 'journal.jsonl').trimEnd().split('\n')).toHaveLength(200);
    const again = await openStore(folder);
    expect(again.store.revision).toBe(450);
    await again.store.dispatch({ type: 'library.undo' });
    expect(titles(again.store)).toHaveLength(449);
    again.program.kill();
    expect(titles((await openStore(folder)).store)).toHaveLength(449);
  });

  it('says so when there is nothing to undo', async () => {
    const { store } = await openStore(tempFolder());
    const answer = await store.dispatch({ type: 'library.undo' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'nothing-to-undo' } });
  });
});

describe('a second program', () => {
  it('reads, names the holder, and changes nothing', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    await first.store.dispatch(logActivity('Mine'));
    const second = await openStore(folder);
    expect(titles(second.store)).toEqual(['Mine']);
    const { pid } = first.program;
    const problem = { code: 'read-only-locked', about: { host: 'desk', pid: String(pid) } };
    expect(second.store.write).toEqual({ canWrite: false, problem });
    expect(await second.store.dispatch(logActivity('Theirs'))).toEqual({ ok: false, problem });
    await second.store.close();
    expect(await first.store.dispatch(logActivity('Mine too'))).toMatchObject({ ok: true });
  });

  it('takes over what a dead one left', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    first.program.kill();
    const second = await openStore(folder);
    expect(second.store.write).toEqual({ canWrite: true });
  });

  it('waits three minutes for one on another machine', async () => {
    const folder = tempFolder();
    const first = await openStore(folder, { program: testProgram('laptop') });
    const { clock } = first;
    clock.advance(2 * 60_000);
    const early = await openStore(folder, { clock });
    expect(early.store.write.canWrite).toBe(false);
    clock.advance(2 * 60_000);
    const late = await openStore(folder, { clock });
    expect(late.store.write.canWrite).toBe(true);
    // The one that only slept notices before it writes.
    const told: string[] = [];
    first.store.onProblem(({ code }) => told.push(code));
    const answer = await first.store.dispatch(logActivity('Too late'));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'read-only-locked' } });
    expect(told).toEqual(['read-only-locked']);
    expect([first.store.device.isKept, late.store.device.isKept]).toEqual([false, true]);
    expect(await late.store.dispatch(logActivity('In time'))).toMatchObject({ ok: true });
  });

  it.each(['closed', 'switched off'])(
    'has the folder until it is %s, also for one that lost its lock',
    async (end) => {
      const folder = tempFolder();
      const laptop = await openStore(folder, { program: testProgram('laptop') });
      const { clock } = laptop;
      expect(await laptop.store.isAnothers()).toBe(false);
      clock.advance(4 * 60_000);
      const desk = await openStore(folder, { clock });
      await laptop.store.dispatch(logActivity('Too late'));
      expect(await laptop.store.isAnothers()).toBe(true);
      expect(await desk.store.isAnothers()).toBe(false);
      if (end === 'closed') await desk.store.close();
      else clock.advance(4 * 60_000);
      expect(await laptop.store.isAnothers()).toBe(false);
      // It knows an old state of the library, so it still writes nothing.
      expect(laptop.store.write.canWrite).toBe(false);
    },
  );

  it('leaves a folder that merely cannot be written to whoever opened it', async () => {
    const folder = tempFolder();
    await (await openStore(folder)).store.close();
    const { store } = await openStore(folder, {
      fs: faultyFs((call) => (isWriting(call) ? 'EROFS' : 'works')),
    });
    expect(store.write).toMatchObject({ problem: { code: 'read-only-folder' } });
    expect(await store.isAnothers()).toBe(false);
  });

  it('is not taken in by a process that got the dead one’s number', async () => {
    const folder = tempFolder();
    const first = await openStore(folder);
    const later = {
      ...testProgram(),
      birthOf: (pid: number) => Promise.resolve(`later boot:${pid}`),
    };
    expect(first.store.write.canWrite).toBe(true);
    const second = await openStore(folder, { program: later });
    expect(second.store.write.canWrite).toBe(true);
  });
});

describe('what is due once a day', () => {
  it('purges the trash after 30 days, and the purge is a command', async () => {
    const { store, clock } = await openStore(tempFolder());
    await store.dispatch(logActivity('Old'));
    const id = Object.keys(store.library.activities)[0] ?? '';
    await store.dispatch({ type: 'activity.delete', id });
    clock.advance(29 * 86_400_000);
    await store.daily();
    expect(store.library.activities[id]).toBeDefined();
    clock.advance(2 * 86_400_000);
    await store.daily();
    expect(store.library.activities[id]).toBeUndefined();
    expect(store.library.tombstones[id]).toBeDefined();
  });

  it('backs up once a day, and not an empty library', async () => {
    const { store, clock } = await openStore(tempFolder());
    await store.daily();
    expect(await store.backups()).toEqual([]);
    await store.dispatch(logActivity('One'));
    await store.daily();
    await store.daily();
    expect(await store.backups()).toMatchObject([{ reason: 'daily', records: 1 }]);
    clock.advance(86_400_000);
    await store.daily();
    expect(await store.backups()).toHaveLength(2);
  });
});

describe('history', () => {
  const claim = {
    body: 'ahima',
    units: 100,
    state: 'earned',
    marks: {},
    holdings: [],
    cycleId: null,
  };

  it('is read from the journal and, after the snapshot, from its file, each entry once', async () => {
    const folder = tempFolder();
    const { store, program } = await openStore(folder);
    await store.dispatch(logActivity('One', { claims: [claim] }));
    const id = Object.keys(store.library.claims)[0] ?? '';
    await store.dispatch({ type: 'claims.edit', ids: [id], state: 'reported' });
    const before = await store.history('claims');
    expect(before.length).toBeGreaterThan(0);
    await store.flush();
    expect(readdirSync(join(folder, 'history'))).toEqual(['claims-2026-11.jsonl']);
    expect(await store.history('claims')).toEqual(before);
    program.kill();
    const again = await openStore(folder);
    expect(await again.store.history('claims')).toEqual(before);
    expect(await again.store.history('claims', () => false)).toEqual([]);
  });
});

it('opens without any notice what was closed in order', async () => {
  const folder = tempFolder();
  const first = await openStore(folder);
  await first.store.dispatch(logActivity('One'));
  await first.store.close();
  const opened = await openLibrary({ ...rig(folder).options, expectsLibrary: true });
  expect(titles(storeOf(opened))).toEqual(['One']);
  expect(opened).toMatchObject({ notices: [] });
});
