import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemSentence } from '../../../src/core/problems';
import {
  contentsOf,
  logActivity,
  openStore,
  rig,
  storeOf,
  tempFolder,
  titles,
} from '../../../tests/fault/support/rig';
import { seal, snapshotOf } from './snapshot';
import { openLibrary, recoverLibrary } from './store';
import type { RecoveryNeeded } from './types';

/*
 * Bad input of the files themselves: each gets a sentence, changes nothing at the start, and can be gone on
 * from without losing what can be read.
 */

let folder: string;
const file = (name: string) => join(folder, name);
const journal = () => file('journal.jsonl');
const snapshot = () => file('library.json');

/** One and Two in the snapshot and in a backup, Three and Four in the journal alone. */
async function makeLibrary(): Promise<void> {
  const { store, program } = await openStore(folder);
  await store.dispatch(logActivity('One'));
  await store.dispatch(logActivity('Two'));
  await store.backUp('asked');
  await store.dispatch(logActivity('Three'));
  await store.dispatch(logActivity('Four'));
  program.kill();
  rmSync(file('library.lock'));
}

async function refused(): Promise<RecoveryNeeded> {
  const before = contentsOf(folder);
  const opened = await openLibrary(rig(folder).options);
  expect(contentsOf(folder)).toEqual(before);
  if (opened.kind !== 'recovery') throw new Error('it opened');
  const { happened, todo } = problemSentence(opened.problem);
  expect(`${happened} ${todo}`).not.toMatch(/unknown|undefined/);
  return opened;
}

async function recovered(): Promise<{ names: string[]; kept: string[] }> {
  const answer = await recoverLibrary(rig(folder).options, 'restore-backup');
  if (!answer.ok) throw new Error(answer.problem.code);
  const store = storeOf(answer.value);
  const names = titles(store);
  expect(await store.dispatch(logActivity('After'))).toMatchObject({ ok: true });
  await store.close();
  const again = await openStore(folder, { expectsLibrary: true });
  expect(titles(again.store)).toEqual([...names, 'After'].sort());
  await again.store.close();
  return { names, kept: readdirSync(folder).filter((name) => name.includes('.corrupt-')) };
}

beforeEach(async () => {
  folder = tempFolder();
  await makeLibrary();
});

const spoiled: [string, (bytes: Buffer) => Buffer][] = [
  ['empty', () => Buffer.alloc(0)],
  ['zeros', (bytes) => Buffer.alloc(bytes.length)],
  ['truncated', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['with a byte order mark', (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes])],
  ['null', () => Buffer.from('null')],
  ['an empty list', () => Buffer.from('[]')],
  ['an empty object', () => Buffer.from('{}')],
  ['text', () => Buffer.from('<html>')],
  ['with a changed letter', (bytes) => Buffer.from(bytes.toString().replace('Two', 'Ten'))],
  ['with a changed header', (bytes) => Buffer.from(bytes.toString().replace('"seq":2', '"seq":3'))],
];

describe.each(spoiled)('a snapshot that is %s', (_, spoil) => {
  beforeEach(() => writeFileSync(snapshot(), spoil(readFileSync(snapshot()))));

  it('is never opened empty, nor written over', async () => {
    const { problem, backup } = await refused();
    expect(problem.code).toBe('library-damaged');
    // The backup and the journal's lines after it make the whole library.
    expect(backup).toMatchObject({ records: 4 });
  });

  it('is kept aside, and what backup and journal hold is restored', async () => {
    const { names, kept } = await recovered();
    expect(names).toEqual(['Four', 'One', 'Three', 'Two']);
    expect(kept.some((name) => name.startsWith('library.json.corrupt-'))).toBe(true);
  });
});

// Half a line at the end may have been in flight; that is told below.
describe.each(spoiled.filter(([name]) => !/header|truncated/.test(name)))(
  'a journal that is %s',
  (_, spoil) => {
    it('is never taken for an empty one', async () => {
      const bytes = readFileSync(journal());
      writeFileSync(journal(), spoil(bytes));
      const { problem } = await refused();
      expect(problem.code).toBe('journal-damaged');
      const { names, kept } = await recovered();
      expect(names).toEqual(expect.arrayContaining(['One', 'Two']));
      expect(kept.some((name) => name.startsWith('journal.jsonl.corrupt-'))).toBe(true);
    });
  },
);

describe('a journal', () => {
  it('keeps its good lines before the damage', async () => {
    const text = readFileSync(journal(), 'utf8');
    writeFileSync(journal(), text.replace('"title":"Four"', '"title":"Five"'));
    expect((await refused()).problem).toMatchObject({ about: { line: '4' } });
    expect((await recovered()).names).toEqual(['One', 'Three', 'Two']);
  });

  it('with a missing line is damaged', async () => {
    const lines = readFileSync(journal(), 'utf8').split('\n');
    writeFileSync(journal(), [...lines.slice(0, 2), ...lines.slice(3)].join('\n'));
    expect((await refused()).problem.code).toBe('journal-damaged');
  });

  it('drops a torn last line, says so, and goes on soundly', async () => {
    const bytes = readFileSync(journal());
    truncateSync(journal(), bytes.length - 40);
    const { store, notices, program } = await openStore(folder);
    expect(notices).toEqual(['journal-torn']);
    expect(titles(store)).toEqual(['One', 'Three', 'Two']);
    await store.dispatch(logActivity('Five'));
    program.kill();
    const again = await openStore(folder);
    expect(again.notices).toEqual([]);
    expect(titles(again.store)).toEqual(['Five', 'One', 'Three', 'Two']);
  });

  it('keeps a last line that lacks only its end', async () => {
    truncateSync(journal(), readFileSync(journal()).length - 1);
    const { store, program } = await openStore(folder);
    expect(titles(store)).toHaveLength(4);
    await store.dispatch(logActivity('Five'));
    program.kill();
    expect(titles((await openStore(folder)).store)).toHaveLength(5);
  });

  it('drops a last line of which the disk kept only the length', async () => {
    writeFileSync(journal(), Buffer.concat([readFileSync(journal()), Buffer.alloc(512)]));
    const { store, notices } = await openStore(folder);
    expect(notices).toEqual(['journal-torn']);
    expect(titles(store)).toHaveLength(4);
  });

  it('is damage where it should be and is not', async () => {
    rmSync(journal());
    expect((await refused()).problem.code).toBe('journal-damaged');
    expect((await recovered()).names).toEqual(['One', 'Two']);
  });
});

describe('another version', () => {
  const withSchema = (schema: number) => {
    const { library } = JSON.parse(readFileSync(snapshot(), 'utf8')) as { library: object };
    const about = { seq: 2, undoFloor: 0, savedAt: '2026-11-22T12:00:00.000Z', schema };
    writeFileSync(snapshot(), seal(snapshotOf(library, about)));
  };

  it('newer, of the snapshot, is refused and stays as it is', async () => {
    withSchema(9);
    expect((await refused()).problem).toEqual({ code: 'library-newer', about: { version: '9' } });
    const before = contentsOf(folder);
    for (const action of ['restore-backup', 'start-empty'] as const) {
      const answer = await recoverLibrary(rig(folder).options, action);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'library-newer' } });
    }
    expect(contentsOf(folder)).toEqual(before);
  });

  it('newer, of a journal line, is refused', async () => {
    writeFileSync(
      journal(),
      `${readFileSync(journal(), 'utf8')}${JSON.stringify({
        ...{ seq: 5, v: 9, at: '2026-11-22T12:00:00.000Z' },
        ...{ command: { type: 'something.new' }, patches: [], inverse: [] },
      })}\n`,
    );
    expect((await refused()).problem).toEqual({ code: 'library-newer', about: { version: '9' } });
  });

  it('older, of a journal line after the snapshot, is never replayed', async () => {
    const lines = readFileSync(journal(), 'utf8').split('\n');
    const last = JSON.parse(lines[3] ?? '') as object;
    lines[3] = JSON.stringify({ ...last, v: 1, sum: undefined });
    writeFileSync(journal(), lines.join('\n'));
    expect((await refused()).problem.code).toBe('journal-damaged');
  });
});

describe('both files', () => {
  it.each(spoiled.slice(0, 3))('%s: the newest backup is gone on from', async (_, spoil) => {
    for (const path of [snapshot(), journal()]) writeFileSync(path, spoil(readFileSync(path)));
    expect(['library-damaged', 'journal-damaged']).toContain((await refused()).problem.code);
    expect((await recovered()).names).toEqual(['One', 'Two']);
  });

  it('missing from a folder that had them: asked first', async () => {
    rmSync(snapshot());
    rmSync(journal());
    const { problem, backup } = await refused();
    expect(problem).toEqual({ code: 'library-missing', about: { folder } });
    expect(backup).toMatchObject({ records: 2, reason: 'asked' });
    expect((await recovered()).names).toEqual(['One', 'Two']);
  });
});

describe('a missing library', () => {
  it('beside its journal is damage, and comes back from backup and journal', async () => {
    rmSync(snapshot());
    expect((await refused()).problem.code).toBe('library-damaged');
    expect((await recovered()).names).toEqual(['Four', 'One', 'Three', 'Two']);
  });

  it('in a folder that is known to have held one is asked about, and the folder is not made', async () => {
    const gone = join(tempFolder(), 'drive');
    const opened = await openLibrary({ ...rig(gone).options, expectsLibrary: true });
    expect(opened).toEqual({
      kind: 'recovery',
      problem: { code: 'library-missing', about: { folder: gone } },
      backup: null,
    });
    expect(existsSync(gone)).toBe(false);
  });

  it('can be started anew on purpose', async () => {
    const gone = join(tempFolder(), 'drive');
    const answer = await recoverLibrary(
      { ...rig(gone).options, expectsLibrary: true },
      'start-empty',
    );
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(titles(storeOf(answer.value))).toEqual([]);
  });
});

describe('starting empty', () => {
  it('keeps everything aside, backups too', async () => {
    writeFileSync(snapshot(), '');
    const answer = await recoverLibrary(rig(folder).options, 'start-empty');
    if (!answer.ok) throw new Error(answer.problem.code);
    const store = storeOf(answer.value);
    expect(titles(store)).toEqual([]);
    const kept = readdirSync(folder).filter((name) => name.includes('.corrupt-'));
    expect(kept.map((name) => name.split('.corrupt-')[0]).sort()).toEqual([
      'journal.jsonl',
      'library.json',
    ]);
    const [backup] = await store.backups();
    expect(await store.restore(backup?.name ?? '')).toMatchObject({ ok: true });
    expect(titles(store)).toEqual(['One', 'Two']);
  });

  it('never lets old lines pass for new ones', async () => {
    writeFileSync(journal(), 'x\n');
    const answer = await recoverLibrary(rig(folder).options, 'start-empty');
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(storeOf(answer.value).revision).toBeGreaterThan(2);
  });
});

it('a folder that cannot be one gets a sentence', async () => {
  const path = join(tempFolder(), 'file');
  writeFileSync(path, '');
  const opened = await openLibrary(rig(join(path, 'data')).options);
  expect(opened.kind).toBe('recovery');
  mkdirSync(join(folder, 'as-folder'), { recursive: true });
  mkdirSync(join(folder, 'as-folder', 'library.json'));
  const other = await openLibrary(rig(join(folder, 'as-folder')).options);
  expect(other).toMatchObject({ kind: 'recovery', problem: { code: 'library-unreadable' } });
});
