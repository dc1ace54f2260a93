import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../electron/main/storage/store';
import type { LibraryStore } from '../../electron/main/storage/types';
import { faultyFs } from './support/faulty-fs';
import type { Fate } from './support/faulty-fs';
import { logActivity, openStore, rig, tempFolder } from './support/rig';

/*
 * Each call of the file system fails once, or a few times in a row, at every place where one is made. After
 * each, the library loads and is the old or the new state: whatever was answered is there.
 */

type Step = (store: LibraryStore) => Promise<{ ok: boolean } | undefined>;

const claim = {
  body: 'ahima',
  units: 100,
  state: 'earned',
  marks: {},
  holdings: [],
  cycleId: null,
};

const restore: Step = async (store) => store.restore((await store.backups())[0]?.name ?? '');

const steps: Step[] = [
  (store) => store.dispatch(logActivity('One', { claims: [claim] })),
  (store) => store.flush(),
  (store) => store.dispatch(logActivity('Two')),
  (store) => store.dispatch({ type: 'library.undo' }),
  (store) => store.putEvidence(Buffer.from('proof'), 'proof.txt'),
  (store) => store.daily(),
  (store) => store.dispatch(logActivity('Three')),
  restore,
  (store) => store.dispatch(logActivity('Four')),
  (store) => store.device.change({ zoom: 110 }),
  async (store) => {
    await store.close();
    return undefined;
  },
];

/** As a text that does not depend on the order of fields, which a restored record has from its schema. */
const stateOf = (store: LibraryStore) => JSON.stringify(ordered(store.library));

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]));
}

const activitiesOf = (state: string) =>
  Object.keys((JSON.parse(state) as { activities: object }).activities);

/** What a run leaves: the state that was answered last, and what else may be found instead. */
interface Left {
  calls: number;
  state: string | null;
  /** A command failed, and its line may be there all the same: one more than was answered, never one less. */
  mayHoldMore: boolean;
  /** A restore failed, and may have come far enough: a state that was there before. */
  mayBe: Set<string>;
}

async function run(
  folder: string,
  fateAt: (index: number) => Fate,
  stopAtFault: boolean,
  first: string,
): Promise<Left> {
  let hasFailed = false;
  const fs = faultyFs(({ index }) => {
    const fate = fateAt(index);
    hasFailed ||= fate !== 'works';
    return fate;
  });
  const { options, program } = rig(folder, { fs });
  const left: Left = { calls: 0, state: null, mayHoldMore: false, mayBe: new Set() };
  const opened = await openLibrary({ ...options, expectsLibrary: true });
  if (opened.kind === 'open') {
    const { store } = opened;
    const seen = new Set([first, stateOf(store)]);
    left.state = stateOf(store);
    for (const step of steps) {
      if (hasFailed && stopAtFault) break;
      const answer = await step(store);
      left.state = stateOf(store);
      seen.add(left.state);
      if (answer && !answer.ok) left.mayHoldMore = true;
      if (answer && !answer.ok && step === restore) left.mayBe = new Set(seen);
    }
  }
  program.kill();
  return { ...left, calls: fs.calls.length };
}

/** A library with something to lose; its first state is in a backup. */
async function madeFolder(): Promise<{ folder: string; first: string; state: string }> {
  const folder = tempFolder();
  const { store, program } = await openStore(folder);
  await store.dispatch(logActivity('Before'));
  await store.backUp('asked');
  const first = stateOf(store);
  await store.dispatch(logActivity('Before, too'));
  program.kill();
  return { folder, first, state: stateOf(store) };
}

/** What is wrong after the fault at each call; nothing, it is hoped. */
async function check(code: Fate, times: number, stopAtFault: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const whole = await madeFolder();
  const { calls } = await run(whole.folder, () => 'works', false, whole.first);
  expect(calls).toBeGreaterThan(100);
  for (let at = 0; at < calls; at++) {
    const { folder, first, state } = await madeFolder();
    const fateAt = (index: number) => (index >= at && index < at + times ? code : 'works');
    const left = await run(folder, fateAt, stopAtFault, first);
    const again = await openStore(folder, { expectsLibrary: true });
    const answered = left.state ?? state;
    const found = stateOf(again.store);
    const loaded = new Set(activitiesOf(found));
    const hasAll = activitiesOf(answered).every((id) => loaded.has(id));
    const isRight = found === answered || left.mayBe.has(found) || (left.mayHoldMore && hasAll);
    if (!isRight) wrong.push(`call ${at}: neither the old nor the new state`);
    const after = await again.store.dispatch(logActivity('After'));
    if (!after.ok) wrong.push(`call ${at}: afterwards ${after.problem.code}`);
    await again.store.close();
    rmSync(folder, { recursive: true });
  }
  return wrong;
}

const fates: [Fate, number][] = [
  ['ENOSPC', 1],
  ['EACCES', 1],
  ['EPERM', 12],
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
