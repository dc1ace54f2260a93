import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultyFs, isWriting } from '../../tests/fault/support/faulty-fs';
import {
  logActivity,
  openStore,
  silentLog,
  tempFolder,
  testClock,
  testProgram,
} from '../../tests/fault/support/rig';
import { DeviceKeeper } from './device-keeper';
import { deviceName } from './storage/device';

const clock = testClock();
const at = clock.now();
const shown = { attemptedAt: at, shownAt: at, attempts: 1 };

/** A folder in which nothing can be written, until it can. */
async function readOnly(code: string) {
  const folder = tempFolder();
  await (await openStore(folder)).store.close();
  const disk = { isRefusing: true };
  const fs = faultyFs((call) => (disk.isRefusing && isWriting(call) ? code : 'works'));
  const open = async () => (await openStore(folder, { fs })).store;
  return { folder, disk, open };
}

test('what was told of a library that cannot be written is known at the next start', async () => {
  const { folder, open } = await readOnly('EROFS');
  const profile = tempFolder();
  for (const isFirst of [true, false]) {
    const keeper = new DeviceKeeper({ clock, log: silentLog, profile });
    await keeper.take((await open()).device);
    expect(keeper.current.notices).toEqual(isFirst ? {} : { told: shown });
    await keeper.change({ zoom: 125, notices: { told: shown } });
    expect(keeper.current).toMatchObject({ zoom: 125, notices: { told: shown } });
    await keeper.close();
  }
  expect(existsSync(join(folder, deviceName))).toBe(false);
  // Another library, which can be written, has nothing to do with it.
  const keeper = new DeviceKeeper({ clock, log: silentLog, profile });
  await keeper.take((await openStore(tempFolder())).store.device);
  expect(keeper.current.notices).toEqual({});
});

test('what is told after the lock was lost is known at the next start, with what was known before', async () => {
  const folder = tempFolder();
  const profile = tempFolder();
  const earlier = new DeviceKeeper({ clock, log: silentLog, profile });
  await earlier.take((await (await readOnly('EROFS')).open()).device);
  await earlier.change({ notices: { before: shown } });
  await earlier.close();
  const laptop = await openStore(folder, { program: testProgram('laptop') });
  const keeper = new DeviceKeeper({ clock, log: silentLog, profile });
  await keeper.take(laptop.store.device);
  laptop.clock.advance(4 * 60_000);
  await openStore(folder, { clock: laptop.clock });
  await laptop.store.dispatch(logActivity('Too late'));
  await keeper.change({ notices: { told: shown } });
  await keeper.close();
  const next = new DeviceKeeper({ clock, log: silentLog, profile });
  await next.take((await openStore(folder, { clock: laptop.clock })).store.device);
  expect(next.current.notices).toEqual({ before: shown, told: shown });
});

test('once a full disk has room again, what was told stays in the data folder', async () => {
  const { folder, disk, open } = await readOnly('ENOSPC');
  const store = await open();
  await store.device.change({ notices: { before: shown } });
  expect(existsSync(join(folder, deviceName))).toBe(false);
  disk.isRefusing = false;
  expect(await store.dispatch(logActivity('There is room'))).toMatchObject({ ok: true });
  await store.device.change({ notices: { before: shown, after: shown } });
  await store.close();
  const { device } = (await openStore(folder)).store;
  expect(Object.keys(device.current.notices)).toEqual(['before', 'after']);
});
