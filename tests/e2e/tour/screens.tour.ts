import { places } from '../../../src/state/places';
import { expect, test } from '../fixtures';
import { Guide } from '../pages/guide';
import { skipFirstStart } from '../skip-first-start';
import { isCalm, keepAs, open, show, sizes } from './views';

// Pictures of every screen on the sample library, for people; what is right is the specs' business.
for (const theme of ['light', 'dark'] as const) {
  for (const size of sizes) {
    const label = `${theme}-${size.width}x${size.height}`;
    const keep = keepAs(label);

    test.describe(`the sample library, ${label}`, () => {
      test.use({ start: { args: ['--sample'] } });

      test('every place', async ({ app, page }) => {
        await show(app, theme, size);
        for (const name of [...places.map((place) => place.name), 'Settings']) {
          await open(page, name);
          await keep(page, name.toLowerCase());
        }
      });

      test('what opens over a place', async ({ app, page }) => {
        await show(app, theme, size);
        await page.keyboard.press('Control+n');
        await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
        await page.keyboard.type('Anesthesia and ventilation hours in PCS');
        await page
          .getByRole('complementary')
          .getByText(/questions? not answered/)
          .first()
          .click();
        await keep(page, 'entry');
        await page.keyboard.press('Control+k');
        await page
          .getByRole('combobox', { name: 'A place, an activity or something to do' })
          .fill('go');
        await keep(page, 'palette');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+/');
        await keep(page, 'shortcuts');
        await page.keyboard.press('Escape');
        await open(page, 'CEUs');
        await page.getByRole('button', { name: 'Credentials and cycles' }).click();
        await keep(page, 'credentials');
        await page.keyboard.press('Escape');
        await open(page, 'Programs');
        await page
          .getByRole('button', { name: /^Exam fee, / })
          .first()
          .click();
        await keep(page, 'program-fact');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Shift+P');
        await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
        await keep(page, 'program-new');
        await page.getByRole('button', { name: 'Close', exact: true }).click();
        await open(page, 'Calendar');
        await page.keyboard.press('Control+Shift+D');
        await page.getByRole('textbox', { name: 'What is it?' }).fill('CIC exam (invented)');
        await page.getByRole('textbox', { name: 'Date' }).fill('Mar 13');
        await keep(page, 'date');
        await page.keyboard.press('Escape');
        const shown = page.getByRole('radiogroup', { name: 'How it is shown' });
        await shown.getByRole('radio', { name: 'Month' }).click();
        await keep(page, 'calendar-month');
        await shown.getByRole('radio', { name: 'Year' }).click();
        await page.getByRole('button', { name: 'Next year' }).click();
        await keep(page, 'calendar-year');
        await page.keyboard.press('Control+k');
        await page
          .getByRole('combobox', { name: 'A place, an activity or something to do' })
          .fill('Export dates to a calendar file');
        await page.keyboard.press('Enter');
        await expect(page.getByRole('checkbox', { name: 'Renewals' })).toBeChecked();
        await keep(page, 'calendar-export');
      });
    });

    test(`the guide, ${label}`, async ({ app, page }) => {
      await skipFirstStart(page);
      await show(app, theme, size);
      const guide = await new Guide(page).open();
      await guide.outline('Pay and outlook').click();
      await expect(guide.heading('Pay and outlook')).toBeFocused();
      await keep(page, 'guide-corrections');
      await guide.find('present on admission');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await guide.lit()).now.length).toBeGreaterThan(0);
      await keep(page, 'guide-search');
    });

    test(`the first start, ${label}`, async ({ app, page }) => {
      await show(app, theme, size);
      await keep(page, 'first-start-1');
      await page.getByRole('checkbox', { name: /^CCS Certified Coding Specialist$/ }).check();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByRole('textbox', { name: 'CCS earned on' }).fill('2/14/2024');
      await page.keyboard.press('Tab');
      await keep(page, 'first-start-2');
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await keep(page, 'first-start-3');
      await page.getByRole('button', { name: /^Skip/ }).click();
      await isCalm(page);
      await keep(page, 'today-empty');
    });
  }
}
