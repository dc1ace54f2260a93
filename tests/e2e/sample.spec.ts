import { places } from '../../src/state/places';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Study } from './pages/study';

test('the sample is opened instead of one’s own, marked everywhere, and not kept', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const rail = new Rail(page);
  await rail.go('Settings');
  await page.getByRole('button', { name: 'Open the sample library' }).click();
  await expect(page.getByText('You are looking at the sample library')).toBeVisible();
  for (const { name } of places) {
    await rail.go(name);
    await expect(page.getByRole('banner').getByText('Sample library')).toBeVisible();
    await expect(page.getByText('You are looking at the sample library')).toBeVisible();
  }
  const ceus = await new Ceus(page).open();
  await ceus.ledger('All learning');
  const count = await page.getByRole('row').count();
  expect(count).toBeGreaterThan(25);
  await ceus.log({ title: 'Logged in the sample' });
  await expect(ceus.row('Logged in the sample')).toBeVisible();

  const again = await app.restart();
  await expect(again.getByText('You are looking at the sample library')).toHaveCount(0);
  const own = await new Ceus(again).open();
  await own.ledger('All learning');
  await expect(own.row('Logged in the sample')).toHaveCount(0);
  await new Rail(again).go('Settings');
  await again.getByRole('button', { name: 'Open the sample library' }).click();
  await expect(again.getByText('You are looking at the sample library')).toBeVisible();
  const anew = await new Ceus(again).open();
  await anew.ledger('All learning');
  await expect(again.getByRole('row')).toHaveCount(count);
  await again.getByRole('button', { name: 'Back to my library' }).click();
  await expect(again.getByText('You are looking at the sample library')).toHaveCount(0);
});

test('the sample has marked passages and cards, each of which leads to its words', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  await new Rail(page).go('Settings');
  await page.getByRole('button', { name: 'Open the sample library' }).click();
  await expect(page.getByText('You are looking at the sample library')).toBeVisible();
  const study = await new Study(page).open();
  await expect(study.cards).toHaveCount(8);
  await expect(study.cards.filter({ hasText: '#invented' })).toHaveCount(8);
  await expect(study.cards.filter({ hasText: 'has changed since' })).toHaveCount(0);
  const words = 'Never mention payment, the MS-DRG or a quality score.';
  const way = study.card('What must a query never mention?').getByRole('button').first();
  await way.click();
  const guide = new Guide(page);
  await expect.poll(async () => (await guide.lit()).now.join('')).toBe(words);
  await expect.poll(() => new Notes(page).painted()).toHaveProperty('practice');
  await new Palette(page).run('Notes and highlights');
  await expect(page.getByRole('button', { name: 'Go to it' })).toHaveCount(6);
  await expect(page.getByRole('region', { name: 'Bookmarks' }).getByRole('listitem')).toHaveCount(
    2,
  );
});
