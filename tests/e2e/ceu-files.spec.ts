import { readFileSync } from 'node:fs';
import type { Almanac } from '../../src/core/ipc';
import { expect, test } from './fixtures';
import { skipFirstStart } from './skip-first-start';

test('the text of a certificate is read in a process of its own', async ({ page }) => {
  await skipFirstStart(page);
  const read = (name: string) => {
    const bytes = [...readFileSync(`tests/data/certificates/${name}.pdf`)];
    return page.evaluate(
      (list) =>
        (window as unknown as { almanac: Almanac }).almanac.readCertificate(
          'certificate.pdf',
          Uint8Array.from(list),
        ),
      bytes,
    );
  };
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
