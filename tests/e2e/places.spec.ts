import { places } from '../../src/state/places';
import { expectAccessible, expectContrast } from './axe';
import { expect, test } from './fixtures';

test.use({ start: { args: ['--sample'] } });

test('every place is reached by its keys, says where one is, and has the focus on its title', async ({
  page,
}) => {
  for (const [index, { name }] of places.entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    const link = page.getByRole('banner').getByRole('link', { name, exact: true });
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('h1')).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(name));
  }
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused();
});

test('the palette finds places and actions by words, and runs them by keyboard alone', async ({
  page,
}) => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'A place, an activity or something to do' });
  await expect(search).toBeFocused();
  await search.fill('high con');
  await expect(page.getByRole('option').first()).toContainText('high contrast');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await page.keyboard.press('Control+k');
  await search.fill('renewal dates');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await search.fill('log act');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
});

test('the palette finds an activity by its title and opens it', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'A place, an activity or something to do' });
  await search.fill('stage pressure');
  const found = page.getByRole('option', { name: /^Open: Pressure injuries/ }).first();
  await expect(found).toBeVisible();
  const title = ((await found.locator('.palette-name').textContent()) ?? '').replace('Open: ', '');
  await found.click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+k');
  await search.fill('no such thing');
  await expect(page.getByRole('status').filter({ hasText: /is called/ })).toBeVisible();
});

test('a cycle is edited within the dialog, whose title and buttons stay in the window', async ({
  app,
  page,
}) => {
  await app.resize(1280, 640);
  await page.getByRole('banner').getByRole('link', { name: 'CEUs', exact: true }).click();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  const dialog = page.getByRole('dialog');
  const edit = dialog.getByRole('button', { name: /^Edit the AHIMA cycle/ }).first();
  await expect(dialog.getByRole('button', { name: 'Add a credential' })).toBeInViewport({
    ratio: 1,
  });
  await edit.click();
  await expect(dialog).toHaveCount(1);
  await expect(dialog.getByRole('heading', { name: 'Edit the AHIMA cycle' })).toBeInViewport();
  await expect(dialog.getByLabel('AHIMA cycle begins')).toBeFocused();
  await dialog.getByText('Units already counted in this cycle').click();
  await dialog.getByText('Source', { exact: true }).click();
  for (const name of ['Keep these dates', 'Cancel', 'Delete the cycle']) {
    await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the sheet lists every action that has keys', async ({ page }) => {
  await page.keyboard.press('Control+/');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  for (const name of [
    ...places.map((place) => place.name),
    'Undo',
    'Settings',
    'Log an activity',
  ]) {
    await expect(sheet.getByText(name, { exact: true }).first()).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`no place has a fault that a machine can find, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.keyboard.press('Control+k');
    await page
      .getByRole('combobox', { name: 'A place, an activity or something to do' })
      .fill(theme === 'contrast' ? 'high contrast' : `theme ${theme}`);
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const name of [...places.map((place) => place.name), 'Settings']) {
      await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await expectSound(page);
    }
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
    await page
      .getByRole('complementary')
      .getByText(/questions? not answered/)
      .first()
      .click();
    await expectSound(page);
    await page.getByRole('button', { name: 'Credentials and cycles' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expectSound(page);
  });
}

test('at 200 % zoom in a small window nothing is cut off sideways', async ({ app, page }) => {
  await app.resize(900, 640);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=');
  for (const name of [...places.map((place) => place.name), 'Settings']) {
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const over = await page.evaluate(() => {
      const main = document.querySelector('main');
      const page = document.documentElement;
      return Math.max(
        page.scrollWidth - page.clientWidth,
        main ? main.scrollWidth - main.clientWidth : 0,
      );
    });
    expect(over, name).toBeLessThanOrEqual(0);
  }
});
