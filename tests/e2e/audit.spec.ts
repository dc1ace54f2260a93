import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './axe';
import type { App } from './app';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

/** The system's dialog answers with this path. */
const saveTo = (app: App, path: string) =>
  app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

test('the audit pack of a cycle is one ZIP that other programs open', async ({ app, page }) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await ceus.log({ title: 'With proof', completed: '3/2/2026', hours: '1.5' });
  await ceus.log({ title: 'Without proof', completed: '4/2/2026', hours: '2' });
  await ceus.edit('With proof');
  await ceus.entry
    .getByLabel('Certificate file')
    .setInputFiles('tests/data/certificates/label-left.pdf');
  await expect(
    ceus.entry.getByRole('button', { name: 'label-left.pdf', exact: true }),
  ).toBeVisible();
  await ceus.done();

  await ceus.ledger('AHIMA');
  await page.keyboard.press('Control+Shift+a');
  const dialog = page.getByRole('dialog', { name: 'Audit pack' });
  await expect(dialog.getByText('1 claim has no certificate.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Missing proof' })).toContainText(
    'Without proof',
  );
  await expectAccessible(page);
  const path = join(app.folders.home, 'pack.zip');
  await saveTo(app, path);
  await dialog.getByRole('button', { name: 'Save the pack' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Last change' })).toContainText(
    'Saved the audit pack',
  );

  execFileSync('unzip', ['-tq', path]);
  const out = join(app.folders.home, 'opened');
  execFileSync('unzip', ['-q', path, '-d', out]);
  const names = execFileSync('unzip', ['-Z1', path], { encoding: 'utf8' }).trim().split('\n');
  const name = 'AHIMA audit pack 2026-02-14 to 2028-02-13.pdf';
  expect(names.sort()).toEqual([
    name,
    'certificates/2026-03-02 With proof - certificate.pdf',
    'ledger.csv',
    'manifest.json',
  ]);
  const kept = readFileSync(join(out, 'certificates/2026-03-02 With proof - certificate.pdf'));
  expect(kept.equals(readFileSync('tests/data/certificates/label-left.pdf'))).toBe(true);
  const first = execFileSync('pdftotext', ['-layout', '-l', '1', join(out, name), '-'], {
    encoding: 'utf8',
  });
  expect(first).toContain('AHIMA audit pack');
  expect(first).toMatch(/Units counted\s+3\.5 of 20: not yet/);
  expect(first).toMatch(/Opening balance\s+0 units/);
  expect(first).toMatch(/Missing proof\s+(?:• ?)?Apr 2, 2026 · Without proof · 2 units/);
  const all = execFileSync('pdftotext', ['-layout', join(out, name), '-'], { encoding: 'utf8' });
  expect(all).toMatch(/Source: .*ahima/is);
  expect(all).toContain('With proof');
  // How far a source can be trusted is said on paper as on the screen, and what is usual once for all.
  expect(all).toMatch(/checked Nov 22, 2026, official, but old/);
  expect(all).toContain('Each counts, unless its line says otherwise.');
  expect(all).not.toMatch(/It counts\./);

  // The same data give the same bytes.
  const again = join(app.folders.home, 'again.zip');
  await saveTo(app, again);
  await page.keyboard.press('Control+Shift+a');
  await dialog.getByRole('button', { name: 'Save the pack' }).click();
  await expect(dialog).toHaveCount(0);
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
});

test('a certificate that is gone or was changed is named, and keeps no pack from being made', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  const attached: Record<string, string> = {};
  const evidence = join(app.folders.data, 'evidence');
  for (const [title, name] of [
    ['Gone since', 'label-left.pdf'],
    ['Changed since', 'label-above.pdf'],
    ['Whole', 'no-labels.pdf'],
  ] as const) {
    await ceus.log({ title, completed: '3/2/2026', hours: '1' });
    await ceus.edit(title);
    const before = new Set(Object.values(attached));
    await ceus.entry
      .getByLabel('Certificate file')
      .setInputFiles(`tests/data/certificates/${name}`);
    await expect(ceus.entry.getByRole('button', { name, exact: true })).toBeVisible();
    attached[title] = readdirSync(evidence).find((one) => !before.has(one)) ?? '';
    await ceus.done();
  }
  rmSync(join(evidence, attached['Gone since'] ?? ''));
  const changed = join(evidence, attached['Changed since'] ?? '');
  chmodSync(changed, 0o600);
  writeFileSync(changed, 'something else');

  await ceus.ledger('AHIMA');
  await page.keyboard.press('Control+Shift+a');
  const dialog = page.getByRole('dialog', { name: 'Audit pack' });
  const path = join(app.folders.home, 'pack.zip');
  await saveTo(app, path);
  await dialog.getByRole('button', { name: 'Save the pack' }).click();
  await expect(
    dialog.getByText('The pack is saved, but 2 certificates in it are missing or damaged.'),
  ).toBeVisible();
  await expect(dialog.getByText(/label-left.pdf of “Gone since”: missing/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(dialog).toHaveCount(0);

  execFileSync('unzip', ['-tq', path]);
  const out = join(app.folders.home, 'opened');
  execFileSync('unzip', ['-q', path, '-d', out]);
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    faultyProof: { name: string; fault: string }[];
  };
  expect(manifest.faultyProof.map(({ name, fault }) => `${name} ${fault}`).sort()).toEqual([
    'label-above.pdf changed',
    'label-left.pdf gone',
  ]);
  const pdf = join(out, 'AHIMA audit pack 2026-02-14 to 2028-02-13.pdf');
  const first = execFileSync('pdftotext', ['-layout', '-l', '1', pdf, '-'], { encoding: 'utf8' });
  expect(first).toMatch(/Claims without proof\s+2/);
  expect(first).toContain('label-left.pdf: missing from the data folder');
  expect(first).toContain('label-above.pdf: changed since it was attached');

  const again = join(app.folders.home, 'again.zip');
  await saveTo(app, again);
  await page.keyboard.press('Control+Shift+a');
  await dialog.getByRole('button', { name: 'Save the pack' }).click();
  await expect(dialog.getByText(/The pack is saved, but/)).toBeVisible();
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
});
