import { expect, test, vi } from 'vitest';
import { emptyLibrary } from '../../../src/core/library/defaults';
import type { Library } from '../../../src/core/library/schema';
import { defaultDevice, type Device } from '../storage/device';
import { Planner, type Shown } from './planner';
import type { NoticeWords } from './words';

/** September 24: seven days before the code sets of October take effect. */
const begin = '2026-09-24T15:00:00.000Z';

const anyLibrary = () => emptyLibrary('l', '2026-01-05T12:00:00.000Z');

interface Rigged {
  isSample?: boolean;
  device?: Device;
  library?: Library;
  isAnothers?: boolean;
}

function rig({
  isSample = false,
  device = defaultDevice,
  library = anyLibrary(),
  isAnothers = false,
}: Rigged = {}) {
  let now = begin;
  const clock = { now: () => now, timeZone: () => state.zone };
  const state = {
    device: structuredClone(device),
    answer: 'shown' as Shown,
    isReady: true,
    isAnothers,
    zone: 'America/New_York',
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
      store: { isSample, library, isAnothers: () => Promise.resolve(state.isAnothers) },
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
  const look = async (at = now) => {
    now = at;
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

test('a library that another program has open is that one’s to tell, until it has gone', async () => {
  const { state, look } = rig({ isAnothers: true });
  await look();
  expect(state.shown).toEqual([]);
  state.isAnothers = false;
  await look();
  await look();
  expect(state.shown).toHaveLength(1);
});

test('a service that says nothing is not asked again before the next start', async () => {
  const { state, look } = rig();
  state.answer = 'unanswered';
  await look();
  await look('2026-09-24T16:00:00.000Z');
  expect(state.shown).toHaveLength(1);
  const next = rig({ device: state.device });
  await next.look();
  expect(next.state.shown).toHaveLength(1);
});

test('what no start gets an answer for is told twice in all', async () => {
  let { device } = rig().state;
  let shown = 0;
  for (let start = 0; start < 5; start += 1) {
    const { state, look } = rig({ device });
    state.answer = 'unanswered';
    await look();
    shown += state.shown.length;
    ({ device } = state);
  }
  expect(shown).toBe(2);
});

test('a service that refuses it, start after start, has not told it', async () => {
  let { device } = rig().state;
  for (let start = 0; start < 5; start += 1) {
    const { state, look } = rig({ device });
    state.answer = 'failed';
    await look();
    expect(state.shown).toHaveLength(1);
    expect(state.device.notices).toEqual({});
    ({ device } = state);
  }
});

test('what was put off is told again when it comes back, once', async () => {
  const library = anyLibrary();
  const { state, look } = rig({ library });
  await look();
  const [id = ''] = Object.keys(state.device.notices);
  const [deadline = '', due = '', lead] = id.split('|');
  const until = '2026-09-25T13:00:00.000Z';
  library.occurrences[id] = {
    ...{ id, deadline, due, lead: Number(lead), state: 'put-off', until },
    ...{ createdAt: begin, updatedAt: begin },
  };
  await look('2026-09-25T12:59:00.000Z');
  expect(state.shown).toHaveLength(1);
  await look('2026-09-25T13:00:00.000Z');
  expect(state.shown).toHaveLength(2);
  await look('2026-09-25T14:00:00.000Z');
  await rig({ library, device: state.device }).look('2026-09-25T14:00:00.000Z');
  expect(state.shown).toHaveLength(2);
});

test('who flies from one night into another is told once, where it is day', async () => {
  const library = anyLibrary();
  const quiet = { from: '22:00', until: '07:00' };
  library.settings.reminders = { ...library.settings.reminders, quiet };
  const { state, look } = rig({ library });
  // Half past ten in the evening of the day on which it comes up, which was spent without the program.
  await look('2026-09-25T02:30:00.000Z');
  expect(state.shown).toHaveLength(0);
  // Half past four in the morning, where the plane lands for an hour.
  state.zone = 'Europe/Berlin';
  await look('2026-09-25T02:30:00.000Z');
  expect(state.shown).toHaveLength(0);
  state.zone = 'Asia/Kolkata';
  await look('2026-09-25T02:31:00.000Z');
  expect(state.shown).toHaveLength(1);
  for (const zone of ['Europe/Berlin', 'America/New_York', 'America/Los_Angeles']) {
    state.zone = zone;
    await look('2026-09-25T16:00:00.000Z');
  }
  expect(state.shown).toHaveLength(1);
});

test('of what lies far back only the last is kept', async () => {
  const notice = { attemptedAt: begin, shownAt: begin, attempts: 1 };
  const many = Array.from({ length: 300 }, (_, nth) => [`own:${nth}|2026-06-01|7`, notice]);
  const others = { 'own:new|2026-09-01|7': notice, odd: notice };
  const notices = { ...(Object.fromEntries(many) as Device['notices']), ...others };
  const { state, look } = rig({ device: { ...defaultDevice, notices } });
  await look();
  const kept = Object.keys(state.device.notices);
  expect(kept).toEqual(expect.arrayContaining(['own:new|2026-09-01|7', 'odd']));
  const farBack = kept.filter((id) => id.endsWith('|2026-06-01|7'));
  expect(farBack).toHaveLength(200);
  expect(farBack[0]).toBe('own:100|2026-06-01|7');
});

test('a clock that was half a year ahead for a while and is right again repeats nothing', async () => {
  const { state, look } = rig();
  await look();
  const told = state.shown.length;
  await look('2027-03-25T15:00:00.000Z');
  expect(state.shown.length).toBeGreaterThan(told);
  const sinceThen = state.shown.length;
  await look(begin);
  expect(state.shown).toHaveLength(sinceThen);
});
