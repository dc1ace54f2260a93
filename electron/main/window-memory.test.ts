import { expect, test, vi } from 'vitest';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeviceFile } from './storage/device';
import { diskOf } from './storage/disk';
import { silentLog, tempFolder, testClock } from '../../tests/fault/support/rig';
import { memoryOf, noMemory, recallWindow } from './window-memory';

const bounds = { x: 10, y: 20, width: 900, height: 700 };

test.each([
  [{ bounds, isMaximized: true, zoom: 125, theme: 'dark', notices: {} }],
  [{ bounds, isMaximized: false, zoom: 100, theme: 'light' }],
])('what was kept is recalled: %j', (kept) => {
  const { isMaximized, zoom, theme } = kept;
  expect(memoryOf(kept)).toEqual({ bounds, isMaximized, zoom, theme });
});

test.each([
  [null],
  [[]],
  ['x'],
  [{}],
  [{ bounds: 'left', isMaximized: 'yes', zoom: 9999, theme: 'pink' }],
  [{ bounds: { x: 1, y: 2, width: '3', height: 4 }, zoom: null }],
  [{ bounds: { x: 0.5, y: 2, width: 3, height: 4 } }],
])('what is damaged costs only itself: %j', (kept) => {
  expect(memoryOf(kept)).toEqual(noMemory);
});

test('it reads what the library’s side writes', async () => {
  const folder = tempFolder();
  const options = { clock: testClock(), log: silentLog, canWrite: () => true };
  const file = await DeviceFile.open(diskOf({}), folder, options);
  await file.change({ bounds, isMaximized: true, zoom: 150, theme: 'dark' });
  await file.close();
  const log = { ...silentLog, file: '', page: vi.fn() };
  const recalled = await recallWindow(() => Promise.resolve({ folder }), log);
  expect(recalled).toEqual({ bounds, isMaximized: true, zoom: 150, theme: 'dark' });
});

test('nothing there, or nothing to be read, is no memory', async () => {
  const log = { ...silentLog, file: '', page: vi.fn(), warn: vi.fn() };
  const folder = join(tempFolder(), 'data');
  const recall = () => recallWindow(() => Promise.resolve({ folder }), log);
  expect(await recall()).toEqual(noMemory);
  expect(log.warn).not.toHaveBeenCalled();
  mkdirSync(folder);
  writeFileSync(join(folder, 'device.json'), '{"zoom":1');
  expect(await recall()).toEqual(noMemory);
  expect(log.warn).toHaveBeenCalledOnce();
});
