import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Almanac } from '../../src/core/ipc';
import { expect, test } from './fixtures';
import { skipFirstStart } from './skip-first-start';

type Reader = 'readCertificate' | 'readTable';

/** As a screen asks: the name and the bytes, never a path. */
function ask(page: Page, method: Reader, path: string) {
  const bytes = [...readFileSync(path)];
  return page.evaluate(
    ([name, list]): Promise<unknown> =>
      (window as unknown as { almanac: Almanac }).almanac[name]('file', Uint8Array.from(list)),
    [method, bytes] as const,
  );
}

test('the text of a certificate is read in a process of its own', async ({ page }) => {
  await skipFirstStart(page);
  const read = (name: string) =>
    ask(page, 'readCertificate', `tests/data/certificates/${name}.pdf`);
  expect(await read('label-left')).toMatchObject({
    ok: true,
    value: {
      pages: 1,
      proposals: {
        title: [{ value: 'Sepsis Queries That Hold Up', sureness: 'sure' }],
        units: [{ value: 150 }],
      },
    },
  });
  expect(await read('image-only')).toEqual({ ok: false, problem: { code: 'pdf-picture' } });
});

test('a transcript, a table and pasted rows are read in the program', async ({ page }) => {
  await skipFirstStart(page);
  const transcript = await ask(page, 'readTable', 'tests/data/transcripts/two-pages.pdf');
  expect(transcript).toMatchObject({ ok: true, value: { from: 'pdf' } });
  const pasted = await page.evaluate(() =>
    (window as unknown as { almanac: Almanac }).almanac.readPaste(
      'Date\tTitle\tCEUs\n2026-10-01\tA\t1',
      '',
    ),
  );
  expect(pasted).toMatchObject({ ok: true, value: { header: ['Date', 'Title', 'CEUs'] } });
});
