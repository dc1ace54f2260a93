import { mkdir, writeFile } from 'node:fs/promises';
import { places } from '../../../src/state/places';
import { expect, test } from '../fixtures';
import { keepAs, open, run, show, sizes } from './views';

// What few look at and some depend on: high contrast, and everything twice as large.
const everyPlace = [...places.map(({ name }) => name), 'Settings'];
const [wide = { width: 1280, height: 800 }] = sizes;
test.use({ start: { args: ['--sample'] } });

test('every place in high contrast', async ({ app, page }) => {
  const keep = keepAs('contrast-1280x800');
  await show(app, 'light', wide);
  await run(page, 'high contrast');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  for (const name of everyPlace) {
    await open(page, name);
    await keep(page, name.toLowerCase());
  }
  await open(page, 'Calendar');
  for (const view of ['Month', 'Year']) {
    await page
      .getByRole('radiogroup', { name: 'How it is shown' })
      .getByRole('radio', { name: view })
      .click();
    await keep(page, `calendar-${view.toLowerCase()}`);
  }
});

test('every place twice as large', async ({ app, page }) => {
  // A picture by the page's own means would be of its first quarter alone.
  const keep = async (name: string) => {
    const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return picture?.toPNG().toString('base64') ?? '';
    });
    await writeFile(`out/tour/${name}-light-200-percent.png`, Buffer.from(png, 'base64'));
  };
  await mkdir('out/tour', { recursive: true });
  await show(app, 'light', wide);
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Control+=');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(wide.width / 2);
  for (const name of everyPlace) {
    await open(page, name);
    await keep(name.toLowerCase());
  }
});
