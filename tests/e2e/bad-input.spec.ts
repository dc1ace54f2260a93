import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

test.beforeEach(async ({ page }) => {
  await holdCcsAndCic(page);
  await new Ceus(page).open();
  await page.getByRole('button', { name: /^Log an activity/ }).click();
});

test('a day that is none is said, and nothing is kept', async ({ page }) => {
  const ceus = new Ceus(page);
  await ceus.type({ title: 'A day that is none', completed: '2/30/2026' });
  await expect(ceus.entry).toContainText('“2/30/2026” is not a day in the calendar.');
  await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  await expect(ceus.entry.getByLabel('Completed')).toBeFocused();
  await ceus.type({ completed: '2/28/2026' });
  await ceus.done();
  await expect(ceus.row('A day that is none')).toContainText('Feb 28');
});

test('03/04 asks which day is meant', async ({ page }) => {
  const ceus = new Ceus(page);
  await ceus.type({ title: 'An ambiguous day', completed: '03/04' });
  await expect(ceus.entry).toContainText('“03/04” can be read as two different days.');
  await ceus.entry.getByRole('button', { name: /Apr 3/ }).click();
  await ceus.done();
  await expect(ceus.row('An ambiguous day')).toContainText('Apr 3');
});

for (const hours of ['-1', '1e9', '999', 'two', '1.234']) {
  test(`“${hours}” hours are said to be no number of units`, async ({ page }) => {
    const ceus = new Ceus(page);
    await ceus.type({ title: 'Absurd hours', hours });
    await expect(ceus.entry).toContainText('cannot be used. Type a number from 0 to 200');
    await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
    await expect(ceus.entry.getByLabel('Hours', { exact: true })).toBeFocused();
    await ceus.entry.getByRole('button', { name: 'Discard' }).click();
    await ceus.ledger('All learning');
    await expect(ceus.row('Absurd hours')).toHaveCount(0);
  });
}

test('hours that were taken away are asked for, and the sentence has room', async ({ page }) => {
  const ceus = new Ceus(page);
  await ceus.type({ title: 'Without hours', hours: '' });
  await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  const hours = ceus.entry.getByLabel('Hours', { exact: true });
  await expect(hours).toBeFocused();
  await expect(ceus.entry).toContainText('No number is entered yet.');
  const width = async (one: typeof hours) => (await one.boundingBox())?.width ?? 0;
  expect(await width(hours)).toBe(await width(ceus.entry.getByLabel('Title', { exact: true })));
});

test('an empty title is asked for, and one of 10,000 characters is refused', async ({ page }) => {
  const ceus = new Ceus(page);
  await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  await expect(ceus.entry).toContainText('The activity has no title.');
  await expect(ceus.entry.getByLabel('Title')).toBeFocused();
  await ceus.entry.getByLabel('Title').fill('x'.repeat(10_000));
  await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  await expect(ceus.entry).toContainText('The title has 10,000 characters; at most 300 fit.');
  await ceus.type({ title: 'y'.repeat(300) });
  await ceus.done();
  await expect(ceus.row('y'.repeat(300))).toBeVisible();
  const isCut = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isCut, 'the page must not scroll sideways').toBe(false);
});

test('markup is text wherever it stands', async ({ app, page }) => {
  const markup = '<img src=x onerror="document.title=1"><script>boom()</script> **bold** {{x}}';
  const ceus = new Ceus(page);
  await ceus.type({ title: markup, sponsor: markup });
  await ceus.entry.locator('summary').filter({ hasText: 'Note' }).click();
  await ceus.entry.getByLabel('Note').fill(markup);
  await ceus.done();
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('All learning');
  const row = again.page.getByRole('row').filter({ hasText: '<img src=x' });
  await expect(row.getByRole('button')).toHaveText(markup);
  await expect(again.page.locator('main img')).toHaveCount(0);
});

test('nothing earned before the credential is claimed there', async ({ page }) => {
  const ceus = new Ceus(page);
  await ceus.type({ title: 'Too early', completed: '1/5/2020' });
  // No cycle holds the day, so nobody proposes it.
  await ceus.setClaim('AHIMA', true);
  await ceus.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
  await expect(ceus.entry).toContainText('before you held any');
  await ceus.setClaim('AHIMA', false);
  await ceus.done();
  await ceus.ledger('All learning');
  await expect(ceus.row('Too early')).toBeVisible();
});
