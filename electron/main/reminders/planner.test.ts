import { expect, test, vi } from 'vitest';
import { emptyLibrary } from '../../../src/core/library/defaults';
import { defaultDevice, type Device } from '../storage/device';
import { Planner, type Shown } from './planner';
import type { NoticeWords } from './words';

/** September 24: seven days before the code sets of October take effect. */
const clock = { now: () => '2026-09-24T15:00:00.000Z', timeZone: () => 'America/New_York' };

function rig({ isSample = false, device = defaultDevice } = {}) {
  const library = emptyLibrary('l', '2026-01-05T12:00:00.000Z');
  const state = {
    device: structuredClone(device),
    answer: 'shown' as Shown,
    isReady: true,
    noted: [] as (string | null | undefined)[],
    shown: [] as NoticeWords[],
  };
  const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn(), page: vi.fn() };
  const tellBug = vi.fn();
  const planner = new Planner({
    clock,
    log,
    tellBug,
    session: {
      store: { isSample, library },
      device: {
        get current() {
          return state.device;
        },
        change: (changes: Partial<Device>) => {
          Object.assign(state.device, changes);
          return Promise.resolve();
        },
      },
    },
    notifier: {
      isReady: () => Promise.resolve(state.isReady),
      show: (words) => {
        state.noted = Object.values(state.device.notices).map(({ attemptedAt }) => attemptedAt);
        state.shown.push(words);
        return Promise.resolve(state.answer);
      },
    },
  });
  const look = async () => {
    planner.look();
    await planner.settled();
  };
  return { state, look, planner, tellBug };
}

test('noted before it is shown, and once it was shown never again', async () => {
  const { state, look } = rig();
  await look();
  expect(state.shown).toHaveLength(1);
  expect(state.noted).not.toContain(null);
  expect(state.noted.length).toBeGreaterThan(0);
  const notices = Object.values(state.device.notices);
  expect(notices.every(({ shownAt }) => shownAt !== null)).toBe(true);
  await look();
  expect(state.shown).toHaveLength(1);
  const next = rig({ device: state.device });
  await next.look();
  expect(next.state.shown).toHaveLength(0);
});

test('a crash between the two costs one repeat', async () => {
  const { state, look } = rig();
  await look();
  const crashed = structuredClone(state.device);
  for (const notice of Object.values(crashed.notices)) notice.shownAt = null;
  const next = rig({ device: crashed });
  await next.look();
  await next.look();
  expect(next.state.shown).toHaveLength(1);
});

test('a service that cannot show it is asked again later', async () => {
  const { state, look } = rig();
  state.isReady = false;
  await look();
  expect(state.shown).toHaveLength(0);
  expect(state.device.notices).toEqual({});
  state.isReady = true;
  state.answer = 'failed';
  await look();
  expect(state.shown).toHaveLength(1);
  state.answer = 'shown';
  await look();
  expect(state.shown).toHaveLength(2);
  await look();
  expect(state.shown).toHaveLength(2);
});

test('looks that meet are one', async () => {
  const { state, planner } = rig();
  for (let nth = 0; nth < 5; nth += 1) planner.look();
  await planner.settled();
  expect(state.shown).toHaveLength(1);
});

test('the sample library sends none', async () => {
  const { state, look } = rig({ isSample: true });
  await look();
  expect(state.shown).toEqual([]);
});
