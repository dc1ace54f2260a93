import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../electron/main/storage/store';
import type { LibraryStore } from '../../electron/main/storage/types';
import { faultyFs } from './support/faulty-fs';
import type { Call, Fate } from './support/faulty-fs';
import { openStore, rig, tempFolder } from './support/rig';

/*
 * Each call of the file system fails at every place where one is made while texts are added, replaced and read
 * again, and the program goes on or ends there. Afterwards each text that was answered is there, old or new, and
 * the one before it is among what is kept: never neither.
 */

const bytesOf = (text: string) => Buffer.from(text);
const pathOf = (folder: string, id: string) => join(folder, 'documents', id, 'Notes.md');

async function textOf(store: LibraryStore, id: string, which: 'now' | 'previous' = 'now') {
  const read = await store.documents.text(id, which);
  return read.ok ? read.value.text : read.problem.code;
}

interface Made {
  folder: string;
  id: string;
}

/** A library with one text, as a killed program leaves it. */
async function madeFolder(): Promise<Made> {
  const folder = tempFolder();
  const { store, program } = await openStore(folder);
  const added = await store.documents.add('Notes.md', bytesOf('first'), { as: 'ask' });
  if (!added.ok) throw new Error(added.problem.code);
  program.kill();
  return { folder, id: added.value.id };
}

let made: Made;
beforeAll(async () => {
  made = await madeFolder();
});

/** The same again, for one run. */
function copy(): Made {
  const folder = tempFolder();
  cpSync(made.folder, folder, { recursive: true });
  return { ...made, folder };
}

const works = () => 'works';
const unflushed = (fateOf: (call: Call) => Fate) => faultyFs(fateOf, { isFlushed: false });

const keptIn = (folder: string, id: string) =>
  readdirSync(join(folder, 'documents', id))
    .filter((name) => !name.endsWith('.tmp'))
    .map((name) => readFileSync(join(folder, 'documents', id, name), 'utf8'));

interface Left {
  calls: number;
  /** The texts that were answered as added, by id. */
  added: string[];
}

async function run(
  { folder, id }: Made,
  fateAt: (index: number) => Fate,
  stopAtFault: boolean,
  wrong: (what: string) => void,
): Promise<Left> {
  let hasFailed = false;
  const fs = unflushed(({ index }) => {
    const fate = fateAt(index);
    hasFailed ||= fate !== 'works';
    return fate;
  });
  const { options, program } = rig(folder, { fs });
  const opened = await openLibrary({ ...options, expectsLibrary: true });
  const left: Left = { calls: 0, added: [] };
  if (opened.kind === 'open') {
    const { store } = opened;
    const now = () => readFileSync(pathOf(folder, id), 'utf8');
    const steps = [
      async () => {
        writeFileSync(pathOf(folder, id), 'second');
        await store.documents.look(id);
      },
      async () => {
        const before = now();
        const target = { as: 'new-version', id } as const;
        const put = await store.documents.add('Notes.md', bytesOf('third'), target);
        if (put.ok && now() !== 'third') wrong('answered, and not there');
        if (!keptIn(folder, id).includes(before)) wrong(`“${before}” is lost`);
      },
      async () => {
        const added = await store.documents.add('Other.md', bytesOf('other'), { as: 'ask' });
        if (added.ok && added.value.kind === 'added') left.added.push(added.value.id);
      },
      async () => void (await store.documents.text(id, 'now')),
      async () => void (await store.daily()),
      async () => store.close(),
    ];
    for (const step of steps) {
      if (hasFailed && stopAtFault) break;
      const before = keptIn(folder, id);
      await step();
      const kept = keptIn(folder, id);
      if (kept.length === 0 || !kept.some((text) => before.includes(text))) wrong('neither');
    }
  }
  program.kill();
  return { ...left, calls: fs.calls.length };
}

async function check(code: Fate, times: number, stopAtFault: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const { calls } = await run(copy(), works, false, (what) => wrong.push(what));
  expect(calls).toBeGreaterThan(60);
  for (let at = 0; at < calls; at++) {
    const made = copy();
    const say = (what: string) => wrong.push(`call ${at}: ${what}`);
    const fateAt = (index: number) => (index >= at && index < at + times ? code : 'works');
    const { added } = await run(made, fateAt, stopAtFault, say);
    const { folder, id } = made;
    const { store } = await openStore(folder, { expectsLibrary: true, fs: unflushed(works) });
    const onDisk = readFileSync(pathOf(folder, id), 'utf8');
    if ((await textOf(store, id)) !== onDisk) say('the text is not the one on disk');
    for (const other of added) if ((await textOf(store, other)) !== 'other') say('an added one');
    // From here on all is as after any other change.
    writeFileSync(pathOf(folder, id), 'last');
    if ((await textOf(store, id)) !== 'last') say('not read again');
    if ((await textOf(store, id, 'previous')) !== onDisk) say('the text before is not kept');
    await store.close();
    rmSync(folder, { recursive: true });
  }
  return wrong;
}

const fates: [Fate, number][] = [
  ['ENOSPC', 1],
  ['EACCES', 1],
  ['EBUSY', 3],
  ['EIO', 1],
  ['EIO', 1000],
  ['short', 1],
];

describe.each(fates)('%s, %i in a row, at every call', (code, times) => {
  it('and the program ends there', async () => {
    expect(await check(code, times, true)).toEqual([]);
  });

  it('and the program goes on', async () => {
    expect(await check(code, times, false)).toEqual([]);
  });
});
