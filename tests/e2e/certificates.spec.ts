import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { holdCcsAndCic } from './held';
import { Ceus } from './pages/ceus';

const certificate = (name: string) => `tests/data/certificates/${name}.pdf`;

/** As the system drops files: on what lies under the pointer, with all their bytes. */
async function drop(page: Page, selector: string, ...paths: string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: path.split('/').at(-1) ?? path,
    type: /\.pdf$/.test(path) ? 'application/pdf' : /png$/.test(path) ? 'image/png' : 'image/jpeg',
    bytes: [...readFileSync(path)],
  }));
  await page.locator(selector).evaluate((target, given) => {
    const data = new DataTransfer();
    for (const { name, type, bytes } of given) {
      data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
    }
    const about = { dataTransfer: data, bubbles: true, cancelable: true };
    target.dispatchEvent(new DragEvent('dragover', about));
    target.dispatchEvent(new DragEvent('drop', about));
  }, files);
}

test('a certificate dropped on the ledger is read, and one yes fills the form', async ({
  app,
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await drop(page, 'h1', certificate('label-left'));
  const read = ceus.entry.getByRole('region', { name: 'Read from label-left.pdf' });
  await expect(read.getByRole('list', { name: 'Fields as read' })).toContainText(
    'Sepsis Queries That Hold Up',
  );
  await expect(read.getByText('Nothing is entered before you say so.')).toBeVisible();
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue('');
  await expect(
    read.getByRole('list', { name: 'What AAPC verifies on a certificate' }).getByRole('listitem'),
  ).toHaveText([
    /Index number\s*shown/,
    /Sponsor\s*shown/,
    /Title\s*shown/,
    /CEUs\s*shown/,
    /Completed\s*shown/,
  ]);
  await expectAccessible(page);
  await page.keyboard.press('Alt+Enter');
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue(
    'Sepsis Queries That Hold Up',
  );
  await expect(ceus.entry.getByLabel('Hours', { exact: true })).toHaveValue('1.5');
  await expect(read.getByText('as entered')).toHaveCount(5);
  await ceus.done();

  const again = await new Ceus(await app.restart()).open();
  await expect(again.row('Sepsis Queries That Hold Up')).toContainText('certificate attached');
});

test('what was typed is not overwritten by a yes to all', async ({ page }) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'My own words', sponsor: 'Mine (invented)' });
  await drop(page, '.drop', certificate('two-columns'));
  const read = ceus.entry.getByRole('region', { name: 'Read from two-columns.pdf' });
  await expect(read.getByText('You entered My own words.')).toBeVisible();
  // Its date can be read in two ways, so that a yes to all leaves it open.
  await expect(read.getByText('The order of its numbers is not known: choose one.')).toBeVisible();
  // Both readings are of one line, which is quoted once.
  await expect(read.getByText(/^Participant.*03\/04\/2026$/)).toHaveCount(1);
  const day = ceus.entry.getByLabel('Completed', { exact: true });
  const before = await day.inputValue();
  await read.getByRole('button', { name: /^Use all/ }).click();
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue('My own words');
  await expect(ceus.entry.getByLabel('Sponsor', { exact: true })).toHaveValue('Mine (invented)');
  await expect(day).toHaveValue(before);
  await read
    .getByRole('button', { name: 'Replace by title: Clinical Validation of Malnutrition' })
    .click();
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue(
    'Clinical Validation of Malnutrition',
  );
});

test('a certificate is looked at beside its form, and known when it comes again', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'One' });
  await drop(page, '.drop', certificate('label-above'));
  await ceus.entry.getByRole('button', { name: 'label-above.pdf', exact: true }).click();
  const view = page.getByRole('region', { name: 'label-above.pdf', exact: true });
  const paper = view.getByRole('img', { name: 'Page 1 of 1 of label-above.pdf' }).locator('canvas');
  await expect(paper).toHaveAttribute('data-drawn', 'yes');
  await expect.poll(() => paper.evaluate(inkOf)).toBeGreaterThan(500);
  await expectAccessible(page);
  await expect(view.getByRole('heading', { name: 'label-above.pdf' })).toBeFocused();
  // Drawn again in another room, without a fault of the page. In a narrow window it comes before the form.
  for (const width of [900, 480]) {
    await page.setViewportSize({ width, height: 800 });
    const top = async (one: typeof view) => (await one.boundingBox())?.y ?? 0;
    const [title, shown] = [page.getByRole('heading', { level: 1 }), view];
    await expect.poll(async () => (await top(shown)) - (await top(title))).toBeGreaterThan(0);
    await expect.poll(async () => (await top(ceus.entry)) - (await top(shown))).toBeGreaterThan(0);
  }
  // Closed at once after its room changed, again and again: a drawing that is called off is no fault.
  for (let width = 1000; width < 1300; width += 20) {
    await page.setViewportSize({ width, height: 800 });
    if (width % 60 > 0) continue;
    await page.keyboard.press('Escape');
    await expect(view).toHaveCount(0);
    await ceus.entry.getByRole('button', { name: 'label-above.pdf', exact: true }).click();
    await expect(view).toBeVisible();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
  await expect(
    ceus.entry.getByRole('button', { name: 'label-above.pdf', exact: true }),
  ).toBeFocused();
  await ceus.done();

  await drop(page, 'h1', certificate('label-above'));
  await expect(ceus.entry.getByText('This file is already attached to “One”.')).toBeVisible();
  await ceus.entry.getByRole('button', { name: 'Open that activity' }).click();
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue('One');
});

/** How many pixels are darker than paper. */
function inkOf(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const data = (canvas as HTMLCanvasElement)
    .getContext('2d')
    ?.getImageData(0, 0, width, height).data;
  let dark = 0;
  for (let at = 0; data && at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
  return dark;
}

test('pictures make one file; a HEIC photo and a scan are answered by a sentence', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'Two pages' });
  await drop(page, '.drop', 'tests/data/pictures/photo.jpg', 'tests/data/pictures/grey.png');
  await ceus.entry.getByRole('button', { name: 'photo.pdf', exact: true }).click();
  const view = page.getByRole('region', { name: 'photo.pdf' });
  await expect(
    view.getByRole('img', { name: 'Page 2 of 2 of photo.pdf' }).locator('canvas'),
  ).toHaveAttribute('data-drawn', 'yes');
  await page.keyboard.press('Escape');

  await drop(page, '.drop', 'tests/data/pictures/photo.jpg');
  await ceus.entry.getByRole('button', { name: 'photo.jpg', exact: true }).click();
  const picture = page.getByRole('img', { name: 'The certificate photo.jpg' });
  await expect
    .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  await ceus.entry.getByLabel('Certificate file').setInputFiles({
    name: 'IMG_1.heic',
    mimeType: 'image/heic',
    buffer: Buffer.from('\0\0\0\x18ftypheic'),
  });
  await expect(page.getByText(/IMG_1.heic is a HEIC picture/)).toBeVisible();
  await drop(page, '.drop', certificate('image-only'));
  await expect(ceus.entry.getByText(/a picture of a page and no text/)).toBeVisible();
  await expect(
    ceus.entry.getByRole('button', { name: 'image-only.pdf', exact: true }),
  ).toBeVisible();
});

test('what is wrong with a file is said in the form, and goes with the next file', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'Of odd files' });
  const choose = ceus.entry.getByLabel('Certificate file');
  const mimeType = 'application/pdf';
  const said = ceus.entry.getByRole('alert');
  await choose.setInputFiles({ name: 'none.pdf', mimeType, buffer: Buffer.alloc(0) });
  await expect(said).toContainText('none.pdf is empty.');
  const large = { name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(33 * 1024 ** 2) };
  await choose.setInputFiles(large);
  await expect(said).toHaveCount(1);
  await expect(said).toContainText('large.jpg is larger than 25 MB.');
  const page_ = Buffer.from('<html><title>Sign in (invented)</title></html>');
  await choose.setInputFiles({ name: 'certificate.pdf', mimeType, buffer: page_ });
  await expect(said).toHaveCount(1);
  await expect(said).toContainText('certificate.pdf is not what its name says');
  await expectAccessible(page);
  await drop(page, '.drop', certificate('label-left'));
  await expect(
    ceus.entry.getByRole('button', { name: 'label-left.pdf', exact: true }),
  ).toBeVisible();
  await expect(said).toHaveCount(0);
});

test('what is wrong with files dropped on the ledger is said in the form that they open', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.locator('h1').evaluate((target) => {
    const data = new DataTransfer();
    for (const name of ['page 1.jpg', 'page 2.jpg']) {
      const bytes = new Uint8Array(13 * 1024 ** 2);
      data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
    }
    const about = { dataTransfer: data, bubbles: true, cancelable: true };
    target.dispatchEvent(new DragEvent('dragover', about));
    target.dispatchEvent(new DragEvent('drop', about));
  });
  await expect(ceus.entry.getByRole('alert')).toContainText(
    'These 2 pictures are larger than 25 MB together.',
  );
  await ceus.type({ title: 'Still said' });
  await expect(ceus.entry.getByRole('alert')).toBeVisible();
});

/** As a browser hands over copied files: Xvfb’s clipboard carries none between programs. */
async function paste(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  const type = /\.pdf$/.test(path) ? 'application/pdf' : 'image/png';
  await page.locator(':focus').evaluate(
    (target, given) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(given.bytes)], given.name, { type: given.type }));
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { name, type, bytes: [...readFileSync(path)] },
  );
}

test('a PDF and a picture are pasted into the form', async ({ app, page }) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await ceus.type({ title: 'Pasted into' });
  await ceus.entry.getByLabel('Title', { exact: true }).focus();
  await paste(page, certificate('label-left'));
  await expect(
    ceus.entry.getByRole('button', { name: 'label-left.pdf', exact: true }),
  ).toBeVisible();
  await expect(ceus.entry.getByRole('region', { name: 'Read from label-left.pdf' })).toBeVisible();
  await ceus.entry.getByLabel('Title', { exact: true }).focus();
  await paste(page, 'tests/data/pictures/grey.png');
  await expect(ceus.entry.getByRole('button', { name: 'grey.png', exact: true })).toBeVisible();
  await expect(ceus.entry.getByLabel('Title', { exact: true })).toHaveValue('Pasted into');
  await ceus.done();
  const again = await new Ceus(await app.restart()).open();
  await again.edit('Pasted into');
  await expect(again.entry.getByRole('button', { name: 'grey.png', exact: true })).toBeVisible();
});

test('a certificate without a title outlives the form, is said to, and goes on', async ({
  page,
}) => {
  await holdCcsAndCic(page);
  const ceus = await new Ceus(page).open();
  await page.keyboard.press('Control+n');
  await drop(page, '.drop', certificate('no-labels'));
  await expect(ceus.entry.getByText('is attached once there is a title')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Guide/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'CEUs' })).toHaveCount(0);
  await ceus.open();
  const kept = page.getByRole('region', { name: 'Kept for you' });
  await expect(kept).toContainText('no-labels.pdf is not attached yet: its activity has no title.');
  await expectAccessible(page);
  await kept.getByRole('button', { name: 'Go on with it' }).click();
  await expect(kept).toHaveCount(0);
  // Another form in its place keeps it too.
  await page.keyboard.press('Control+n');
  await expect(kept).toContainText('no-labels.pdf');
  await kept.getByRole('button', { name: 'Go on with it' }).click();
  await ceus.type({ title: 'Now it has one' });
  await ceus.done();
  await expect(ceus.row('Now it has one')).toContainText('certificate attached');
});
