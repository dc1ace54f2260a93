import { expect, test } from 'vitest';
import { readFlags } from './flags';

const none = {
  ...{ data: null, profile: null, now: null },
  ...{ isSample: false, isHidden: false, isCheck: false },
};
const read = (...args: string[]) => readFlags(['electron', '.', ...args], '/home/ann');

test('nothing asked for', () => {
  expect(read()).toEqual({ ok: true, flags: none });
});

test('folders keep their capitals and are taken from the working folder', () => {
  expect(read('--data=My Library', '--profile=/var/Profile')).toEqual({
    ok: true,
    flags: { ...none, data: '/home/ann/My Library', profile: '/var/Profile' },
  });
});

test('the clock starts at an instant with its zone', () => {
  expect(read('--now=2026-11-22T10:00:00-05:00')).toEqual({
    ok: true,
    flags: { ...none, now: '2026-11-22T15:00:00.000Z' },
  });
});

test.each([
  '--now=2026-11-22',
  '--now=2026-11-22T15:00:00',
  '--now=soon',
  '--now=2026-13-40T99:00Z',
])('refuses %s', (arg) => {
  expect(read(arg).ok).toBe(false);
});

test.each(['--data', '--data=', '--profile=', '--sample=yes', '--hidden=1'])(
  'refuses %s',
  (arg) => {
    expect(read(arg).ok).toBe(false);
  },
);

test('a check for reminders', () => {
  expect(read('--check-reminders')).toEqual({ ok: true, flags: { ...none, isCheck: true } });
  expect(read('--check-reminders=yes').ok).toBe(false);
});

test('leaves what belongs to Chromium alone', () => {
  expect(read('--no-sandbox', '--inspect=0', '--database=x', '--sample', '--hidden')).toEqual({
    ok: true,
    flags: { ...none, isSample: true, isHidden: true },
  });
});
