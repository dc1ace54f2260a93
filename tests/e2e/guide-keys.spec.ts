import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

test('by keyboard alone: into the outline, to a section, through its links, in a narrow window too', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  await page.keyboard.press('Control+f');
  await expect(guide.search).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(guide.chapter('The role at a glance')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(guide.outline('What the job is, and is not')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(guide.heading('What the job is, and is not')).toBeFocused();
  await page.keyboard.press('Tab');
  const focused = page.locator('article :focus');
  await expect(focused).toBeInViewport();

  await app.resize(720, 640);
  const fold = page.getByRole('button', { name: 'Contents' });
  await fold.focus();
  await expect(guide.contents).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(guide.contents).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(guide.contents).toBeHidden();
  await guide.find('remote work');
  await expect(guide.hits.first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(guide.hits.first()).toBeHidden();
  await expect.poll(async () => (await guide.lit()).now.length).toBeGreaterThan(0);
  const top = await page.getByRole('search').boundingBox();
  const hit = (await guide.heightOfHit()) * 640;
  expect(hit).toBeGreaterThan((top?.y ?? 0) + (top?.height ?? 0));
});

test('Tab stops at one term of a paragraph, and the arrows reach the others', async ({ page }) => {
  const guide = await new Guide(page).open();
  await guide.chapter('What the work is').click();
  await expect(guide.heading('What the work is')).toBeFocused();
  const counts = await page
    .locator('article [data-passage]:has([data-term])')
    .evaluateAll((all) =>
      all.map((one) => [
        one.querySelectorAll('[data-term]').length,
        one.querySelectorAll('[data-term][tabindex="0"]').length,
      ]),
    );
  expect(counts.map(([, stops]) => stops)).toEqual(counts.map(() => 1));
  expect(Math.max(...counts.map(([terms = 0]) => terms))).toBeGreaterThan(2);

  const several = page
    .locator('article [data-passage]')
    .filter({ has: page.locator('[data-term] ~ [data-term]') })
    .first();
  const terms = several.locator('[data-term]');
  const last = (await terms.count()) - 1;
  await terms.first().focus();
  const tip = page.getByRole('note', { name: 'Glossary' });
  for (let at = 1; at <= last; at += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(terms.nth(at)).toBeFocused();
    await expect(tip).toContainText(/\S/);
  }
  await page.keyboard.press('ArrowRight');
  await expect(terms.nth(last)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(terms.nth(last - 1)).toBeFocused();
  // Away and back again, the reader is where they were.
  await page.keyboard.press('Tab');
  await expect(terms.nth(last - 1)).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(terms.nth(last - 1)).toBeFocused();
  await page.keyboard.press('Control+/');
  for (const name of ['Next explained term of the paragraph', 'Read aloud, pause, go on']) {
    await expect(sheet(page).getByText(name, { exact: true })).toBeVisible();
  }
});

test('F1 opens the guide and Ctrl+/ the sheet, from every place, dialog and over the palette', async ({
  page,
}) => {
  const guide = new Guide(page);
  for (const place of ['1', '3', '4', '5', '6', '7', '8', ',']) {
    await page.keyboard.press(`Control+${place}`);
    await page.keyboard.press('Control+/');
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
  }
  await page.keyboard.press('F1');
  await expect(guide.title).toBeVisible();

  // From a field of a dialog, which is still there behind the sheet.
  await page.keyboard.press('Control+Shift+D');
  const dialog = page.getByRole('dialog').first();
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('F1');
  await expect(guide.title).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Control+/');
  await expect(sheet(page)).toBeVisible();
  for (const keys of ['F1', 'Ctrl /']) {
    await expect(sheet(page).getByText(keys, { exact: true }).first()).toBeVisible();
  }
  await page.keyboard.press('F1');
  await expect(sheet(page)).toBeHidden();
  await expect(guide.title).toBeVisible();
});

test('headings of the guide follow in order, and each part of the page is a landmark', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  const levels = () =>
    page
      .locator('main :is(h1, h2, h3, h4, h5, h6)')
      .evaluateAll((all) =>
        all
          .filter((one) => (one as HTMLElement).checkVisibility())
          .map((one) => Number(one.tagName.slice(1))),
      );
  const expectInOrder = (found: number[]) => {
    expect(found[0]).toBe(1);
    expect(found.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of found.entries()) {
      expect(level - (found[at - 1] ?? 0), `heading ${at + 1} of ${found.join(' ')}`).toBeLessThan(
        2,
      );
    }
  };
  const names = await guide.contents.getByRole('link', { name: /^\d/ }).allTextContents();
  expect(names.length).toBeGreaterThan(5);
  for (const at of names.keys()) {
    if (at > 0) await page.keyboard.press('Control+PageDown');
    await expect(guide.title)
      .toBeFocused({ timeout: at === 0 ? 1 : 10_000 })
      .catch(() => undefined);
    expectInOrder(await levels());
  }
  for (const page2 of ['Glossary', 'Notes and highlights']) {
    await guide.outline(page2).click();
    await expect(page.getByRole('heading', { level: 1, name: page2 })).toBeVisible();
    expectInOrder(await levels());
    await expectAccessible(page);
  }
});

test('in a narrow window one sees how much is left, and the ways back and forward', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.outline('Who it suits').click();
  await expect(guide.heading('Who it suits')).toBeFocused();
  // As narrow as the window goes, and then the text twice as large.
  await app.resize(720, 640);
  for (const width of [480, 360]) {
    while ((await page.evaluate(() => innerWidth)) > width) {
      const before = await page.evaluate(() => innerWidth);
      await page.keyboard.press('Control+=');
      await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(before);
    }
    const ways = page.getByRole('group', { name: 'Way through the guide' });
    await expect(ways.getByText(/min left/)).toBeInViewport({ ratio: 1 });
    for (const name of ['Back in the guide', 'Forward in the guide']) {
      await expect(ways.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    }
    await expect(guide.search).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Contents' })).toBeInViewport({ ratio: 1 });
    const beyond = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    await expect.poll(beyond).toBe(0);
  }
});
