import { expectAccessible } from './axe';
import { dispatch } from './dispatch';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

test.beforeEach(async ({ page }) => {
  await holdCcsAndCic(page);
});

test('one webinar, two bodies: logged once, counted in both, kept over a restart', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({
    title: 'FY2027 ICD-10-CM and PCS update',
    completed: '11/18/2026',
    hours: '1.5',
  });

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? ceus : await new Ceus(await app.restart()).open();
    await now.ledger('AHIMA');
    await expect(now.row('FY2027 ICD-10-CM and PCS update'), round).toContainText('1.5');
    await expect(now.rule(/total|units/i).first()).toContainText('1.5 of 20');
    await now.ledger('AAPC');
    await expect(now.row('FY2027 ICD-10-CM and PCS update')).toContainText('1.5');
    await expect(now.rule(/total|units/i).first()).toContainText('1.5 of 36');
    await now.ledger('All learning');
    await expect(now.row('1 activity')).toContainText('1.5');
  }
});

test('claimed at one body, or at none', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Sepsis and queries', hours: '2' }, { AAPC: false });
  await ceus.log({ title: 'Facility training: new record system' }, { AHIMA: false, AAPC: false });

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  await expect(again.row('Sepsis and queries')).toBeVisible();
  await expect(again.row(/Facility training/)).toHaveCount(0);
  await again.ledger('AAPC');
  await expect(again.row('Sepsis and queries')).toHaveCount(0);
  await again.ledger('All learning');
  await expect(again.row(/Facility training/)).toContainText('No claim');
});

test('edit, delete, undo and redo, also after a restart', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Root operations in PCS', completed: '10/12/2026', hours: '1' });
  await ceus.edit('Root operations in PCS');
  await ceus.type({ title: 'Root operations in ICD-10-PCS', hours: '3' });
  await ceus.done();
  await expect(ceus.row('Root operations in ICD-10-PCS')).toContainText('3');

  await ceus.edit('Root operations in ICD-10-PCS');
  await ceus.entry.getByRole('button', { name: 'Delete' }).click();
  await expect(ceus.row('Root operations in ICD-10-PCS')).toHaveCount(0);

  const again = await new Ceus(await app.restart()).open();
  await expect(again.row('Root operations in ICD-10-PCS')).toHaveCount(0);
  await again.page.keyboard.press('Control+z');
  await expect(again.row('Root operations in ICD-10-PCS')).toContainText('3');
  await again.page.keyboard.press('Control+z');
  await expect(again.row('Root operations in PCS')).toBeVisible();
  await again.page.keyboard.press('Control+z');
  await expect(again.row('Root operations in PCS')).toHaveCount(0);
  await again.page.keyboard.press('Control+Shift+z');
  await expect(again.row('Root operations in PCS')).toBeVisible();

  const third = await new Ceus(await app.restart()).open();
  await expect(third.row('Root operations in PCS')).toBeVisible();
  await third.page.keyboard.press('Control+Shift+z');
  await expect(third.row('Root operations in ICD-10-PCS')).toBeVisible();
});

test('what is deleted lies in the trash and comes back from there', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Compliant queries workshop', hours: '3' });
  await ceus.edit('Compliant queries workshop');
  await ceus.entry.getByRole('button', { name: 'Delete' }).click();
  const again = await app.restart();
  await again.getByRole('link', { name: 'Settings' }).click();
  await again.getByRole('button', { name: /Restore .*Compliant queries workshop/ }).click();
  const back = await new Ceus(again).open();
  await expect(back.row('Compliant queries workshop')).toContainText('3');
});

test('an opening balance counts, and the part from AHIMA sources is said apart', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  await page.getByRole('button', { name: /^Edit the AHIMA cycle/ }).click();
  await page.getByText('Units already counted in this cycle').click();
  await page.getByLabel('AHIMA opening balance').fill('12');
  await page.getByLabel(/Of these: From an AHIMA source/).fill('5');
  await page.getByRole('button', { name: 'Keep these dates' }).click();
  await expect(page.getByText(/opening balance 12 units/)).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? ceus : await new Ceus(await app.restart()).open();
    await now.ledger('AHIMA');
    await expect(now.rule(/total|units/i).first(), round).toContainText('12 of 20');
    const share = now.rule(/AHIMA source/);
    await expect(share).toContainText('5 of 8');
    await expect(share).toContainText('Not yet');
    await share.getByText('Rule and source').click();
    await expect(share).toContainText('checked Nov 22, 2026');
  }
});

test('a figure of one’s own stands beside the standard one', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.ledger('AAPC');
  const total = ceus.rule(/total|units/i).first();
  await total.getByText('Rule and source').click();
  await total.getByRole('button', { name: /^Adjust/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Total units' });
  await expect(dialog.getByRole('combobox', { name: 'Reason' })).toHaveText(
    'AAPC shows another figure',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await total.getByRole('button', { name: /^Adjust/ }).press('Enter');
  // What stands there is selected: it is typed over.
  await expect(dialog.getByLabel('Units asked for in this cycle')).toBeFocused();
  await page.keyboard.type('28');
  await page
    .getByRole('dialog')
    .getByLabel('Note', { exact: true })
    .fill('Prorated first cycle, CEU Tracker, Nov 22');
  await page.getByRole('button', { name: 'Keep this figure' }).click();
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AAPC');
  const kept = again.rule(/total|units/i).first();
  await expect(kept).toContainText('0 of 28');
  await expect(kept).toContainText('Standard figure 36');
});

test('a whole CEU by keyboard alone', async ({ app, page }) => {
  await page.keyboard.press('Control+n');
  const ceus = new Ceus(page);
  await expect(ceus.entry.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Ventilation hours in PCS');
  await page.keyboard.press('Tab');
  await page.keyboard.type('11/20/2026');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('State association (invented)');
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+Enter');
  await expect(ceus.entry.getByLabel('Title')).toHaveValue('');
  await expect(ceus.entry.getByLabel('Title')).toBeFocused();
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('All learning');
  await expect(again.row('Ventilation hours in PCS')).toContainText('AHIMA');
  await expect(again.row('Ventilation hours in PCS')).not.toContainText('AAPC');
});

test('what stands in the form is kept when the window closes', async ({ app, page }) => {
  await page.keyboard.press('Control+n');
  await expect(new Ceus(page).entry.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Typed and not finished');
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('All learning');
  await expect(again.row('Typed and not finished')).toBeVisible();
});

test('a certificate is copied, found again, and known when it comes twice', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  const pdf = Buffer.from('%PDF-1.4\n% an invented certificate\n%%EOF\n');
  await page.getByRole('button', { name: /^Log an activity/ }).click();
  await ceus.type({ title: 'With a certificate' });
  const choose = ceus.entry.getByLabel('Certificate file');
  await choose.setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(
    ceus.entry.getByRole('button', { name: 'certificate.pdf', exact: true }),
  ).toBeVisible();
  await choose.setInputFiles({ name: 'copy.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(
    page.getByText('This file is already attached here, as certificate.pdf.'),
  ).toBeVisible();
  const exe = Buffer.from('MZ\u0000\u0000not a certificate');
  await choose.setInputFiles({ name: 'run.exe', mimeType: 'application/pdf', buffer: exe });
  await expect(page.getByText('run.exe is neither a PDF nor')).toBeVisible();
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  await expect(again.row('With a certificate')).toContainText('certificate attached');
});

test('an undo reaches the open form, and what is gone closes it', async ({ page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Alpha', hours: '1' });
  await ceus.edit('Alpha');
  await ceus.type({ hours: '2' });
  await page.getByRole('heading', { level: 1, name: 'CEUs' }).click();
  await expect(ceus.row('Alpha')).toContainText('2');
  await page.keyboard.press('Control+z');
  await expect(ceus.row('Alpha')).toContainText('1');
  await expect(ceus.entry.getByLabel('Hours', { exact: true })).toHaveValue('1');
  await ceus.type({ title: 'Alpha, mended' });
  await page.getByRole('heading', { level: 1, name: 'CEUs' }).click();
  // The hours stay taken back: only the title was changed by hand.
  await expect(ceus.row('Alpha, mended')).toContainText(/Earned\s*1/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(ceus.entry).toHaveCount(0);
  await expect(ceus.row(/Alpha/)).toHaveCount(0);
});

test('Escape keeps what is sound and gives the focus back to the row', async ({ page }) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: /^Log an activity/ }).click();
  await ceus.type({ title: 'Left by Escape' });
  await page.keyboard.press('Escape');
  await expect(ceus.entry).toHaveCount(0);
  await expect(ceus.row('Left by Escape').getByRole('button')).toBeFocused();
});

test('the foot says what counts of what is entered, and a row what of it helps', async ({
  page,
}) => {
  const ceus = await new Ceus(page).open();
  const at = { AHIMA: true, AAPC: false };
  await ceus.log({ title: 'From AHIMA', completed: '3/2/2026', hours: '12', sponsor: 'AHIMA' }, at);
  await expect(page.getByRole('table', { name: 'Activities' })).not.toContainText('entered');
  await ceus.log({ title: 'The last of it', completed: '4/2/2026', hours: '10.5' }, at);
  await ceus.log({ title: 'Ahead', completed: '4/2/2027', hours: '2' }, at);
  await expect(ceus.row('From AHIMA')).not.toContainText('help');
  await expect(ceus.row('The last of it')).toContainText(
    'Only 8 of 10.5 help toward the total: the 20 needed are reached',
  );
  await expect(
    page.getByText('24.5 entered: 20 count toward the total, 2 are planned, 2.5 do not count'),
  ).toBeVisible();
  // What is said to be earned on a day that has not come is still to come.
  const claim = { body: 'ahima', units: 100, state: 'earned' as const, marks: {}, holdings: [] };
  await dispatch(page, {
    ...{ type: 'activity.log', title: 'Next week', completedOn: '2026-12-01', hours: 100 },
    ...{ sponsor: '', indexNumber: '', note: '', claims: [{ ...claim, cycleId: null }] },
  });
  await expect(
    page.getByText('25.5 entered: 20 count toward the total, 3 are planned, 2.5 do not count'),
  ).toBeVisible();
  await expectAccessible(page);
});

test('what lies ahead is planned and does not count yet', async ({ page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'A workshop to come', completed: '12/20/2026', hours: '2' });
  await ceus.ledger('AHIMA');
  await expect(ceus.row('A workshop to come')).toContainText('Planned');
  await expect(ceus.rule(/total/i).first()).toContainText('0 of 20');
  await expect(ceus.rule(/total/i).first()).toContainText('2 more planned');
});

test('a claim’s way through its states is kept, also after a restart', async ({ app, page }) => {
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'Reported later' }, { AAPC: false });
  await ceus.edit('Reported later');
  const claim = ceus.claim('AHIMA');
  await claim.getByRole('combobox', { name: /AHIMA state/ }).click();
  await page.getByRole('option', { name: 'Reported' }).click();
  await ceus.done();
  const again = await new Ceus(await app.restart()).open();
  await again.edit('Reported later');
  const steps = again.claim('AHIMA').getByRole('list', { name: 'What happened to this claim' });
  await expect(steps.getByRole('listitem')).toHaveText([/^Earned on /, /^Reported on /]);
});

test('what is discarded is not saved later by itself', async ({ page }) => {
  const ceus = await new Ceus(page).open();
  await page.clock.install();
  await page.getByRole('button', { name: /^Log an activity/ }).click();
  await ceus.entry.getByLabel('Title').fill('Thought better of it');
  await ceus.entry.getByRole('button', { name: 'Discard' }).click();
  await expect(ceus.entry).toHaveCount(0);
  await page.clock.fastForward(10_000);
  await ceus.ledger('All learning');
  await expect(page.getByText(/Nothing is logged here yet/)).toBeVisible();
});
