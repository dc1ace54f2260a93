import { failed, ok, type Result } from '../../../src/core/result';
import { readJpeg } from './jpeg';
import type { Picture } from './picture';
import { readPng } from './png';

export const mostPictures = 20;
/** Letter, in points: a page is as wide and high as its picture, and no larger than this. */
const widest = 612;
const highest = 792;

/**
 * Several pictures of a certificate as one PDF, a page each in the order given. A JPEG is taken as it is; a PNG
 * keeps its own pixels. Nothing in it depends on when or where it is made.
 *
 * Problems: picture-kind, picture-damaged, picture-interlaced, picture-size; each with the picture’s number.
 */
export function picturesAsPdf(pictures: readonly Uint8Array[]): Result<Uint8Array> {
  const read: Picture[] = [];
  for (const [index, bytes] of pictures.entries()) {
    const picture = readPicture(bytes, String(index + 1));
    if (!picture.ok) return picture;
    read.push(picture.value);
  }
  return ok(pdfOf(read));
}

function readPicture(bytes: Uint8Array, number: string): Result<Picture> {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes, number);
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return readPng(bytes, number);
  return failed('picture-kind', { number });
}

function pdfOf(pictures: readonly Picture[]): Uint8Array {
  const pages = pictures.map((_, index) => 3 + 3 * index);
  const objects: Uint8Array[] = [
    latin('<< /Type /Catalog /Pages 2 0 R >>'),
    latin(
      `<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ),
  ];
  pictures.forEach((picture, index) => {
    const page = pages[index] ?? 0;
    const { box, matrix } = placed(picture);
    const content = `q ${matrix.map(short).join(' ')} cm /P Do Q`;
    const size = `/MediaBox [0 0 ${short(box.width)} ${short(box.height)}]`;
    const resources = `/Resources << /XObject << /P ${page + 2} 0 R >> >>`;
    objects.push(
      latin(`<< /Type /Page /Parent 2 0 R ${size} ${resources} /Contents ${page + 1} 0 R >>`),
      stream('', latin(content)),
      stream(
        `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ${picture.entries}`,
        picture.data,
      ),
    );
  });
  return file(objects);
}

/** Where the picture stands on its page, turned and mirrored as the camera said. */
function placed({ width, height, orientation }: Picture) {
  const isTurned = orientation > 4;
  const [across, down] = isTurned ? [height, width] : [width, height];
  const scale = Math.min(widest / across, highest / down);
  const box = { width: across * scale, height: down * scale };
  const { width: w, height: h } = box;
  // By the values of EXIF’s tag 0x0112: the unit square of a PDF image, laid onto the page.
  const matrices: Record<number, number[]> = {
    1: [w, 0, 0, h, 0, 0],
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  };
  return { box, matrix: matrices[orientation] ?? [w, 0, 0, h, 0, 0] };
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function stream(entries: string, data: Uint8Array): Uint8Array {
  const head = latin(`<< ${entries} /Length ${data.length} >>\nstream\n`);
  return Buffer.concat([head, data, latin('\nendstream')]);
}

function file(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const offset = length;
    for (const part of [latin(`${index + 1} 0 obj\n`), object, latin('\nendobj\n')]) {
      parts.push(part);
      length += part.length;
    }
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, latin(table + trailer)]);
}
