import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

test.beforeEach(async ({ page }) => {
  await holdCcsAndCic(page);
});

test('a row and the form say why a claim does not count, or maybe not', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  const event = { title: 'Annual update (invented)', hours: '1.5' };
  await ceus.log({ ...event, completed: '11/10/2026' });
  await page.getByRole('button', { name: /^Log an activity/ }).click();
  await ceus.type({ ...event, completed: '11/18/2026' });
  const same = 'Counted for now: maybe the same course as on Nov 10, 2026';
  await expect(ceus.claim('AAPC')).toContainText(same);
  await expect(ceus.claim('AHIMA')).not.toContainText('maybe the same');
  await ceus.entry.getByLabel('Index number', { exact: true }).fill('AB 1');
  await expect(ceus.claim('AAPC')).not.toContainText('maybe the same');
  await ceus.entry.getByLabel('Index number', { exact: true }).fill('');
  await ceus.done();
  await ceus.log({ title: 'A webinar to come (invented)', hours: '1', completed: '12/1/2026' });

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AAPC');
  await expect(again.page.getByRole('row').filter({ hasText: same })).toHaveCount(1);
  await expect(again.row(/to come/)).toContainText('Planned, not counted yet');
  await again.ledger('AHIMA');
  await expect(again.page.getByText(same)).toHaveCount(0);
  await again.ledger('All learning');
  await expect(again.page.getByText(/^Counted at AAPC for now: maybe the same course/)).toHaveCount(
    1,
  );
  await expectAccessible(again.page);
});

test('pace, forecast and cost of a cycle, with sources', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'One (invented)', hours: '3', completed: '10/10/2026' });
  await ceus.ledger('AHIMA');
  const more = page.getByText('More about this cycle');
  await more.click();
  const pace = page.getByRole('region', { name: 'Pace and forecast' });
  await expect(pace).toContainText(
    'Only one activity counted in the last 180 days: too little for a forecast.',
  );
  const cost = page.getByRole('region', { name: 'Cost' });
  await expect(cost).toContainText(/So far\s*not known/);
  await expect(cost).toContainText(/To come\s*\$218/);
  await expect(cost.getByText(/checked Nov 22, 2026/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'After the cycle’s end' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Rules for each claim' })).toContainText(
    'Nothing from before certification',
  );
  await expectAccessible(page);

  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'Two (invented)', hours: '3', completed: '11/10/2026' });
  const paid = ceus.entry.getByLabel('Cost');
  await paid.fill('lots');
  await paid.press('Tab');
  await expect(ceus.entry.getByText(/lots/)).toBeVisible();
  await paid.fill('1,234.5');
  await paid.press('Tab');
  await expect(paid).toHaveValue('$1,234.50');
  await ceus.done();
  // 14 of 20 lacking at 6 in 180 days: 420 days.
  await expect(pace).toContainText('About Jan 16, 2028');
  await expect(cost).toContainText(/So far\s*at least \$1,234\.50/);

  const again = await new Ceus(await app.restart()).open();
  await again.edit('Two (invented)');
  await expect(again.entry.getByLabel('Cost')).toHaveValue('$1,234.50');
});

test('stages after the end are shown only then, as a check to make', async ({ page }) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  await page.getByRole('button', { name: /^Edit the AHIMA cycle/ }).click();
  await page.getByLabel('AHIMA cycle begins').fill('11/01/2024');
  await page.getByLabel('AHIMA cycle ends').fill('10/31/2026');
  await page.getByRole('button', { name: 'Keep these dates' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await ceus.ledger('AHIMA');
  await page.getByText('More about this cycle').click();
  const late = page.getByRole('region', { name: 'After the cycle’s end' });
  await expect(late).toContainText('Inactive, now');
  await expect(late).toContainText('Check with AHIMA.');
});

test('a credential given up: the total before and after, with the rule', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add a credential' }).click();
  await dialog.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: /^CDIP/ }).click();
  await dialog.getByLabel('Earned on').fill('3/1/2025');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  const ahima = dialog.getByRole('region', { name: 'AHIMA' });
  const cdip = ahima.getByRole('listitem').filter({ has: page.getByLabel('CDIP earned on') });
  await cdip.getByText('Given up, or let lapse').click();
  const day = cdip.getByLabel('CDIP last held on');
  await day.fill('10/31/2026');
  await day.press('Tab');
  const change = /From Nov 1, 2026 CDIP is no longer held: 40 before, 20 after\. 20 units for CCA/;
  await expect(ahima.getByText(change)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await ceus.ledger('AHIMA');
  await expect(page.getByRole('region', { name: 'Standing' })).toContainText(change);

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  await expect(again.page.getByRole('region', { name: 'Standing' })).toContainText(change);
});

test('a credential that was given up is earned again, and several specialties have names', async ({
  page,
}) => {
  await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  const dialog = page.getByRole('dialog');
  const aapc = dialog.getByRole('region', { name: 'AAPC' });
  const add = async (option: RegExp, earnedOn: string, name?: string) => {
    await dialog.getByRole('button', { name: 'Add a credential' }).click();
    await dialog.getByRole('combobox', { name: 'Credential' }).click();
    await page.getByRole('option', { name: option }).click();
    if (name !== undefined) await dialog.getByLabel('Its name').fill(name);
    await dialog.getByLabel('Earned on').fill(earnedOn);
    await dialog.getByRole('button', { name: 'Add it' }).click();
  };
  const cic = aapc.getByRole('listitem').filter({ has: page.getByLabel('CIC earned on') });
  await cic.getByText('Given up, or let lapse').click();
  await cic.getByLabel('CIC last held on').fill('10/31/2026');
  await cic.getByLabel('CIC last held on').press('Tab');
  await add(/^CIC/, '11/15/2026');
  await expect(aapc.getByLabel('CIC earned on')).toHaveCount(2);

  await add(/^Another specialty/, '1/10/2024', 'CGSC');
  await add(/^Another specialty/, '1/10/2024', 'COBGC');
  await expect(aapc.getByLabel('CGSC earned on')).toBeVisible();
  await expectAccessible(page);
  await add(/^Another specialty/, '1/10/2024', 'cgsc');
  await expect(dialog.getByRole('alert')).toContainText('already among your credentials');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  const name = aapc.getByLabel('Name of COBGC');
  await name.fill('CEMC');
  await name.press('Tab');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const ceus = new Ceus(page);
  await ceus.ledger('AAPC');
  await expect(ceus.rule('Total units')).toContainText('0 of 44');
  for (const one of ['CGSC', 'CEMC']) {
    await expect(ceus.rule(`Units for ${one}`)).toContainText('0 of 8');
  }
});

test('an own figure keeps its reason and the standard beside it', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.ledger('AHIMA');
  const total = ceus.rule(/Total units/);
  await total.getByText('Rule and source').click();
  await total.getByRole('button', { name: /^Adjust/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Units asked for in this cycle').fill('12');
  await dialog.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'The cycle is pro-rated' }).click();
  await dialog.getByLabel('Note', { exact: true }).fill('CEU Center (invented)');
  await dialog.getByRole('button', { name: 'Keep this figure' }).click();
  const words = 'Standard figure 20; yours, 12: pro-rated, CEU Center (invented)';
  await expect(total).toContainText(words);

  // A further credential changes the standard: both figures are said.
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  await dialog.getByRole('button', { name: 'Add a credential' }).click();
  await dialog.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: /^CDIP/ }).click();
  await dialog.getByLabel('Earned on').fill('3/1/2025');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const changed = 'The standard figure was 20 when you set yours; it is 40 now.';
  await expect(total).toContainText(changed);

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  const kept = again.rule(/Total units/);
  await expect(kept).toContainText(changed);
  await kept.getByText('Rule and source').click();
  await kept.getByRole('button', { name: /^Adjust/ }).click();
  await expect(again.page.getByRole('dialog')).toContainText(changed);
  await expect(
    again.page.getByRole('dialog').getByRole('combobox', { name: 'Reason' }),
  ).toContainText('pro-rated');
});

test('units are proposed from hours by the rule that was chosen, and never set by it', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'Half a day (invented)', hours: '2.5', completed: '11/10/2026' });
  const claim = ceus.claim('AHIMA');
  await expect(claim.getByRole('button', { name: /^Use/ })).toHaveCount(0);
  // It holds for all claims at AHIMA, so it is chosen where AHIMA is, and not in each of them.
  await claim.locator('summary').click();
  await expect(page.getByRole('combobox', { name: 'AHIMA units from hours' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'AHIMA units from hours' }).click();
  await page.getByRole('option', { name: 'Whole hours (2014), official, but old' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(claim.getByRole('button', { name: 'Use 2 AHIMA units' })).toBeVisible();
  await expect(claim.getByLabel('AHIMA units', { exact: true })).toHaveValue('2.5');
  await expectAccessible(page);
  await ceus.done();

  const again = await new Ceus(await app.restart()).open();
  await again.edit('Half a day (invented)');
  const kept = again.claim('AHIMA');
  await kept.getByRole('button', { name: 'Use 2 AHIMA units' }).click();
  await expect(kept.getByRole('button', { name: /^Use/ })).toHaveCount(0);
  await expect(again.claim('AAPC').getByRole('checkbox')).toHaveAccessibleName(/AAPC 2\.5/);
  await again.done();
  await again.ledger('AHIMA');
  await expect(again.rule(/Total units/)).toContainText('2 of 20');
});
