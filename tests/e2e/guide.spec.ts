import { expectAccessible, expectContrast } from './axe';
import { expect, test } from './fixtures';
import { chapters, Guide } from './pages/guide';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

test('the chapters are read one after the other, each with its sources at the end', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await expect(guide.contents.getByRole('link', { name: /^\d/ })).toHaveCount(chapters.length);
  for (const [at, name] of chapters.entries()) {
    const isLast = at === chapters.length - 1;
    await expect(guide.title).toHaveText(name);
    await expect(page.getByText(`Chapter ${at + 1} of ${chapters.length}`)).toBeInViewport();
    await expect(guide.chapter(name)).toHaveAttribute('aria-current', /location|true/);
    const sources = page.getByRole('region', { name: 'Sources' }).getByRole('listitem');
    expect(await sources.count()).toBeGreaterThan(3);
    await expect(sources.first()).toContainText(/checked \w+ \d+, 2026/);
    const turn = page.getByRole('navigation', { name: 'Chapters beside this one' });
    await expect(turn.getByRole('link', { name: /^Previous/ })).toHaveCount(at === 0 ? 0 : 1);
    await expect(turn.getByRole('link', { name: /^Next/ })).toHaveCount(isLast ? 0 : 1);
    if (isLast) break;
    await turn.getByRole('link', { name: `Next ${at + 2} · ${chapters[at + 1]}` }).click();
    await expect(guide.heading(chapters[at + 1] ?? '')).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  }
  await page.keyboard.press('Control+PageUp');
  await expect(guide.title).toHaveText('Moving up and moving on');
});

test('the outline leads to a section and says where one is while scrolling', async ({ page }) => {
  const guide = await new Guide(page).open();
  await guide.outline('Who it suits').click();
  await expect(guide.heading('Who it suits')).toBeFocused();
  await expect(guide.heading('Who it suits')).toBeInViewport({ ratio: 1 });
  await expect(guide.outline('Who it suits')).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('Home');
  await expect(guide.chapter('The role at a glance')).toHaveAttribute('aria-current', 'location');
  await expect(guide.outline('Who it suits')).not.toHaveAttribute('aria-current');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('End');
  await expect(guide.outline('How a career grows')).toHaveAttribute('aria-current', 'location');
});

test('text size and theme are chosen in the guide and hold after a reopen', async ({
  app,
  page,
}) => {
  let guide = await new Guide(page).open();
  const size = (of: Guide) =>
    of.section(chapters[0] ?? '').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const before = await size(guide);
  await page.getByRole('button', { name: 'Text and theme' }).click();
  const panel = page.getByRole('dialog', { name: 'Text and theme' });
  await panel.getByRole('button', { name: 'Larger text' }).click();
  await panel.getByRole('button', { name: 'Larger text' }).click();
  await expect(panel.getByText('125 %')).toBeVisible();
  await panel.getByRole('radio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Text and theme' })).toBeFocused();

  guide = await new Guide(await app.restart()).open();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await size(guide)).toBeCloseTo(before * 1.25, 1);
  await new Palette(app.page).run('Usual text size');
  await expect.poll(() => size(guide)).toBeCloseTo(before, 1);
});

test('corrections stand beside their section, with their state and source, and below it where it is narrow', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  const section = guide.section('Pay and outlook');
  const beside = section.getByRole('note', { name: 'Often said about Pay and outlook' });
  await expect(beside).toContainText('Often said · Wrong');
  await expect(beside).toContainText('Often said · Outdated');
  await expect(beside).toContainText('Often said · No source found');
  await expect(beside.getByRole('link', { name: /Occupational Outlook/ })).toBeVisible();
  await expect(beside).toContainText('checked Nov 22, 2026');
  const boxes = async () => ({
    note: await beside.boundingBox(),
    title: await guide.heading('Pay and outlook').boundingBox(),
    text: await section.locator('p[data-passage]').first().boundingBox(),
  });
  const wide = await boxes();
  expect(wide.note?.x).toBeGreaterThanOrEqual((wide.text?.x ?? 0) + (wide.text?.width ?? 0));
  expect(Math.abs((wide.note?.y ?? 0) - (wide.title?.y ?? 0))).toBeLessThan(60);
  await app.resize(900, 640);
  await expect
    .poll(async () => {
      const { note, text } = await boxes();
      return (note?.y ?? 0) >= (text?.y ?? 0) + (text?.height ?? 0) && note?.x === text?.x;
    })
    .toBe(true);
});

test('links lead across chapters, to places of the program and to the sources and back', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  const article = page.getByRole('article');
  await article.getByRole('link', { name: 'query', exact: true }).first().click();
  await expect(guide.title).toHaveText('What the work is');
  await expect(guide.heading('Queries that comply')).toBeFocused();

  await article
    .getByRole('link', { name: /^Source 3:/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'To the list of sources' }).click();
  const source = page.locator('#source-3');
  await expect(source).toBeFocused();
  await expect(source).toBeInViewport();
  await source.getByRole('link', { name: 'Back to the text, source 3' }).click();
  await expect(article.getByRole('link', { name: /^Source 3:/ }).first()).toBeFocused();

  await guide.chapter('Continuing education').click();
  await article.getByRole('link', { name: 'CEUs', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'CEUs' })).toBeFocused();
});

test('the palette finds sections, the search and the way back into the guide from anywhere', async ({
  page,
}) => {
  const guide = new Guide(page);
  const palette = new Palette(page);
  await palette.open();
  await palette.words.fill('who it suits');
  await expect(palette.found.first()).toHaveText(/Guide: Who it suits/);
  await page.keyboard.press('Enter');
  await expect(guide.heading('Who it suits')).toBeFocused();
  await expect(guide.heading('Who it suits')).toBeInViewport();
  await page.keyboard.press('Control+1');
  await expect(guide.title).toHaveCount(0);
  await palette.run('Continue reading');
  await expect(guide.heading('Who it suits')).toBeInViewport();
  await palette.run('Next chapter');
  await expect(guide.title).toHaveText('What the work is');
  await page.keyboard.press('Control+1');
  await palette.run('Search the guide');
  await expect(guide.search).toBeFocused();
});

test('terms are explained where they first stand, in the glossary and by the search', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.chapter('What the work is').click();
  const section = guide.section('CC, MCC and the MS-DRG');
  const tip = page.getByRole('note', { name: 'Glossary' });
  const weight = section.getByRole('button', { name: 'relative weight', exact: true });
  await expect(weight).toHaveCount(1);
  await expect(weight).toHaveAccessibleDescription(/average resources/);
  await expect(page.locator('article :is(h1, h2, h3, a, th) [data-term]')).toHaveCount(0);
  // The text may still be settling under the pointer, and what moves away takes its tip along.
  const pointAtIt = () =>
    expect(async () => {
      await page.mouse.move(0, 0);
      await weight.hover();
      await expect(tip).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 15_000 });
  await pointAtIt();
  await expect(tip).toContainText('relative weight');
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
  await guide.find('relative weight');
  await pointAtIt();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(guide.search).toHaveValue('relative weight');
  await expect(page.getByRole('link', { name: /^Glossary relative weight/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await guide.outline('Principal diagnosis').click();
  await expect(guide.heading('Principal diagnosis')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = page.locator('[data-term]:focus');
  await expect(focused).toHaveCount(1);
  await expect(tip).toContainText((await focused.textContent()) ?? '');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await expect(focused).toBeFocused();

  await guide.outline('Glossary').click();
  await expect(guide.heading('Glossary')).toBeFocused();
  const terms = page.getByRole('article').getByRole('term');
  const all = await terms.count();
  expect(all).toBeGreaterThanOrEqual(80);
  await page.getByRole('textbox', { name: 'Filter the glossary' }).fill('dnfb');
  await expect(page.getByText(new RegExp(`of ${all} terms`))).toBeVisible();
  await expect(terms.first()).toContainText('DNFB');
  await page.getByRole('textbox', { name: 'Filter the glossary' }).fill('zzxyqq');
  await expect(page.getByText(/^No term has “zzxyqq”/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter the glossary' }).fill('dnfb');
  await expectAccessible(page);
  await page.getByRole('article').getByRole('link', { name: 'Revenue cycle' }).click();
  await expect(guide.heading('Revenue cycle')).toBeFocused();

  await page.keyboard.press('Control+1');
  await new Palette(page).run('Glossary');
  await expect(guide.heading('Glossary')).toBeInViewport();
  await guide.find('pdx');
  await page.getByRole('link', { name: /^Glossary principal diagnosis/ }).click();
  await expect(terms.filter({ hasText: 'principal diagnosis' })).toBeFocused();
});

test('back and forward lead over links, hits, the outline and the glossary', async ({ page }) => {
  const guide = await new Guide(page).open();
  const back = page.getByRole('button', { name: 'Back in the guide' });
  const forward = page.getByRole('button', { name: 'Forward in the guide' });
  await expect(back).toBeDisabled();
  await page.getByRole('article').getByRole('link', { name: 'query', exact: true }).first().click();
  await expect(guide.heading('Queries that comply')).toBeFocused();
  await guide.outline('Productivity').click();
  await guide.find('unbilled days');
  await page.keyboard.press('Enter');
  await expect(guide.title).toHaveText('Where and how coders work');
  await page.keyboard.press('Escape');
  await guide.outline('Glossary').click();
  await expect(guide.heading('Glossary')).toBeFocused();

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(guide.title).toHaveText('Where and how coders work');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(guide.heading('Productivity')).toBeInViewport();
  await back.click();
  await expect(guide.heading('Queries that comply')).toBeFocused();
  await back.click();
  await expect(guide.title).toHaveText('The role at a glance');
  await expect(back).toBeDisabled();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(guide.heading('Queries that comply')).toBeInViewport();
  await forward.click();
  await expect(guide.heading('Productivity')).toBeInViewport();
  // Another way from here, and what lay ahead is forgotten.
  await guide.outline('The record').click();
  await expect(forward).toBeDisabled();
});

test('sections that were read are marked, the minutes that are left are told, and both are kept', async ({
  app,
  page,
}) => {
  let guide = await new Guide(page).open();
  const left = () => page.getByRole('group', { name: 'Way through the guide' }).innerText();
  const whole = parseInt(await left());
  expect(whole).toBeGreaterThan(2);
  // Jumping over a section is not reading it.
  await guide.outline('Where it stands among related jobs').click();
  await expect(guide.heading('Where it stands among related jobs')).toBeFocused();
  await expect(guide.outline('Quick facts')).toHaveAccessibleDescription('');
  await expect
    .poll(async () => {
      await guide.scrollBy(300);
      return guide.outline('Pay and outlook').getAttribute('aria-current');
    })
    .toBe('location');
  await guide.scrollBy(300);
  const related = guide.outline('Where it stands among related jobs');
  await expect(related).toHaveAccessibleDescription('Read');
  await expect(guide.outline('What the job is, and is not')).toHaveAccessibleDescription('');
  const now = parseInt(await left());
  expect(now).toBeLessThan(whole);
  await expect
    .poll(async () => (await app.device()).reading.read)
    .toEqual({ 'the-role': ['related-jobs'] });

  guide = new Guide(await app.restart());
  await expect(guide.outline('Where it stands among related jobs')).toHaveAccessibleDescription(
    'Read',
  );
  await expect(app.page.getByText(`${now} min left`)).toBeVisible();
});

for (const theme of ['light', 'dark', 'high contrast']) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`no chapter has a fault that a machine can find, ${theme}`, async ({ app, page }) => {
    test.setTimeout(300_000);
    await new Palette(page).run(`theme ${theme}`);
    const guide = await new Guide(page).open();
    // What a chapter consists of is the same in every theme; each theme's colours are seen on one of them.
    for (const name of theme === 'light' ? chapters : ['Certification']) {
      await guide.chapter(name).click();
      await expect(guide.title).toHaveText(name);
      await expectSound(page);
    }
    await guide.find('40 percent');
    await page.keyboard.press('Enter');
    await expectSound(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Text and theme' }).click();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await app.resize(720, 640);
    await page.getByRole('button', { name: 'Contents' }).click();
    await expectSound(page);
  });
}
