import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { Ceus } from './pages/ceus';
import { Programs } from './pages/programs';
import { Rail } from './pages/rail';
import { skipFirstStart } from './skip-first-start';

test('place, zoom and size of the window are as they were left', async ({ app, page }) => {
  await skipFirstStart(page);
  await new Rail(page).go('Calendar');
  await page.evaluate(() => window.almanac.setDevice({ zoom: 125 }));
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 700 }),
  );
  await expect.poll(async () => (await app.device()).bounds?.width).toBe(1000);

  const again = await app.restart();
  await expect(new Rail(again).link('Calendar')).toHaveAttribute('aria-current', 'page');
  const seen = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { size: window?.getSize(), zoom: window?.webContents.getZoomFactor() };
  });
  expect(seen).toEqual({ size: [1000, 700], zoom: 1.25 });
  expect(await app.device()).toMatchObject({ zoom: 125, screen: 'calendar', isMaximized: false });
});

test('a window that was on a display that is gone comes back', async ({ app, page }) => {
  await skipFirstStart(page);
  await app.close();
  const far = { x: 9000, y: 9000, width: 1000, height: 700 };
  const file = join(app.folders.data, 'device.json');
  await writeFile(file, JSON.stringify({ ...(await app.device()), bounds: far }));
  await app.start();
  const bounds = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1000, height: 700 });
  expect(bounds?.x).toBeLessThan(9000);
});

test('the day changes at midnight of the person', async ({ app, page }) => {
  await skipFirstStart(page);
  await app.restart({ now: '2026-11-23T04:59:57Z' });
  const rail = new Rail(app.page);
  await rail.go('Today');
  const title = app.page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('November 22');
  // The machine woke, twice as some systems say it.
  await expect(async () => {
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('resume');
      powerMonitor.emit('resume');
    });
    await expect(title).toContainText('November 23', { timeout: 500 });
  }).toPass();
});

test('what is being typed when the program quits is kept', async ({ app, page }) => {
  await skipFirstStart(page);
  await new Rail(page).go('CEUs');
  const ceus = new Ceus(page);
  await page
    .getByRole('button', { name: /^Log an activity/ })
    .first()
    .click();
  await ceus.entry.getByLabel('Title', { exact: true }).fill('Root operations in PCS');
  const again = await app.restart();
  await new Rail(again).go('CEUs');
  await expect(new Ceus(again).row('Root operations in PCS')).toBeVisible();
});

test('a signal to end is an ordinary end', async ({ app, page }) => {
  await skipFirstStart(page);
  app.electron.process().kill('SIGTERM');
  expect(await app.ended()).toBe(0);
  expect(existsSync(join(app.folders.data, 'library.lock'))).toBe(false);
  const journal = await readFile(join(app.folders.data, 'journal.jsonl'), 'utf8');
  const snapshot = await readFile(join(app.folders.data, 'library.json'), 'utf8');
  expect(snapshot).toContain('"isWelcomed":true');
  expect(journal).toBeDefined();
});

test('closing the window ends the program', async ({ app, page }) => {
  await skipFirstStart(page);
  const ended = app.ended();
  await page.evaluate(() => window.close()).catch(() => undefined);
  expect(await ended).toBe(0);
  expect(existsSync(join(app.folders.data, 'library.lock'))).toBe(false);
});

test('a bug of the main process is told once, and logged without words of the person', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await app.electron.evaluate(() => {
    setTimeout(() => {
      JSON.parse('{"note": "Anna failed the exam}');
    });
  });
  await expect(page.getByRole('alert')).toContainText('Something went wrong inside the program');
  const log = await readFile(join(app.folders.profile, 'logs', 'main.log'), 'utf8');
  expect(log).toContain('[error] uncaught: SyntaxError');
  expect(log).not.toContain('Anna');
  await app.close();
  expect((await app.takeFaults()).join()).toContain('uncaught: SyntaxError');
});

test('a program whose terminal is gone goes on', async ({ app, page }) => {
  await skipFirstStart(page);
  await app.electron.evaluate(() => {
    process.stderr.emit('error', new Error('write EPIPE'));
    process.stdout.emit('error', new Error('write EPIPE'));
  });
  await new Rail(page).go('Settings');
});

test('the guide is searched from anywhere by the key that the sheet shows', async ({ page }) => {
  await skipFirstStart(page);
  await new Rail(page).go('Programs');
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('term').filter({ hasText: 'Search the guide' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  for (const round of ['first', 'again']) {
    await page.keyboard.press('Control+f');
    await expect(page.getByRole('textbox', { name: 'Search the guide' }), round).toBeFocused();
    await new Rail(page).go('CEUs');
  }
});

test('the line of the last change covers nothing for good, and goes with its place', async ({
  page,
}) => {
  await skipFirstStart(page);
  const programs = await new Programs(page).open();
  await programs.add({ name: 'Evening course' });
  const line = page.getByRole('region', { name: 'Last change' });
  await expect(line).toBeVisible();
  const isFree = () =>
    page.evaluate(() => {
      window.scrollTo(0, document.documentElement.scrollHeight);
      const last = document.querySelector('main table tr:last-child')?.getBoundingClientRect();
      const toast = document.querySelector('[aria-label="Last change"]')?.getBoundingClientRect();
      return last && toast && last.bottom <= toast.top;
    });
  await expect.poll(isFree).toBe(true);
  await new Rail(page).go('Calendar');
  await expect(line).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(line).toContainText('Redo');
});

test('the focus stays on its place while the rail becomes slim and wide again, and a slim one says its name', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  const width = async (wanted: number) => {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, 800),
      wanted,
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(wanted);
  };
  const link = new Rail(page).link('Calendar');
  await width(1280);
  await link.focus();
  await width(800);
  await expect(link).toBeFocused();
  await link.hover();
  await expect(page.locator('[data-tooltip-content]')).toContainText('Calendar');
  await width(1280);
  await expect(link).toBeFocused();
});
