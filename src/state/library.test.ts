import { expect, test, vi } from 'vitest';
import type { Api, Broadcast } from '../core/ipc';
import type { Library, Subject } from '../core/library/schema';
import type { Problem } from '../core/result';
import { LibraryState } from './library.svelte';

type Read = Awaited<ReturnType<Api['read']>>;
type Changed = Extract<Broadcast, { kind: 'changed' }>;

/** A main process of which the test decides when it answers. */
function setUp() {
  const reads: { subjects: Subject[]; answer: (read: Read) => void }[] = [];
  const problems: Problem[] = [];
  const dispatch = vi.fn<Api['dispatch']>();
  const read = (subjects: Subject[]) =>
    new Promise<Read>((answer) => reads.push({ subjects, answer }));
  const api = { read, dispatch } as unknown as Api;
  const library = new LibraryState(api, (problem) => problems.push(problem));
  library.start(1);
  return { library, reads, problems, dispatch };
}

const holding = (id: string, note: string) => ({ id, note }) as Library['holdings'][string];
const holdings = (revision: number, note: string): Read => ({
  revision,
  library: { holdings: { one: holding('one', note) } },
});
const noted = (revision: number, value: string): Changed => ({
  kind: 'changed',
  revision,
  patches: [{ op: 'replace', path: ['holdings', 'one', 'note'], value }],
  did: 'Changed',
  undoable: true,
});
const noteOf = (library: LibraryState) => library.data.holdings?.['one']?.note;

test('a subject is read once, and its changes follow', async () => {
  const { library, reads } = setUp();
  const both = Promise.all([library.ensure('holdings'), library.ensure('holdings')]);
  expect(reads).toHaveLength(1);
  reads[0]?.answer(holdings(1, 'a'));
  await both;
  library.hear(noted(2, 'b'));
  expect(noteOf(library)).toBe('b');
  expect(library.data.activities).toBeUndefined();
});

test('what came with the opening is not read, and only later changes follow it', async () => {
  const { library, reads } = setUp();
  library.start(5, { holdings: { one: holding('one', 'a') } });
  await library.ensure('holdings');
  expect(reads).toHaveLength(0);
  library.hear(noted(5, 'older'));
  expect(noteOf(library)).toBe('a');
  library.hear(noted(6, 'b'));
  expect(noteOf(library)).toBe('b');
});

test('a change that overtakes the answer of a read is not lost, and one in it is not applied twice', async () => {
  const { library, reads } = setUp();
  const ensured = library.ensure('holdings');
  library.hear(noted(2, 'in the answer'));
  library.hear(noted(3, 'after the answer'));
  reads[0]?.answer(holdings(2, 'in the answer'));
  await ensured;
  expect(noteOf(library)).toBe('after the answer');
});

test('after a missed message all that is held is read anew', async () => {
  const { library, reads } = setUp();
  const ensured = library.ensure('holdings');
  reads[0]?.answer(holdings(1, 'a'));
  await ensured;
  library.hear(noted(3, 'c'));
  expect(reads).toHaveLength(2);
  reads[1]?.answer(holdings(3, 'c, and what was missed'));
  await vi.waitFor(() => expect(noteOf(library)).toBe('c, and what was missed'));
});

test('a command is over when its change has arrived, though the answer came first', async () => {
  const { library, reads, dispatch } = setUp();
  const ensured = library.ensure('holdings');
  reads[0]?.answer(holdings(1, 'a'));
  await ensured;
  dispatch.mockResolvedValue({ ok: true, value: { revision: 2, id: 'one', did: 'Changed' } });
  const done = library.dispatch({ type: 'library.undo' }).then(() => noteOf(library));
  await Promise.resolve();
  library.hear(noted(2, 'b'));
  expect(await done).toBe('b');
});

test('a refused command is told, unless the caller tells it', async () => {
  const { library, problems, dispatch } = setUp();
  dispatch.mockResolvedValue({ ok: false, problem: { code: 'nothing-to-undo' } });
  await library.dispatch({ type: 'library.undo' }, { isQuiet: true });
  expect(problems).toEqual([]);
  await library.dispatch({ type: 'library.undo' });
  expect(problems).toEqual([{ code: 'nothing-to-undo' }]);
});

test('a late answer about the library that was open before is dropped', async () => {
  const { library, reads } = setUp();
  const ensured = library.ensure('holdings');
  library.start(40);
  reads[0]?.answer(holdings(1, 'of the other library'));
  await ensured;
  expect(library.data).toEqual({});
  const again = library.ensure('holdings');
  reads[1]?.answer(holdings(40, 'of this one'));
  await again;
  expect(noteOf(library)).toBe('of this one');
});
