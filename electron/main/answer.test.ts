import { expect, test, vi } from 'vitest';
import type { Api } from '../../src/core/ipc';
import { makeAnswer } from './answer';

const api = {
  open: vi.fn(() => Promise.resolve('opened')),
  today: vi.fn(() => Promise.resolve('today')),
  openLink: vi.fn(() => Promise.resolve('gone')),
};
const answer = makeAnswer(api as unknown as Api);

test('what the first paint asks for is answered, and only if nothing came with it', async () => {
  expect(await answer('open', [])).toBe('opened');
  expect(await answer('today', [])).toBe('today');
  await expect(answer('open', [1])).rejects.toThrow('malformed call of open');
  await expect(answer('today', [undefined])).rejects.toThrow('malformed call of today');
  expect(api.open).toHaveBeenCalledTimes(1);
  expect(api.today).toHaveBeenCalledTimes(1);
});

test('all else is checked before it is answered', async () => {
  expect(await answer('openLink', ['https://example.com'])).toBe('gone');
  expect(await answer('openLink', [])).toMatchObject({ ok: false });
  expect(api.openLink).toHaveBeenCalledTimes(1);
});
