import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DayWatch } from './day-watch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

function watch() {
  const clock = { day: '2026-11-22', days: 0, looks: 0 };
  const watched = new DayWatch({ today: () => clock.day, log });
  watched.onDay(() => (clock.days += 1));
  watched.onLook(() => (clock.looks += 1));
  return { clock, watched };
}

test('midnight is seen within a minute, once', () => {
  const { clock } = watch();
  vi.advanceTimersByTime(60_000);
  expect(clock.days).toBe(0);
  clock.day = '2026-11-23';
  vi.advanceTimersByTime(180_000);
  expect(clock).toMatchObject({ days: 1, looks: 4 });
});

test('woken after a week: one new day, however often the system says so', () => {
  const { clock, watched } = watch();
  clock.day = '2026-11-29';
  watched.look();
  watched.look();
  expect(clock.days).toBe(1);
});

test('a clock set back is a new day too', () => {
  const { clock, watched } = watch();
  clock.day = '2026-11-21';
  watched.look();
  expect(clock.days).toBe(1);
});

test('who fails keeps nobody else from hearing of it', () => {
  const { clock, watched } = watch();
  watched.onDay(() => {
    throw new Error('a bug');
  });
  watched.onDay(() => (clock.days += 10));
  clock.day = '2026-11-23';
  watched.look();
  expect(clock).toMatchObject({ days: 11, looks: 1 });
  expect(log.error).toHaveBeenCalledOnce();
});

test('stopped', () => {
  const { clock, watched } = watch();
  watched.stop();
  vi.advanceTimersByTime(180_000);
  expect(clock.looks).toBe(0);
});
