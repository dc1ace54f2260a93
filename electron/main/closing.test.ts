import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Closing as Meaning } from '../../src/core/ipc';
import { Closing, wayToClose, type Way } from './closing';

const soon = [{ title: 'AAPC dues', date: '2026-11-25' }];

describe('wayToClose', () => {
  const way = (
    hasTray: boolean,
    told: Meaning['into'][],
    untold: typeof soon = [],
    hasTimer = false,
  ) =>
    wayToClose({ hasTray, hasTimer, wasTold: (into) => told.includes(into), untold: () => untold });

  test.each([
    [true, [], [], { does: 'hide', tells: { into: 'tray' } }],
    [true, ['tray'], soon, { does: 'hide', tells: null }],
    [true, ['nothing'], [], { does: 'hide', tells: { into: 'tray' } }],
    [false, [], [], { does: 'end', tells: { into: 'nothing', untold: [] } }],
    [false, ['tray'], [], { does: 'end', tells: { into: 'nothing', untold: [] } }],
    [false, ['nothing'], [], { does: 'end', tells: null }],
    [false, ['nothing'], soon, { does: 'end', tells: { into: 'nothing', untold: soon } }],
  ] as const)('tray %o, told of %j, untold %j', (hasTray, told, untold, expected) => {
    expect(way(hasTray, [...told], [...untold])).toEqual(expected);
  });
});

test('what the system tells while the program is closed is no loss to be told of', () => {
  const known = { wasTold: () => false, untold: () => soon, hasTimer: true };
  expect(wayToClose({ ...known, hasTray: false })).toEqual({ does: 'end', tells: null });
  expect(wayToClose({ ...known, hasTray: true }).does).toBe('hide');
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const inTray: Way = { does: 'hide', tells: { into: 'tray' } };
const ends: Way = { does: 'end', tells: { into: 'nothing', untold: soon } };

function rig(way: Way | Error, { isInForce = true, canAsk = true } = {}) {
  const done: string[] = [];
  const told: string[] = [];
  const asked: Meaning[] = [];
  const closing = new Closing(
    {
      isInForce: () => isInForce,
      way: () => (way instanceof Error ? Promise.reject(way) : Promise.resolve(way)),
      noteTold: (into) => told.push(into),
    },
    {
      ask(meaning) {
        if (canAsk) asked.push(meaning);
        return canAsk;
      },
      hide: () => done.push('hide'),
      minimise: () => done.push('minimise'),
      quit: () => done.push('quit'),
      failed: () => done.push('failed'),
    },
  );
  const close = async () => {
    const may = closing.may();
    await vi.advanceTimersByTimeAsync(0);
    return may;
  };
  return { closing, close, done, told, asked };
}

test('who did not ask to be told closes the window and no more', async () => {
  const { close, done, asked } = rig(inTray, { isInForce: false });
  expect(await close()).toBe(true);
  expect([done, asked]).toEqual([[], []]);
});

test.each([
  ['hide', { does: 'hide', tells: null }],
  ['quit', { does: 'end', tells: null }],
] as const)('with nothing to tell it is done at once: %s', async (what, way) => {
  const { close, done, asked } = rig(way);
  expect(await close()).toBe(false);
  expect([done, asked]).toEqual([[what], []]);
});

test.each([
  [inTray, 'close', 'hide', 'tray'],
  [inTray, 'quit', 'quit', 'tray'],
  [ends, 'close', 'quit', 'nothing'],
  [ends, 'quit', 'quit', 'nothing'],
  [ends, 'minimise', 'minimise', 'nothing'],
] as const)('asked %j and answered “%s”', async (way, choice, what, into) => {
  const { closing, close, done, told, asked } = rig(way);
  expect(await close()).toBe(false);
  expect(asked).toEqual([way.tells]);
  closing.answer('asking');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(done).toEqual([]);
  closing.answer(choice);
  expect([done, told]).toEqual([[what], [into]]);
});

test('who thinks better of it stays, and is asked again the next time', async () => {
  const { closing, close, done, told, asked } = rig(inTray);
  await close();
  closing.answer('asking');
  closing.answer('stay');
  await vi.advanceTimersByTimeAsync(600_000);
  expect([done, told]).toEqual([[], []]);
  await close();
  expect(asked).toHaveLength(2);
});

test('a page that cannot be asked, or says nothing, keeps nobody', async () => {
  const deaf = rig(inTray, { canAsk: false });
  await deaf.close();
  expect([deaf.done, deaf.told]).toEqual([['hide'], []]);
  const hung = rig(ends);
  await hung.close();
  await vi.advanceTimersByTimeAsync(1900);
  expect(hung.done).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect([hung.done, hung.told]).toEqual([['quit'], []]);
});

test('who closes again while asked means it, once', async () => {
  const { closing, close, done, asked } = rig(ends);
  expect(closing.may()).toBe(false);
  // Pressed twice before it was even decided what to ask.
  expect(await close()).toBe(false);
  expect(asked).toHaveLength(1);
  closing.answer('asking');
  expect(await close()).toBe(false);
  expect(done).toEqual(['quit']);
});

test('a page that is gone is waited for no longer, and its late answer does no harm', async () => {
  const { closing, close, done, asked } = rig(inTray);
  await close();
  closing.forget();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toEqual([]);
  closing.answer('stay');
  closing.answer('close');
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(2);
});

test('what cannot be found out does not keep the window open', async () => {
  const { close, done } = rig(new Error('no bus'));
  await close();
  expect(done).toEqual(['failed', 'quit']);
});
