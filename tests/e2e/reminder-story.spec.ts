import { expect, test } from './bus/laptop';
import { Calendar } from './pages/calendar';

test('a date is put off, then moved, then done, and each notice comes when it should', async ({
  app,
  laptop,
  page,
}) => {
  await page.keyboard.press('Control+Shift+D');
  const calendar = new Calendar(page);
  await calendar.field('What is it?').fill('CIC application');
  await calendar.field('Date').fill('11/30/2026');
  await page.keyboard.press('Enter');
  await expect(calendar.form).toHaveCount(0);

  // A week before it would be no news; the day before is the first.
  await laptop.lookAt('2026-11-29T15:00:00Z');
  await expect.poll(() => laptop.told()).toEqual(['CIC application tomorrow']);
  await calendar.open();
  await calendar.remindIn('CIC application', 'In 1 hour');
  await expect(calendar.coming('CIC application')).toContainText('Nov 30');
  await laptop.lookAt('2026-11-29T16:01:00Z');
  const twice = ['CIC application tomorrow', 'CIC application tomorrow'];
  await expect.poll(() => laptop.told()).toEqual(twice);
  await laptop.tellsNothing();

  // Moved by two weeks: what was put off is over, and its reminders are those of the new day.
  await expect(calendar.cameUp('CIC application')).toContainText('put off until now');
  await calendar.more('CIC application', 'Move the date…');
  await calendar.field('Date').fill('12/14/2026');
  await calendar.form.getByRole('button', { name: 'Keep the changes' }).click();
  await expect(calendar.cameUp('CIC application')).toHaveCount(0);
  await laptop.lookAt('2026-11-30T15:00:00Z');
  await laptop.tellsNothing();
  await laptop.lookAt('2026-12-07T15:00:00Z');
  await expect.poll(async () => (await laptop.told())[0]).toBe('CIC application in 7 days');

  // Done a week early: neither the day before nor the day itself is told.
  await calendar.done('CIC application');
  await expect(calendar.coming('CIC application')).toHaveCount(0);
  const later = await new Calendar(await app.restart({ now: '2026-12-13T15:00:00Z' })).open();
  await laptop.tellsNothing();
  await laptop.lookAt('2026-12-14T15:00:00Z');
  await laptop.tellsNothing();
  await expect(later.cameUp('CIC application')).toHaveCount(0);
  const told = (await laptop.told()).filter((title) => title.startsWith('CIC application'));
  expect(told).toHaveLength(3);
});
