import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import '../pdf-text/stand-ins';
import { picturesAsPdf } from './picture-pdf';

interface Drawn {
  width: number;
  height: number;
  data: Uint8Array;
}

function made(pictures: readonly Uint8Array[]): Uint8Array {
  const pdf = picturesAsPdf(pictures);
  if (!pdf.ok) throw new Error(pdf.problem.code);
  return pdf.value;
}

/** What another program finds in the PDF: the size of each page, and the pixels of its picture. */
async function pagesOf(pdf: Uint8Array) {
  const document = await getDocument({
    data: Uint8Array.from(pdf),
    verbosity: 0,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const list = await page.getOperatorList();
    const at = list.fnArray.indexOf(OPS.paintImageXObject);
    const [name] = list.argsArray[at] as [string];
    const image = await new Promise<Drawn>((resolve) => void page.objs.get(name, resolve));
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ page: [Math.round(width), Math.round(height)], image });
  }
  return pages;
}

/** A PNG made by hand, with filter `filter` declared on every row and the rows given as they are. */
function png(head: number[], rows: number[][], extra: [string, number[]][] = []): Uint8Array {
  const chunk = (name: string, body: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
  };
  const [width = 0, height = 0, depth = 8, colour = 2, interlace = 0] = head;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra.map(([name, body]) => chunk(name, Buffer.from(body))),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const rgb = (image: Drawn) => {
  const step = image.data.length / (image.width * image.height);
  return Array.from({ length: image.width * image.height }, (_, n) =>
    [...image.data.subarray(n * step, n * step + 3)].join(' '),
  );
};

const pictures = 'tests/data/pictures';

test('a PNG keeps its pixels, with each of the five filters', async () => {
  // The same four pixels in every row, written by another filter each time.
  const rows = [
    [0, 10, 20, 30, 40, 50, 60],
    [1, 10, 20, 30, 30, 30, 30],
    [2, 0, 0, 0, 0, 0, 0],
    [3, 5, 10, 15, 15, 15, 15],
    [4, 0, 0, 0, 0, 0, 0],
  ];
  const [page] = await pagesOf(made([png([2, 5], rows)]));
  expect(page && rgb(page.image)).toEqual(Array(5).fill(['10 20 30', '40 50 60']).flat());
});

test('what shines through is laid on white', async () => {
  const row = [0, 255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 128];
  const [page] = await pagesOf(made([png([3, 1, 8, 6], [row])]));
  expect(page && rgb(page.image)).toEqual(['255 0 0', '255 255 255', '127 127 127']);
});

test('a palette with and without a see-through colour', async () => {
  const palette: [string, number[]] = ['PLTE', [255, 0, 0, 0, 0, 255]];
  const row = [[0, 0b01000000]];
  const [plain] = await pagesOf(made([png([2, 1, 1, 3], row, [palette])]));
  expect(plain && rgb(plain.image)).toEqual(['255 0 0', '0 0 255']);
  const [clear] = await pagesOf(made([png([2, 1, 1, 3], row, [palette, ['tRNS', [0]]])]));
  expect(clear && rgb(clear.image)).toEqual(['255 255 255', '0 0 255']);
});

test('filters of a picture with alpha are taken back as they were put', async () => {
  const rows = fc.array(fc.uint8Array({ minLength: 12, maxLength: 12 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 0, max: 4 }), async (list, filter) => {
      const plain = list.map((row) => row.map((byte, at) => (at % 4 === 3 ? 255 : byte)));
      const packed = plain.map((row, y) => [
        filter,
        ...[...row].map((byte, x) => {
          const left = x >= 4 ? (row[x - 4] ?? 0) : 0;
          const up = plain[y - 1]?.[x] ?? 0;
          const corner = x >= 4 ? (plain[y - 1]?.[x - 4] ?? 0) : 0;
          const near = [left, up, corner];
          const aim = left + up - corner;
          const paeth = near.reduce((best, value) =>
            Math.abs(aim - value) < Math.abs(aim - best) ? value : best,
          );
          const guess = [0, left, up, (left + up) >> 1, paeth][filter] ?? 0;
          return (byte - guess) & 255;
        }),
      ]);
      const [page] = await pagesOf(made([png([3, list.length, 8, 6], packed)]));
      const wanted = plain.flatMap((row) =>
        [0, 4, 8].map((at) => [...row.slice(at, at + 3)].join(' ')),
      );
      expect(page && rgb(page.image)).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
});

describe('a JPEG', () => {
  const photo = readFileSync(`${pictures}/photo.jpg`);
  const turned = readFileSync(`${pictures}/turned.jpg`);

  test('goes in as it is, and a second page follows the first', async () => {
    const pdf = made([photo, turned]);
    expect(Buffer.from(pdf).includes(photo)).toBe(true);
    const pages = await pagesOf(pdf);
    expect(pages.map(({ image }) => [image.width, image.height])).toEqual([
      [60, 40],
      [60, 40],
    ]);
    // The second was taken with the phone upright, which only its EXIF says.
    expect(pages.map(({ page }) => page)).toEqual([
      [612, 408],
      [528, 792],
    ]);
  });

  test('the same pictures are the same bytes', () => {
    expect(Buffer.compare(made([photo, turned]), made([photo, turned]))).toBe(0);
  });

  test.runIf(existsSync('/usr/bin/pdfimages'))('is found by pdfimages', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'almanac-pictures-')), 'a.pdf');
    writeFileSync(path, made([photo, readFileSync(`${pictures}/grey.png`)]));
    const list = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' });
    expect(list.match(/ 60 +40 .* (?:jpeg|image) /g)).toHaveLength(2);
  });
});

test.each([
  ['picture-kind', Buffer.from('GIF89a')],
  ['picture-damaged', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
  ['picture-damaged', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['picture-interlaced', png([1, 1, 8, 2, 1], [[0, 1, 2, 3]])],
  ['picture-size', png([20_000, 20_000], [[0]])],
  ['picture-damaged', png([100, 100, 8, 6], [[0, 1]])],
])('%s is said with the number of the picture', (code, bytes) => {
  const good = readFileSync(`${pictures}/photo.jpg`);
  expect(picturesAsPdf([good, bytes])).toEqual({
    ok: false,
    problem: { code, about: { number: '2' } },
  });
});

test('whatever the bytes, it answers', () => {
  const heads = [Buffer.from('ffd8ff', 'hex'), Buffer.from('89504e470d0a1a0a', 'hex')];
  const photo = readFileSync(`${pictures}/turned.jpg`);
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, rest) => {
      picturesAsPdf([Buffer.concat([head, rest])]);
    }),
  );
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.nat({ max: 255 }), (at, byte) => {
      const bytes = Uint8Array.from(photo);
      bytes[at] = byte;
      picturesAsPdf([bytes]);
    }),
  );
});
