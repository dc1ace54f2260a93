import type { Page } from '@playwright/test';
import {
  addDate,
  dispatch,
  endOf,
  expect,
  isShown,
  pressClose,
  setTold,
  test,
} from './bus/fixture';
import { Programs } from './pages/programs';
import { Rail } from './pages/rail';

const inTray = (page: Page) =>
  page.getByRole('dialog', { name: 'Coder’s Almanac goes on in the tray' });
const ends = (page: Page) =>
  page.getByRole('dialog', { name: 'Closing ends Coder’s Almanac on this desktop' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test.use({ hasDunst: false });

test.describe('with a tray', () => {
  test('it is told once that the program goes on there, and its icon brings it back', async ({
    app,
    bus,
    page,
  }) => {
    const tray = await bus.startTray();
    expect(await tray.items()).toEqual([]);
    await setTold(page, true);
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    const [item] = await tray.items();
    expect(await item?.toolTip()).toBe('Coder’s Almanac');
    expect(await item?.pictures()).toBeGreaterThan(0);
    expect(await item?.menu()).toEqual(['Open Coder’s Almanac', 'Quit']);

    await pressClose(app);
    await expect(inTray(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(inTray(page)).toBeHidden();
    expect(await isShown(app)).toBe(true);

    await pressClose(app);
    await button(page, 'Close to the tray').click();
    await expect.poll(() => isShown(app)).toBe(false);
    await item?.press();
    await expect.poll(() => isShown(app)).toBe(true);
    await expect(inTray(page)).toBeHidden();

    await pressClose(app);
    await expect.poll(() => isShown(app)).toBe(false);
    await item?.choose('Open Coder’s Almanac');
    await expect.poll(() => isShown(app)).toBe(true);
    await expect(inTray(page)).toBeHidden();

    // Also at the next start it is known; and the icon is where a hidden program is quit.
    const again = await app.restart();
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    await pressClose(app);
    await expect.poll(() => isShown(app)).toBe(false);
    expect(await inTray(again).count()).toBe(0);
    const [left] = await tray.items();
    expect(await endOf(app, async () => left?.choose('Quit'))).toBe(0);
    expect(await tray.items()).toEqual([]);
  });

  test('quit instead', async ({ app, bus, page }) => {
    const tray = await bus.startTray();
    await setTold(page, true);
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    await pressClose(app);
    expect(await endOf(app, () => button(page, 'Quit instead').click())).toBe(0);
  });

  test('a tray that has gone since is none', async ({ app, bus, page }) => {
    const tray = await bus.startTray();
    await setTold(page, true);
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    tray.stop();
    await pressClose(app);
    await expect(ends(page)).toBeVisible();
    expect(await isShown(app)).toBe(true);
  });

  test('a second start shows the window, and quitting is quitting', async ({ app, bus, page }) => {
    const tray = await bus.startTray();
    await setTold(page, true);
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    await pressClose(app);
    await button(page, 'Close to the tray').click();
    await expect.poll(() => isShown(app)).toBe(false);
    await app.electron.evaluate(({ app }) => app.emit('second-instance'));
    await expect.poll(() => isShown(app)).toBe(true);
    // Without a question.
    await app.close();
  });

  test('at login it starts without a window, and the icon brings one', async ({
    app,
    bus,
    page,
  }) => {
    const tray = await bus.startTray();
    await setTold(page, true);
    await app.restart({ args: ['--hidden'], hasWindow: false });
    await expect.poll(async () => (await tray.items()).length).toBe(1);
    const windows = () =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await windows()).toBe(0);
    await (await tray.items())[0]?.press();
    await new Rail(await app.window()).go('Settings');
  });

  test('who does not want to be told just closes the window', async ({ app, bus, page }) => {
    await bus.startTray();
    await new Rail(page).isReady();
    expect(await endOf(app, () => pressClose(app))).toBe(0);
  });
});

test.describe('without a tray', () => {
  test('it says that closing quits and what will not be told, and can be minimized', async ({
    app,
    page,
  }) => {
    await setTold(page, true);
    await addDate(page, 'AAPC dues', '2026-11-30', [3]);
    await addDate(page, 'Chapter meeting', '2027-02-01', [7]);
    await pressClose(app);
    await expect(ends(page)).toContainText('you will not be told');
    await expect(ends(page).getByRole('listitem')).toHaveText([/^AAPC dues\s*Nov 30, 2026$/]);
    await button(page, 'Minimize instead').click();
    await expect(ends(page)).toBeHidden();
    // What would be missed is said each time.
    await pressClose(app);
    expect(await endOf(app, () => button(page, 'Quit').click())).toBe(0);
  });

  test('an open form is saved before it asks; what cannot be saved is said and goes on', async ({
    app,
    page,
  }) => {
    await setTold(page, true);
    await addDate(page, 'AAPC dues', '2026-11-30', [3]);
    const programs = await new Programs(page).open();
    await programs.add({ name: 'Evening course' });
    await programs.edit('Tuition', 'Evening course');
    await page.keyboard.type('1,850');
    await pressClose(app);
    await expect(ends(page)).toBeVisible();
    await expect(programs.dialog).toHaveCount(1);
    await expect(ends(page)).not.toContainText('is not saved');
    await page.keyboard.press('Escape');
    await expect(programs.dialog).toHaveCount(0);
    await expect(programs.fact('Tuition', 'Evening course')).toHaveText('$1,850');

    await programs.edit('Length', 'Evening course');
    await page.keyboard.type('a year');
    await pressClose(app);
    await expect(ends(page)).toContainText('What you typed for “Length” is not saved');
    await page.keyboard.press('Escape');
    await expect(ends(page)).toHaveCount(0);
    await expect(programs.dialog.getByRole('textbox', { name: 'Length' })).toHaveValue('a year');
  });

  test('with nothing to miss it is told once', async ({ app, page }) => {
    await setTold(page, true);
    await pressClose(app);
    await expect(ends(page)).toContainText('Nothing comes up in the next seven days.');
    expect(await endOf(app, () => button(page, 'Quit').click())).toBe(0);
    await app.start();
    expect(await endOf(app, () => pressClose(app))).toBe(0);
  });

  test('a page that hangs cannot keep the program open', async ({ app, page }) => {
    await setTold(page, true);
    void page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    expect(await endOf(app, () => pressClose(app))).toBe(0);
  });

  test('the sample library closes and no more', async ({ app, page }) => {
    await setTold(page, true);
    const sample = await app.restart({ args: ['--sample'] });
    await dispatch(sample, { type: 'settings.change', changes: { isToldWhenClosed: true } });
    expect(await endOf(app, () => pressClose(app))).toBe(0);
  });

  test('at login there is a window after all', async ({ app, page }) => {
    await setTold(page, true);
    await app.restart({ args: ['--hidden'] });
    await new Rail(app.page).go('Settings');
  });
});
