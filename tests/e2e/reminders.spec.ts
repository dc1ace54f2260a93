import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app';
import { ownName } from './bus/own-name';
import { PrivateBus } from './bus/private-bus';
import { expect, test as base } from './fixtures';
import { Rail } from './pages/rail';
import { skipFirstStart } from './skip-first-start';

base.skip(process.platform !== 'linux', 'a private bus is a matter of Linux');

const test = base.extend<{ bus: PrivateBus }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it needs: none
  bus: async ({}, use) => {
    const bus = await PrivateBus.start();
    try {
      await use(bus);
    } finally {
      bus.stop();
    }
  },
  start: async ({ bus }, use) => {
    await use({ env: bus.env });
  },
});

/** A CCS whose cycle ends on December 22, entered a month before. */
async function holdCcs(page: Page): Promise<void> {
  await skipFirstStart(page);
  const added = await page.evaluate(() =>
    window.almanac.dispatch({
      ...{ type: 'holding.add', credential: 'ccs', earnedOn: '2024-12-10', note: '' },
      cycle: {
        ...{ start: '2024-12-23', end: '2026-12-22', note: '' },
        ...{ openingUnits: 0, openingMarked: {} },
      },
    }),
  );
  expect(added.ok).toBe(true);
}

async function setTold(page: Page, isToldWhenClosed: boolean): Promise<void> {
  const changed = await page.evaluate(
    (isTold) =>
      window.almanac.dispatch({ type: 'settings.change', changes: { isToldWhenClosed: isTold } }),
    isToldWhenClosed,
  );
  expect(changed.ok).toBe(true);
}

const isShown = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

test('what came up while the program was closed is told at its start, once', async ({
  app,
  bus,
  page,
}) => {
  await bus.startDunst();
  await holdCcs(page);
  expect(await bus.notices()).toEqual([]);
  await app.restart({ now: '2026-12-16T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(1);
  const [notice] = await bus.notices();
  expect(notice?.title).toBe('AHIMA cycle ends in 6 days');
  await app.restart({ now: '2026-12-17T15:00:00Z' });
  await app.restart({ now: '2026-12-21T15:00:00Z' });
  await expect.poll(() => bus.notices()).toHaveLength(2);
  expect((await bus.notices())[0]?.title).toBe('AHIMA cycle ends tomorrow');
});

test('a service that hangs does not stop the program', async ({ app, bus, page }) => {
  await holdCcs(page);
  const giveUp = await ownName(bus.address, 'org.freedesktop.Notifications');
  const again = await app.restart({ now: '2026-12-16T15:00:00Z' });
  const begun = Date.now();
  await new Rail(again).go('CEUs');
  expect(Date.now() - begun).toBeLessThan(5000);
  await app.close();
  const device = await readFile(join(app.folders.data, 'device.json'), 'utf8');
  expect(JSON.parse(device)).toMatchObject({ notices: {} });
  giveUp();
});

test('the sample library sends none', async ({ app, bus }) => {
  await bus.startDunst();
  await app.restart({ args: ['--sample'], now: '2026-09-24T15:00:00Z' });
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await new Rail(app.page).go('CEUs');
  await app.close();
  expect(await bus.notices()).toEqual([]);
});

test('without a tray, closing ends the program, and the settings know it', async ({
  app,
  bus,
  page,
}) => {
  await bus.startDunst();
  await skipFirstStart(page);
  await setTold(page, true);
  const autostart = join(
    app.folders.config,
    'autostart',
    'org.coders_almanac.CodersAlmanac.desktop',
  );
  await expect.poll(() => existsSync(autostart)).toBe(true);
  expect(await readFile(autostart, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
  const about = await page.evaluate(() => window.almanac.about());
  expect(about).toMatchObject({ isLoginItem: true, hasTray: false });
  await setTold(page, false);
  await expect.poll(() => existsSync(autostart)).toBe(false);
  await setTold(page, true);
  const ended = app.ended();
  await page.evaluate(() => window.close()).catch(() => undefined);
  expect(await ended).toBe(0);
});

test('with a tray, closing hides the window and a second start shows it', async ({
  app,
  bus,
  page,
}) => {
  await skipFirstStart(page);
  const giveUp = await ownName(bus.address, 'org.kde.StatusNotifierWatcher');
  await setTold(page, true);
  await expect
    .poll(async () => (await page.evaluate(() => window.almanac.about())).hasTray)
    .toBe(true);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => isShown(app)).toBe(false);
  await app.electron.evaluate(({ app }) => app.emit('second-instance'));
  await expect.poll(() => isShown(app)).toBe(true);
  // Quitting is quitting all the same.
  await app.close();
  giveUp();
});

test('at login it starts without a window where a tray can bring it up', async ({
  app,
  bus,
  page,
}) => {
  await skipFirstStart(page);
  const giveUp = await ownName(bus.address, 'org.kde.StatusNotifierWatcher');
  await setTold(page, true);
  await app.restart({ args: ['--hidden'], hasWindow: false });
  const count = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  // The library is open and the icon is there before it is decided.
  await new Promise((done) => setTimeout(done, 3000));
  expect(await count()).toBe(0);
  await app.electron.evaluate(({ app }) => app.emit('second-instance'));
  const opened = await app.window();
  await new Rail(opened).go('Settings');
  await app.close();
  giveUp();
});

test('at login without a tray there is a window after all', async ({ app, page }) => {
  await skipFirstStart(page);
  await setTold(page, true);
  await app.restart({ args: ['--hidden'] });
  await new Rail(app.page).go('Settings');
});
