import { expect, test, vi } from 'vitest';
import { once } from './once';

test('it is made once, also for those who ask meanwhile', async () => {
  const make = vi.fn(() => Promise.resolve({}));
  const get = once(make);
  const [one, other] = await Promise.all([get(), get()]);
  expect(other).toBe(one);
  expect(await get()).toBe(one);
  expect(make).toHaveBeenCalledTimes(1);
});

test('what failed is tried again', async () => {
  const make = vi
    .fn<() => Promise<number>>()
    .mockRejectedValueOnce(new Error('no'))
    .mockResolvedValue(2);
  const get = once(make);
  await expect(get()).rejects.toThrow('no');
  expect(await get()).toBe(2);
});
