import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { addDate, expect, holdCcs, setTold, sleepFor, test } from './bus/fixture';
import { Calendar } from './pages/calendar';
import { Palette } from './pages/palette';
import { Rail } from './pages/rail';
import { Settings } from './pages/settings';

async function openTimes(page: Page) {
  await new Palette(page).run('When reminders come');
  const section = new Settings(page).section('When reminders come');
  await expect(section).toBeVisible();
  return section;
}

test('the hour of notices and quiet hours are kept, and nothing is shown within them', async ({
  app,
  bus,
  page,
}) => {
  await addDate(page, 'Chapter meeting', '2026-11-27', [2]);
  const times = await openTimes(page);
  await expect(times.getByLabel('System notices from')).toHaveValue('09:00');
  await times.getByRole('checkbox', { name: 'Quiet hours' }).click();
  await expect(times.getByLabel('Quiet from')).toHaveValue('22:00');
  await times.getByLabel('Quiet from').fill('21:00');
  await times.getByLabel('Quiet from').press('Tab');
  await times.getByLabel('Quiet until').fill('11:30');
  await times.getByLabel('Quiet until').press('Tab');
  await expect(times).toContainText('On the next day');
  await expectAccessible(page);

  // Ten in the morning of November 25, when it comes up: still quiet, but in the list.
  await sleepFor(app, 3 * 24);
  await expect
    .poll(() => page.evaluate(async () => (await window.almanac.today()).reminders.length))
    .toBe(1);
  await new Calendar(page).open();
  await expect(new Calendar(page).cameUp('Chapter meeting')).toBeVisible();
  expect(await bus.notices()).toEqual([]);
  // At noon they are over.
  await sleepFor(app, 2);
  await expect.poll(() => bus.notices()).toHaveLength(1);
  expect((await bus.notices())[0]?.title).toBe('Chapter meeting in 2 days');

  const again = await app.restart({ now: '2026-11-25T18:00:00Z' });
  const kept = await openTimes(again);
  await expect(kept.getByLabel('Quiet until')).toHaveValue('11:30');
  expect(await bus.notices()).toHaveLength(1);
});

test('ending the quiet hours, or an earlier hour, tells at once what waited', async ({
  app,
  bus,
  page,
}) => {
  await setTold(page, true);
  await addDate(page, 'Chapter meeting', '2026-11-27', [2]);
  const times = await openTimes(page);
  await times.getByLabel('System notices from').fill('20:00');
  await times.getByLabel('System notices from').press('Tab');
  await sleepFor(app, 3 * 24);
  await expect
    .poll(() => page.evaluate(async () => (await window.almanac.today()).reminders.length))
    .toBe(1);
  expect(await bus.notices()).toEqual([]);
  await times.getByLabel('System notices from').fill('08:00');
  await times.getByLabel('System notices from').press('Tab');
  await expect.poll(() => bus.notices()).toHaveLength(1);
});

test('each kind of date has days of its own, which can be reset', async ({ app, bus, page }) => {
  await holdCcs(page);
  const times = await openTimes(page);
  const row = times.getByRole('listitem').filter({ hasText: 'Cycle ends' });
  await expect(row).toContainText('180, 90, 30 and 7 days before and the day before');
  await expect(times.getByRole('listitem').filter({ hasText: /^Dues/ })).toContainText(
    '45 and 15 days before, the day after and 30 and 75 days after',
  );
  await row.getByRole('button', { name: 'Change the days: Cycle ends' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Cycle ends' });
  await form.getByRole('textbox', { name: 'On other days' }).fill('27');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(row).toContainText('30, 27 and 7 days before and the day before');
  // 27 days before December 22.
  await sleepFor(app, 3 * 24);
  await expect.poll(() => bus.notices()).toHaveLength(1);
  expect((await bus.notices())[0]?.title).toBe('AHIMA cycle ends in 27 days');
  await row.getByRole('button', { name: 'As usual: Cycle ends' }).press('Enter');
  await expect(row).toContainText('180, 90, 30 and 7 days');
  await page.keyboard.press('Control+Z');
  await expect(row).toContainText('30, 27 and 7 days');
});

test('days for dates of one’s own stand in the form for a new one', async ({ page }) => {
  const times = await openTimes(page);
  await times.getByRole('button', { name: 'Change the days: New dates of yours' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'New dates of yours' });
  await form.getByRole('checkbox', { name: '30 days before' }).click();
  await form.getByRole('textbox', { name: 'On other days' }).fill('14');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await new Rail(page).go('Calendar');
  await page.keyboard.press('Control+Shift+D');
  const calendar = new Calendar(page);
  await expect(calendar.form.getByRole('checkbox', { name: '30 days before' })).toBeChecked();
  await expect(calendar.field('On other days')).toHaveValue('14');
});
