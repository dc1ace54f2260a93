import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

test.beforeEach(async ({ page }) => {
  await holdCcsAndCic(page);
});

test('what a sponsor counts as is asked once, and the answer holds after a restart', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  const event = { completed: '11/18/2026', hours: '2', sponsor: 'ACDIS' };
  await ceus.log({ title: 'Outpatient queries (invented)', ...event });
  await ceus.log({ title: 'Sepsis denials (invented)', ...event });
  await ceus.ledger('AHIMA');
  const question = page.getByRole('region', { name: /Do events of ACDIS count/ });
  await expect(ceus.rule(/AHIMA source/)).toContainText('0 of 8');
  await question.getByRole('button', { name: /^Yes/ }).click();
  await expect(ceus.rule(/AHIMA source/)).toContainText('4 of 8');
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  await expect(again.rule(/AHIMA source/)).toContainText('4 of 8');
  // What is decided takes one line, and can be decided otherwise.
  await expect(again.page.getByRole('region', { name: /Do events of ACDIS count/ })).toContainText(
    'Yes, as you decided.',
  );
  await again.page.getByRole('button', { name: 'Change it' }).press('Enter');
  await expect(again.page.getByRole('button', { name: /^Yes: Do/ })).toBeFocused();
  await expect(
    again.page.getByRole('button', { name: /^Yes: Do events of ACDIS count/ }),
  ).toHaveAttribute('aria-pressed', 'true');
});

test('what may be the same course counts until its index number says that it is', async ({
  page,
}) => {
  const ceus = await new Ceus(page).open();
  const event = { title: 'Annual update (invented)', hours: '1.5' };
  await ceus.log({ ...event, completed: '11/10/2026' });
  await ceus.log({ ...event, completed: '11/18/2026' });
  await ceus.ledger('AHIMA');
  await expect(ceus.rule(/total|units/i).first()).toContainText('3 of 20');
  await ceus.ledger('AAPC');
  const total = ceus.rule(/total|units/i).first();
  await expect(total).toContainText('3 of 36');
  const maybe = page.getByRole('row').filter({ hasText: 'maybe the same course as on' });
  await expect(maybe).toHaveCount(1);
  for (const number of ['X-100 1', 'x1001']) {
    const row = page.getByRole('row', {
      name: number === 'x1001' ? /Nov 18 ?2026/ : /Nov 10 ?2026/,
    });
    await row.getByRole('button', { name: event.title }).click();
    const field = ceus.entry.getByLabel('Index number', { exact: true });
    await expect(ceus.entry).toContainText('AAPC asks for it before you submit');
    await field.fill(number);
    await field.press('Tab');
    await page.keyboard.press('Escape');
  }
  await expect(total).toContainText('1.5 of 36');
  await expect(
    page.getByRole('row').filter({ hasText: 'same course already counted' }),
  ).toHaveCount(1);
});

test('a cycle that began before a rule: both counts, then the choice with its note', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  await page.getByRole('button', { name: /^Edit the AHIMA cycle/ }).click();
  await page.getByLabel('AHIMA cycle begins').fill('12/01/2024');
  await page.getByLabel('AHIMA cycle ends').fill('11/30/2026');
  await page.getByRole('button', { name: 'Keep these dates' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await ceus.ledger('AHIMA');
  const share = ceus.rule(/AHIMA source/);
  await expect(share).toContainText('We could not find how AHIMA treats this cycle');
  await expect(share).toContainText('Cannot tell');
  await share.getByText('Rule and source').click();
  await share.getByRole('button', { name: /^Adjust/ }).click();
  await page
    .getByRole('dialog')
    .getByLabel('Note', { exact: true })
    .fill('AHIMA answered by mail (invented)');
  await page.getByRole('button', { name: 'It does not apply' }).click();
  await expect(share).toContainText('Met');
  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AHIMA');
  const kept = again.rule(/AHIMA source/);
  await expect(kept).toContainText('You decided that the rule does not apply to this cycle');
  await expect(kept).toContainText('AHIMA answered by mail (invented)');
});

test('a unit of two topics counts for the credential that is chosen, by keyboard', async ({
  app,
  page,
}) => {
  const ceus = await new Ceus(page).open();
  await page.getByRole('button', { name: 'Credentials and cycles' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of ['CPMA', 'CPCO']) {
    await dialog.getByRole('button', { name: 'Add a credential' }).click();
    await dialog.getByRole('combobox', { name: 'Credential' }).click();
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await dialog.getByLabel('Earned on').fill('3/4/2024');
    await dialog.getByRole('button', { name: 'Add it' }).click();
    await expect(dialog.getByRole('textbox', { name: `${name} earned on` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await ceus.log({
    title: 'Audits of compliance (invented)',
    completed: '11/18/2026',
    hours: '16',
  });
  await ceus.edit('Audits of compliance (invented)');
  const claim = ceus.claim('AAPC');
  const choose = async (label: string, key: string, times = 1) => {
    const field = claim.getByLabel(label);
    await field.focus();
    await page.keyboard.press('Enter');
    for (let nth = 0; nth < times; nth += 1) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
  };
  await expect(claim.getByLabel('Counts for')).toHaveCount(0);
  await choose('Is it about auditing?', 'y');
  await choose('Is it about compliance?', 'y');
  await expect(claim.getByLabel('Counts for')).toContainText('Not chosen');
  await ceus.ledger('AAPC');
  await expect(ceus.rule(/CPMA/)).toContainText('Not chosen: 16 units');
  await choose('Counts for', 'c');
  await expect(claim.getByLabel('Counts for')).toContainText('CPMA');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');

  const again = await new Ceus(await app.restart()).open();
  await again.ledger('AAPC');
  await expect(again.rule(/CPMA/)).toContainText('16 of 16');
  await expect(again.rule(/CPCO/)).toContainText('0 of 16');
});
