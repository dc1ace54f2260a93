import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

const notes = (page: Page) =>
  page.getByRole('article').getByRole('link', { name: /^Source \d+: / });
const tip = (page: Page) => page.getByRole('dialog', { name: /^Source( \d+)?$/ });

test.beforeEach(async ({ app, page }) => {
  // A link is opened by the system's browser: what it would be given is written down instead.
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  await skipFirstStart(page);
  await new Guide(page).open();
});

test('each number in the text names its source, and no two numbers the same one', async ({
  page,
}) => {
  const names = await notes(page).evaluateAll((all) =>
    all.map((one) => [one.textContent, one.getAttribute('aria-label')]),
  );
  expect(names.length).toBeGreaterThan(5);
  for (const [number, name] of names) expect(name).toMatch(new RegExp(`^Source ${number}: .{3,}`));
  const list = page.getByRole('region', { name: 'Sources' }).getByRole('listitem');
  const [, first = ''] = names[0] ?? [];
  await expect(list.first()).toContainText((first ?? '').replace('Source 1: ', ''));
});

test('a number shows its source by click, and its page opens in the browser', async ({
  app,
  page,
}) => {
  const number = notes(page).first();
  const title = ((await number.getAttribute('aria-label')) ?? '').replace(/^Source \d+: /, '');
  await number.click();
  await expect(tip(page)).toContainText(title);
  await expect(tip(page).getByRole('link').first()).toBeFocused();
  await expect(number).toBeInViewport();
  expect(await app.electron.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual(
    [],
  );
  await expect(tip(page)).toContainText(
    /(Official source|Official, but old|Second-hand|Our own reading)/,
  );
  await expect(tip(page)).toContainText(/checked \w+ \d+, \d{4}/);
  const open = tip(page).getByRole('link', { name: 'Open the page in the browser' });
  const url = (await open.getAttribute('href')) ?? '';
  await expect(tip(page)).toContainText(new URL(url).hostname.replace(/^www\./, ''));
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as { opened?: string[] }).opened))
    .toEqual([url]);
  await expectAccessible(page);
});

test('a number shows its source to the focus and the pointer, and Escape goes back to it', async ({
  page,
}) => {
  const number = notes(page).first();
  await number.focus();
  // As if it had been reached by Tab: a focus set by a program after a click is not shown.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(number).toBeFocused();
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  await expect(number).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(tip(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  await expect(number).toBeFocused();

  // By Tab one leaves it where one would without it.
  await page.keyboard.press('Enter');
  await expect(tip(page).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(number).toBeFocused();
  await expect(tip(page)).toBeHidden();

  await page.keyboard.press('Escape');
  const other = notes(page).nth(1);
  await other.hover();
  await expect(tip(page)).toBeVisible();
  await tip(page).hover();
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip(page)).toBeHidden();
});

test('from a source one goes to the list of sources and back to the text', async ({ page }) => {
  const number = notes(page).first();
  await number.click();
  await tip(page).getByRole('link', { name: 'To the list of sources' }).click();
  await expect(tip(page)).toBeHidden();
  await expect(page.locator('#source-1')).toBeFocused();
  await expect(page.locator('#source-1')).toBeInViewport();
  await page.getByRole('link', { name: 'Back to the text, source 1', exact: true }).click();
  await expect(number).toBeFocused();
});

test('corrections and the glossary show what their source said', async ({ page }) => {
  const guide = new Guide(page);
  const beside = page.locator('.beside [data-source]').first();
  await beside.scrollIntoViewIfNeeded();
  await beside.click();
  await expect(tip(page)).toContainText((await beside.textContent()) ?? '');
  await expect(tip(page).getByRole('link', { name: /^Open the page/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(beside).toBeFocused();

  await guide.outline('Glossary').click();
  const named = page.getByRole('article').locator('[data-source]').first();
  await named.click();
  await expect(tip(page)).toContainText((await named.textContent()) ?? '');
  await expect(tip(page).getByRole('link', { name: 'To the list of sources' })).toHaveCount(0);
});
