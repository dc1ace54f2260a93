import { describe, expect, test, vi } from 'vitest';
import { withSameBytes } from './same-bytes';
import { pageNumbersOf, type PageNumbers } from './pdf-pages';
import { printSettled } from './settle-pages';

/** A PDF of two pages as Chromium's printer writes one, with two places that a link leads to. */
function smallPdf(time: string, nodes = [1, 2]): Uint8Array {
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 5 0 R>>',
    '<</Type /Pages\n/Count 2\n/Kids [3 0 R 4 0 R]>>',
    '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 612 792]>>',
    '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 612 792]>>',
    '<</the-role [3 0 R /XYZ 0 700 0]\n/who-it-suits [4 0 R /XYZ 0 300 0]>>',
    `<</Names [${nodes.map((node) => `(node${String(node).padStart(8, '0')}) 3 0 R`).join(' ')}]>>`,
    `<</Creator (Mozilla)\n/CreationDate (D:${time})\n/ModDate (D:${time})>>`,
  ];
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const starts = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const start = text.length;
  const rows = starts.map((one) => `${String(one).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 8\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<</Size 8\n/Root 1 0 R\n/Info 7 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

describe('page numbers', () => {
  test('are read from the places that links lead to', async () => {
    const pdf = smallPdf("20261122171106+00'00'");
    expect(await pageNumbersOf(pdf)).toEqual({ 'the-role': 1, 'who-it-suits': 2 });
    // The bytes are still there for the one who goes on with them.
    expect(pdf.length).toBeGreaterThan(500);
  });

  test('are put in once they are known, and again where they moved the text', async () => {
    const prints: PageNumbers[] = [];
    const answers: PageNumbers[] = [
      { a: 1, b: 9 },
      { a: 1, b: 10 },
      { a: 1, b: 10 },
    ];
    const pdf = await printSettled({
      print: (pages) => Promise.resolve(Buffer.from(`print ${prints.push(pages)}`)),
      read: () => Promise.resolve(answers[prints.length - 1] ?? {}),
    });
    expect(prints).toEqual([{}, { a: 1, b: 9 }, { a: 1, b: 10 }]);
    expect(String(pdf)).toBe('print 3');
  });

  test('a document without any is printed once', async () => {
    const print = vi.fn(() => Promise.resolve(Buffer.from('')));
    await printSettled({ print, read: () => Promise.resolve({}) });
    expect(print).toHaveBeenCalledTimes(1);
  });

  test('a document that never settles is a mistake of ours and is not kept', async () => {
    let turn = 0;
    const print = () => Promise.resolve(Buffer.from(''));
    const read = () => Promise.resolve({ a: (turn += 1) });
    await expect(printSettled({ print, read })).rejects.toThrow('do not settle');
  });
});

test('the same contents give the same bytes, whenever they were printed', async () => {
  const one = smallPdf("20261122171106+00'00'");
  const other = smallPdf("20270103040506-05'00'", [25, 847]);
  expect(one).not.toEqual(other);
  const fixed = withSameBytes(one, '2026-11-22');
  expect(fixed).toEqual(withSameBytes(other, '2026-11-22'));
  expect(Buffer.from(fixed).toString('latin1')).toContain(
    '(node00000001) 3 0 R (node00000002) 3 0 R',
  );
  expect(fixed.length).toBe(one.length);
  expect(Buffer.from(fixed).toString('latin1')).toContain("/ModDate (D:20261122000000+00'00')");
  expect(await pageNumbersOf(fixed)).toEqual({ 'the-role': 1, 'who-it-suits': 2 });
});
