import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openStore, tempFolder, testClock } from '../../../tests/fault/support/rig';
import { FurtherStarts, hearStart } from '../further-starts';
import { checkReminders } from './check';
import type { NoticeService, Shown } from './planner';
import type { NoticeWords } from './words';

const begin = '2026-11-22T15:00:00.000Z';
const due = '2026-11-26T15:00:00.000Z';

/** A library with a date of November 27, two days before which a reminder comes up. */
async function someLibrary(): Promise<string> {
  const folder = tempFolder();
  const { store } = await openStore(folder, { clock: testClock(begin) });
  const date = { title: 'AAPC dues', date: '2026-11-27', note: '', leads: [2] };
  expect(await store.dispatch({ type: 'deadline.add', ...date })).toMatchObject({ ok: true });
  await store.close();
  return folder;
}

function rig(
  folder: string,
  { now = due, notifier = {} }: { now?: string; notifier?: Partial<NoticeService> } = {},
) {
  const shown: NoticeWords[] = [];
  const starts = new FurtherStarts();
  const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn(), page: vi.fn() };
  const tellBug = vi.fn();
  const check = () =>
    checkReminders({
      ...{ starts, log, tellBug, clock: testClock(now) },
      place: { find: () => Promise.resolve({ folder, expectsLibrary: false }) },
      notifier: {
        isReady: () => Promise.resolve(true),
        show(words) {
          shown.push(words);
          return Promise.resolve<Shown>('shown');
        },
        ...notifier,
      },
    });
  return { shown, starts, check, log, tellBug };
}

const ended = { exitCode: 0, wanted: null };

test('what is due is told once, by it or by the program', async () => {
  const folder = await someLibrary();
  const first = rig(folder);
  expect(await first.check()).toEqual(ended);
  expect(first.shown).toMatchObject([{ title: 'AAPC dues tomorrow' }]);
  const second = rig(folder, { now: '2026-11-26T16:00:00.000Z' });
  expect(await second.check()).toEqual(ended);
  expect(second.shown).toEqual([]);
  const { store } = await openStore(folder);
  const notices = Object.entries(store.device.current.notices);
  expect(notices).toEqual([
    [
      expect.stringMatching(/^own:.*\|2026-11-27\|2$/),
      { attemptedAt: due, shownAt: due, attempts: 1 },
    ],
  ]);
});

test('with nothing due there is nothing to see, and nothing is written', async () => {
  const folder = await someLibrary();
  const { check, shown } = rig(folder, { now: begin });
  const before = readdirSync(folder);
  expect(await check()).toEqual(ended);
  expect(shown).toEqual([]);
  expect(readdirSync(folder)).toEqual(before);
});

test.each([
  ['no library', () => Promise.resolve(tempFolder())],
  [
    'a library that somebody has open',
    async () => {
      const folder = await someLibrary();
      await openStore(folder, { clock: testClock(due) });
      return folder;
    },
  ],
])('%s: it ends without a word', async (_, make) => {
  const folder = await make();
  const before = readdirSync(folder);
  const { check, shown, tellBug } = rig(folder);
  expect(await check()).toEqual(ended);
  expect(shown).toEqual([]);
  expect(tellBug).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual(before);
});

test('a service that answers too late is told it twice, however often it is checked', async () => {
  const folder = await someLibrary();
  let asked = 0;
  const show = () => {
    asked += 1;
    return Promise.resolve<Shown>('unanswered');
  };
  for (let hour = 15; hour < 22; hour += 1) {
    const { check } = rig(folder, { now: `2026-11-26T${hour}:00:00.000Z`, notifier: { show } });
    expect(await check()).toEqual(ended);
  }
  expect(asked).toBe(2);
});

test('without a service that answers nothing counts as tried', async () => {
  const folder = await someLibrary();
  const silent = rig(folder, { notifier: { isReady: () => Promise.resolve(false) } });
  expect(await silent.check()).toEqual(ended);
  const next = rig(folder);
  await next.check();
  expect(next.shown).toHaveLength(1);
});

test('a bug ends it too', async () => {
  const { check, tellBug } = rig(await someLibrary(), {
    notifier: { show: () => Promise.reject(new Error('a bug')) },
  });
  expect(await check()).toEqual(ended);
  expect(tellBug).toHaveBeenCalledOnce();
});

test('who starts the program meanwhile gets it, also after one at login did', async () => {
  const { check, starts } = rig(await someLibrary(), {
    notifier: {
      show() {
        starts.tell(hearStart({ args: ['--check-reminders'] }));
        starts.tell(hearStart({ args: ['--hidden'] }));
        starts.tell(hearStart({ args: ['by hand'] }));
        starts.tell(hearStart({ args: ['--hidden', 'late'] }));
        return Promise.resolve<Shown>('shown');
      },
    },
  });
  const { exitCode, wanted } = await check();
  expect([exitCode, wanted?.args]).toEqual([0, ['by hand']]);
});

test('who opens the program waits for no service, and the list has what it has not answered for', async () => {
  const folder = await someLibrary();
  const { check, starts } = rig(folder, {
    notifier: {
      show() {
        starts.tell(hearStart({ args: ['by hand'] }));
        return new Promise<Shown>(() => undefined);
      },
    },
  });
  const { wanted } = await check();
  expect(wanted?.args).toEqual(['by hand']);
  // It is closed: the program has the library for itself, and does not ask the service that hangs.
  const { store } = await openStore(folder);
  expect(store.write.canWrite).toBe(true);
  await store.close();
  const next = rig(folder);
  await next.check();
  expect(next.shown).toEqual([]);
});

test('who opens it before the system is asked has all of it told by the program', async () => {
  const folder = await someLibrary();
  const { check, starts, shown } = rig(folder, {
    notifier: {
      async isReady() {
        starts.tell(hearStart({ args: ['by hand'] }));
        await new Promise(setImmediate);
        return true;
      },
    },
  });
  expect((await check()).wanted?.args).toEqual(['by hand']);
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  expect(shown).toEqual([]);
  const next = rig(folder);
  await next.check();
  expect(next.shown).toHaveLength(1);
});

test('a start after the check waits for the program that it becomes', async () => {
  const { check, starts } = rig(await someLibrary(), {
    notifier: {
      show() {
        starts.tell(hearStart({ args: ['--hidden'] }));
        return Promise.resolve<Shown>('shown');
      },
    },
  });
  expect((await check()).wanted?.args).toEqual(['--hidden']);
  starts.tell(hearStart({ args: ['by hand'] }));
  const heard: string[][] = [];
  starts.heed(({ args }) => heard.push(args));
  expect(heard).toEqual([['by hand']]);
});

test('another check is nobody', async () => {
  const { check, starts } = rig(await someLibrary());
  starts.tell(hearStart({ args: ['--check-reminders'] }));
  expect(await check()).toEqual(ended);
});

test('what hangs is given up after half a minute', async () => {
  const folder = await someLibrary();
  vi.useFakeTimers();
  try {
    const hung = rig(folder, { notifier: { isReady: () => new Promise(() => undefined) } });
    const checked = hung.check();
    await vi.advanceTimersByTimeAsync(29_000);
    let isOver = false;
    void checked.then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(900);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await checked).toEqual({ exitCode: 1, wanted: null });
    expect(hung.log.warn).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
