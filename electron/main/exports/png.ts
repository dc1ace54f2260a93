import { deflateSync, inflateSync } from 'node:zlib';
import { failed, ok, type Result } from '../../../src/core/result';
import { mostPixels, type Picture } from './picture';

/** Samples of a pixel by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Chunks {
  width: number;
  height: number;
  depth: number;
  colour: number;
  isInterlaced: boolean;
  palette: Uint8Array | null;
  transparency: Uint8Array | null;
  data: Buffer;
}

/**
 * Reads a PNG (W3C, third edition). Its packed rows go into the PDF as they are, since a PDF knows the same
 * filters; only where pixels let the ground shine through are they unpacked and laid on white.
 */
export function readPng(bytes: Uint8Array, number: string): Result<Picture> {
  const png = chunksOf(bytes);
  if (!png) return failed('picture-damaged', { number });
  if (png.isInterlaced) return failed('picture-interlaced', { number });
  if (png.width * png.height > mostPixels) return failed('picture-size', { number });
  const hasAlpha = png.colour === 4 || png.colour === 6;
  if (hasAlpha || (png.colour === 3 && png.transparency)) return onWhite(png, number);
  const { width, height, depth, colour } = png;
  const colours = samples[colour] ?? 1;
  const parameters = `<< /Predictor 15 /Colors ${colours} /BitsPerComponent ${depth} /Columns ${width} >>`;
  const space = colour === 3 ? indexed(png.palette) : colour === 2 ? '/DeviceRGB' : '/DeviceGray';
  if (space === null) return failed('picture-damaged', { number });
  const entries = `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms ${parameters}`;
  return ok({ width, height, orientation: 1, entries, data: png.data });
}

function chunksOf(bytes: Uint8Array): Chunks | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Uint8Array[]>();
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (at + 12 + length > bytes.length) return null;
    const there = found.get(name) ?? [];
    there.push(bytes.subarray(at + 8, at + 8 + length));
    found.set(name, there);
    at += 12 + length;
    if (name === 'IEND') break;
  }
  const head = found.get('IHDR')?.[0];
  const data = Buffer.concat(found.get('IDAT') ?? []);
  if (!head || head.length < 13 || data.length === 0 || !found.has('IEND')) return null;
  const fields = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height] = [fields.getUint32(0), fields.getUint32(4)];
  const [depth, colour] = [fields.getUint8(8), fields.getUint8(9)];
  if (width === 0 || height === 0 || samples[colour] === undefined) return null;
  if (![1, 2, 4, 8, 16].includes(depth)) return null;
  return {
    ...{ width, height, depth, colour, data },
    isInterlaced: fields.getUint8(12) !== 0,
    palette: found.get('PLTE')?.[0] ?? null,
    transparency: found.get('tRNS')?.[0] ?? null,
  };
}

function indexed(palette: Uint8Array | null): string | null {
  if (!palette || palette.length < 3) return null;
  const hex = Buffer.from(palette).toString('hex');
  return `[/Indexed /DeviceRGB ${Math.floor(palette.length / 3) - 1} <${hex}>]`;
}

/** Pixels laid on white paper, as three bytes each: alpha has no meaning once it is printed. */
function onWhite(png: Chunks, number: string): Result<Picture> {
  const { width, height, depth, colour, palette, transparency } = png;
  const perPixel = (samples[colour] ?? 1) * depth;
  const rowBytes = Math.ceil((width * perPixel) / 8);
  const rows = unfiltered(png, rowBytes, Math.max(1, perPixel >> 3));
  if (!rows) return failed('picture-damaged', { number });
  const pixels = Buffer.alloc(width * height * 3);
  const wide = depth === 16 ? 2 : 1;
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * rowBytes, (y + 1) * rowBytes);
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue, alpha] = pixelAt(x);
      const out = 3 * (y * width + x);
      pixels[out] = mixed(red, alpha);
      pixels[out + 1] = mixed(green, alpha);
      pixels[out + 2] = mixed(blue, alpha);
    }
    function pixelAt(x: number): [number, number, number, number] {
      if (colour === 3) {
        const bit = x * depth;
        const index = ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
        const [red = 0, green = 0, blue = 0] = palette?.subarray(3 * index, 3 * index + 3) ?? [];
        return [red, green, blue, transparency?.[index] ?? 255];
      }
      const at = x * (samples[colour] ?? 1) * wide;
      const sample = (nth: number) => row[at + nth * wide] ?? 0;
      if (colour === 4) return [sample(0), sample(0), sample(0), sample(1)];
      return [sample(0), sample(1), sample(2), sample(3)];
    }
  }
  const entries = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode';
  return ok({ width, height, orientation: 1, entries, data: deflateSync(pixels) });
}

function mixed(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}

/** Takes back the filters of the rows; null where there are fewer or more of them than there should be. */
function unfiltered({ data, height }: Chunks, rowBytes: number, pixel: number): Buffer | null {
  const size = height * (rowBytes + 1);
  let packed: Buffer;
  try {
    packed = inflateSync(data, { maxOutputLength: size });
  } catch {
    return null;
  }
  if (packed.length !== size) return null;
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (rowBytes + 1)];
    const start = y * rowBytes;
    for (let x = 0; x < rowBytes; x += 1) {
      const left = x >= pixel ? (rows[start + x - pixel] ?? 0) : 0;
      const up = y > 0 ? (rows[start + x - rowBytes] ?? 0) : 0;
      const corner = x >= pixel && y > 0 ? (rows[start + x - rowBytes - pixel] ?? 0) : 0;
      const raw = packed[y * (rowBytes + 1) + 1 + x] ?? 0;
      rows[start + x] = raw + predicted(filter ?? 0, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
      if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
      return (b ?? 0) <= (c ?? 0) ? up : corner;
    }
    default:
      return 0;
  }
}
