import { test } from './fixtures';
import { Calendar } from './pages/calendar';

test.use({ start: { args: ['--sample'] } });
for (const theme of ['light', 'dark'] as const) {
  test(`shots ${theme}`, async ({ app, page }) => {
    await page.evaluate((theme) => window.almanac.dispatch({ type: 'settings.change', changes: { theme } }), theme);
    const size = (width: number) => app.electron.evaluate(({ BrowserWindow }, w) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, 900), width);
    await size(1280);
    const calendar = await new Calendar(page).open();
    for (const width of [1280, 900, 480]) {
      await size(width);
      await page.setViewportSize({ width, height: 2600 }).catch(() => {});
      await page.screenshot({ path: `/tmp/own-shots/calendar-${theme}-${width}.png`, fullPage: true });
    }
    for (const width of [1280, 480]) {
      await size(width);
      await page.setViewportSize({ width, height: 1500 }).catch(() => {});
      await page.getByRole('button', { name: 'Edit the CHDA exam' }).click();
      await page.getByRole('radio', { name: 'Not passed' }).click();
      await page.screenshot({ path: `/tmp/own-shots/exam-${theme}-${width}.png` });
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: /^Edit Send the week/ }).first().click();
      await page.screenshot({ path: `/tmp/own-shots/date-${theme}-${width}.png` });
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.keyboard.press('Control+Shift+D');
      await calendar.form.getByRole('button', { name: /^AHA/ }).click();
      await page.screenshot({ path: `/tmp/own-shots/new-${theme}-${width}.png` });
      await page.getByRole('button', { name: 'Cancel' }).click();
    }
  });
}
