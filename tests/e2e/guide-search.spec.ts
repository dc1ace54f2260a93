import { expect, test } from './fixtures';
import { chapters, Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

test('search lists the places in context, jumps to each and lights it, forward and back', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.find('complimentary CEUs');
  await expect(guide.hits.first()).toContainText('Complimentary CEUs of members count');
  await expect(guide.found.first()).toHaveAccessibleName('AHIMA: the 40 percent rule');

  await guide.search.fill('discharge date');
  const count = await guide.hits.count();
  expect(count).toBeGreaterThan(3);
  await page.keyboard.press('Enter');
  await expect(guide.steps).toContainText(`1 of ${count}`);
  await expect.poll(async () => (await guide.lit()).now.length).toBeGreaterThan(0);
  for (const word of (await guide.lit()).now) {
    expect(word).toMatch(/^(discharge[sd]?|dates?d?)$/i);
  }
  const seen = new Set<string>();
  for (let at = 2; at <= count; at += 1) {
    await page.keyboard.press(at % 2 === 0 ? 'F3' : 'Control+g');
    await expect(guide.steps).toContainText(`${at} of ${count}`);
    await expect.poll(() => guide.heightOfHit()).toBeGreaterThan(0);
    expect(await guide.heightOfHit()).toBeLessThan(1);
    await expect(guide.hits.nth(at - 1)).toHaveAttribute('aria-current', 'true');
    seen.add((await guide.title.textContent()) ?? '');
  }
  expect(seen.size).toBeGreaterThan(1);
  await page.keyboard.press('F3');
  await expect(guide.steps).toContainText(`1 of ${count}`);
  await page.keyboard.press('Shift+F3');
  await expect(guide.steps).toContainText(`${count} of ${count}`);
  await guide.hits.nth(2).click();
  await expect(guide.steps).toContainText(`3 of ${count}`);
  await expect(
    page.getByText(new RegExp(`^3 of ${count}, (${chapters.join('|')}), `)),
  ).toBeAttached();

  await page.keyboard.press('Escape');
  await expect(guide.search).toHaveValue('');
  await expect(guide.contents).toBeVisible();
  expect(await guide.lit()).toEqual({ now: [], others: [] });
  await expect(page.locator('article [data-passage]:focus')).toBeInViewport();
});

test('a correction and a row of a table are found and lit too, however their signs are typed', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.find('"Procedures during an inpatient stay are coded in CPT"');
  await expect(guide.hits).toHaveCount(1);
  await expect(guide.hits).toContainText('Often said');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await guide.lit()).now)
    .toEqual(['Procedures during an inpatient stay are coded in CPT']);
  await guide.search.fill('74879');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await guide.lit()).now).toEqual(['74,879']);
  await guide.search.fill('"icd 10 pcs" tabels');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await guide.lit()).now).toContain('ICD-10-PCS');
});

test('a question finds the section that answers it, in words that the guide does not use', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.find('present on admission');
  await expect(guide.found.first()).toHaveAccessibleName('Present on admission');
  await guide.search.fill('do ceus roll over');
  await expect(guide.hits.filter({ hasText: 'No carry-over' })).toHaveCount(1);
  const sections = await guide.found.count();
  expect(await guide.hits.count()).toBeGreaterThanOrEqual(sections);
  // n of m follows the list, section by section.
  for (const [at, hit] of (await guide.hits.all()).entries()) {
    await page.keyboard.press('F3');
    await expect(hit).toHaveAttribute('aria-current', 'true');
    await expect(guide.steps).toContainText(`${at + 1} of ${await guide.hits.count()}`);
  }
  await guide.search.fill('flunked the exam when can i take it again');
  await page.keyboard.press('Enter');
  await expect(guide.heading('Dates and rules around the exam')).toBeAttached();
});

test('what is not in the guide gets a sentence, and an ended search the focus back', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.outline('Who it suits').focus();
  await guide.find('zzxyqq');
  await expect(page.getByText(/^Nothing in the guide has “zzxyqq”\. Try/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F3');
  expect(await guide.lit()).toEqual({ now: [], others: [] });
  await page.keyboard.press('Escape');
  await expect(guide.outline('Who it suits')).toBeFocused();
  await guide.find('principal zzxyqq');
  await expect(page.getByText(/No section has all the words/)).toBeVisible();
});
