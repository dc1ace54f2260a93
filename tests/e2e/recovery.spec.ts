import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app';
import { expect, test } from './fixtures';
import { Ceus } from './pages/ceus';
import { FirstStart } from './pages/first-start';
import { Rail } from './pages/rail';
import { Recovery } from './pages/recovery';
import { Settings } from './pages/settings';
import { skipFirstStart } from './skip-first-start';

/** A library with one activity and one backup, closed. */
async function haveLibrary(app: App): Promise<string> {
  await skipFirstStart(app.page);
  const rail = new Rail(app.page);
  await rail.go('CEUs');
  const ceus = new Ceus(app.page);
  await ceus.log({ title: 'Sepsis documentation', hours: '1' });
  await expect(ceus.row('Sepsis documentation')).toBeVisible();
  const backedUp = await app.page.evaluate(() => window.almanac.backUp());
  expect(backedUp.ok).toBe(true);
  await app.close();
  return app.folders.data;
}

async function expectActivity(app: App): Promise<void> {
  await new Rail(app.page).go('CEUs');
  await expect(new Ceus(app.page).row('Sepsis documentation')).toBeVisible();
}

test('a folder that held a library and does not: looked for again, never made anew', async ({
  app,
}) => {
  const data = await haveLibrary(app);
  await rename(data, `${data} away`);
  const page = await app.start();
  const recovery = new Recovery(page);
  await expect(recovery.title).toBeVisible();
  await expect(recovery.problem).toContainText('held a library before, and now it does not');
  expect(existsSync(join(data, 'library.json'))).toBe(false);
  await rm(data, { recursive: true, force: true });
  await rename(`${data} away`, data);
  await recovery.choice('Look again').click();
  await expectActivity(app);
});

test('a damaged library goes on from the backup, and what was there is kept', async ({ app }) => {
  const data = await haveLibrary(app);
  await truncate(join(data, 'library.json'), 100);
  const page = await app.start();
  const recovery = new Recovery(page);
  await expect(recovery.problem).toContainText('damaged');
  await recovery.choice('Go on from the backup').click();
  await expectActivity(app);
  expect((await readdir(data)).filter((name) => name.includes('corrupt'))).not.toEqual([]);
  await app.restart();
  await expectActivity(app);
});

test('a library of a newer version is left alone', async ({ app }) => {
  const data = await haveLibrary(app);
  const file = join(data, 'library.json');
  const newer = (await readFile(file, 'utf8')).replace(/"schema":\s*\d+/, '"schema":99');
  await writeFile(file, newer);
  const page = await app.start();
  const recovery = new Recovery(page);
  await expect(recovery.problem).toContainText('newer version of the program');
  await expect(recovery.choice('Go on from the backup')).toHaveCount(0);
  await expect(recovery.choice('Start an empty library')).toHaveCount(0);
  await app.close();
  expect(await readFile(file, 'utf8')).toBe(newer);
});

test('another folder is chosen in the dialog of the system', async ({ app }) => {
  const data = await haveLibrary(app);
  const other = join(app.folders.home, 'Elsewhere');
  await rename(data, other);
  const page = await app.start();
  await app.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, other);
  await new Recovery(page).choice('Choose another folder').click();
  await expectActivity(app);
  await app.restart();
  await expectActivity(app);
});

test('starting empty is asked about, and keeps what lies there', async ({ app }) => {
  const data = await haveLibrary(app);
  await writeFile(join(data, 'library.json'), '\0'.repeat(500));
  await rm(join(data, 'backups'), { recursive: true });
  const page = await app.start();
  const recovery = new Recovery(page);
  await expect(recovery.choice('Go on from the backup')).toHaveCount(0);
  await recovery.choice('Start an empty library').click();
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(new FirstStart(page).question(/^Which credentials/)).toBeVisible();
  expect((await readdir(data)).filter((name) => name.includes('corrupt'))).not.toEqual([]);
});

test('quitting out of the recovery changes nothing', async ({ app }) => {
  const data = await haveLibrary(app);
  await writeFile(join(data, 'library.json'), '');
  const page = await app.start();
  const ended = app.ended();
  await new Recovery(page)
    .choice('Quit')
    .click()
    .catch(() => undefined);
  expect(await ended).toBe(0);
  expect(await readFile(join(data, 'library.json'), 'utf8')).toBe('');
});

test('the library moves to a folder chosen in the dialog and is found there again', async ({
  app,
}) => {
  const data = await haveLibrary(app);
  const page = await app.start();
  const target = join(app.folders.home, 'New place');
  await mkdir(target);
  await app.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, target);
  await new Rail(page).go('Settings');
  await new Settings(page).press('Move it…');
  await expect(page.getByText(target).first()).toBeVisible();
  expect(existsSync(join(data, 'library.json'))).toBe(true);
  await rename(data, `${data} away`);
  await app.restart();
  await expectActivity(app);
});

test('a library that another program has open can be read, not changed', async ({ app }) => {
  const data = await haveLibrary(app);
  await app.start();
  const { App, makeFolders } = await import('./app');
  const second = new App(await makeFolders(), { args: [`--data=${data}`] });
  try {
    await second.start();
    await expect(second.page.getByText(/^Read only/).first()).toBeVisible();
    await expect(second.page.getByText(/open in another program/).first()).toBeVisible();
    await expectActivity(second);
    await second.close();
    expect(await second.takeFaults()).toEqual([]);
  } finally {
    await second.discard();
  }
});

test('the sample lies in a folder of its own and leaves nothing behind', async ({ app, page }) => {
  await page.getByRole('button', { name: 'Look at the sample library first' }).click();
  await expect(page.getByText('You are looking at the sample library')).toBeVisible();
  const before = await readFile(join(app.folders.data, 'library.json'), 'utf8');
  await new Rail(page).go('CEUs');
  await page.getByRole('button', { name: 'Back to my library' }).click();
  await expect(new FirstStart(page).question(/^Which credentials/)).toBeVisible();
  expect(await readFile(join(app.folders.data, 'library.json'), 'utf8')).toBe(before);
  expect(existsSync(join(app.folders.profile, 'sample', 'library.json'))).toBe(true);
});
