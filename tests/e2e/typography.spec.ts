import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';

const title = 'Text and theme';

/** How the text of the chapter is set, as the page has worked it out. */
function setting(page: Page) {
  return page.getByRole('article').evaluate((article) => {
    const { fontFamily, lineHeight, fontSize } = getComputedStyle(article);
    const leading = parseFloat(lineHeight) / parseFloat(fontSize);
    return {
      family: fontFamily.split(',')[0],
      leading: Math.round(leading * 100) / 100,
      size: fontSize,
      width: article.clientWidth,
    };
  });
}

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

const settings = [
  ['Line length: narrow', { measure: 'narrow' }],
  ['Line length: wide', { measure: 'wide' }],
  ['Line spacing: close', { leading: 'close' }],
  ['Line spacing: open', { leading: 'open' }],
  ['Line spacing: widest', { leading: 'widest' }],
  ['Typeface: sans', { typeface: 'sans' }],
  ['Larger text', { textSize: 110 }],
] as const;

for (const [action, kept] of settings) {
  test(`the same section is at the top after “${action}”, in another window and after a reopen`, async ({
    app,
    page,
  }) => {
    let guide = await new Guide(page).open();
    await guide.outline('Who it suits').click();
    const atTop = async () => (await guide.heading('Who it suits').boundingBox())?.y;
    await expect.poll(atTop).toBeLessThan(80);
    const before = await setting(page);
    await new Palette(page).run(action);
    await expect.poll(async () => (await app.device()).reading).toMatchObject(kept);
    await expect.poll(() => setting(page)).not.toEqual(before);
    await expect.poll(atTop).toBeLessThan(100);
    await expect.poll(atTop).toBeGreaterThan(-1);
    await app.resize(900, 640);
    await expect.poll(atTop).toBeLessThan(140);
    await expect(guide.heading('Who it suits')).toBeInViewport();
    // The guide was open last, and so it is again.
    guide = new Guide(await app.restart());
    await expect(guide.heading('Who it suits')).toBeInViewport();
    expect((await app.device()).reading).toMatchObject(kept);
  });
}

test('all is chosen in the menu by keyboard, and set as usual again', async ({ app, page }) => {
  await new Guide(page).open();
  const usual = await setting(page);
  await page.getByRole('button', { name: title }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: title });
  await expect(panel.getByRole('button', { name: 'Back to the usual' })).toBeDisabled();
  for (const [group, name] of [
    ['Line length', 'Narrow'],
    ['Line spacing', 'Open'],
    ['Typeface', 'Sans'],
  ] as const) {
    const one = panel.getByRole('radiogroup', { name: group }).getByRole('radio', { name });
    await one.focus();
    await page.keyboard.press('Space');
    await expect(one).toBeChecked();
  }
  await expectAccessible(page);
  const set = await setting(page);
  expect(set).toMatchObject({ family: '"Inter Variable"', leading: 1.8 });
  expect(set.width).toBeLessThan(usual.width);
  await panel.getByRole('button', { name: 'Back to the usual' }).press('Enter');
  await expect.poll(() => setting(page)).toEqual(usual);
  await expect
    .poll(async () => (await app.device()).reading)
    .toMatchObject({ measure: 'usual', leading: 'usual', typeface: 'serif', textSize: 100 });
});
