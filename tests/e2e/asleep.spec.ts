import type { Page } from '@playwright/test';
import { addDate, dispatch } from './bus/fixture';
import { expect, test } from './bus/laptop';
import { Calendar } from './pages/calendar';

/** Three dates that come up on the morning of November 24, two days after they were entered. */
async function addThree(page: Page): Promise<void> {
  await addDate(page, 'AAPC dues', '2026-11-25', [1]);
  await addDate(page, 'Chapter meeting', '2026-11-26', [2]);
  await addDate(page, 'Exam application', '2026-11-27', [3]);
}
const names = ['AAPC dues', 'Chapter meeting', 'Exam application'];

test('what is missed while the laptop sleeps is one notice when it wakes; each can be answered', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  await addThree(page);
  // The lid is closed from eight to two.
  await laptop.lookAt('2026-11-24T13:00:00Z');
  await laptop.tellsNothing();
  await laptop.sleepUntil('2026-11-24T19:00:00Z');
  await expect.poll(() => laptop.told()).toHaveLength(2);
  const [notice] = await bus.notices();
  expect(notice?.title).toBe('3 dates need you');
  expect(notice?.body.split('\n')).toEqual([
    'AAPC dues tomorrow',
    'Chapter meeting in 2 days',
    'Exam application in 3 days',
  ]);

  expect(await laptop.listed()).toEqual(names);

  // The test has no hands in a page that slept; it goes on in the next start.
  const woken = await app.restart({ now: '2026-11-24T19:05:00Z' });
  await laptop.tellsNothing();
  const calendar = await new Calendar(woken).open();
  for (const [at, name] of names.entries()) {
    const lead = at === 0 ? '1 day' : `${at + 1} days`;
    await expect(calendar.cameUp(name)).toHaveCount(1);
    await expect(calendar.cameUp(name)).toContainText(`Came up ${lead} before: Nov 24, 2026`);
  }
  await calendar.done('AAPC dues');
  await calendar.remindIn('Chapter meeting', 'Tomorrow morning');
  await calendar.more('Exam application', 'Move the date…');
  await calendar.field('Date').fill('12/15/2026');
  await calendar.form.getByRole('button', { name: 'Keep the changes' }).click();
  for (const name of names) await expect(calendar.cameUp(name)).toHaveCount(0);
  await expect(calendar.coming('Chapter meeting')).toContainText('Nov 26');
  await expect(calendar.coming('Exam application')).toContainText('Dec 15');

  const again = await app.restart({ now: '2026-11-24T20:00:00Z' });
  await laptop.tellsNothing();
  const later = await new Calendar(again).open();
  for (const name of names) await expect(later.cameUp(name)).toHaveCount(0);
});

test('closed for ten days: one notice at the start, and nothing at the next', async ({
  app,
  bus,
  laptop,
  page,
}) => {
  await addThree(page);
  const later = await app.restart({ now: '2026-12-02T15:00:00Z' });
  await expect.poll(() => laptop.told()).toEqual(['3 dates need you']);
  const [notice] = await bus.notices();
  expect(notice?.body).toContain('AAPC dues · 7 days ago');
  const calendar = await new Calendar(later).open();
  for (const name of names) await expect(calendar.cameUp(name)).toHaveCount(1);
  await app.restart({ now: '2026-12-02T15:10:00Z' });
  await laptop.tellsNothing();
});

test('a date that repeats each day and was slept through five times is one line of one notice', async ({
  bus,
  laptop,
  page,
}) => {
  await dispatch(page, {
    ...{ type: 'deadline.add', title: 'Log my charts', date: '2026-11-23', leads: [0], note: '' },
    repeat: { every: 1, unit: 'day', until: null, waits: false },
  });
  await laptop.sleepUntil('2026-11-28T19:00:00Z');
  await expect.poll(() => laptop.told()).toEqual(['2 dates need you']);
  const [notice] = await bus.notices();
  expect(notice?.body.split('\n')).toEqual([
    'Log my charts · missed 5 times',
    'Log my charts today',
  ]);
  await laptop.look();
  await laptop.tellsNothing();
});
