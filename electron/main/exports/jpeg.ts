import { failed, ok, type Result } from '../../../src/core/result';
import { mostPixels, type Picture } from './picture';

const spaces: Record<number, string> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

/** Reads the head of a JPEG (ITU T.81, annex B); its bytes go into the PDF as they are. */
export function readJpeg(bytes: Uint8Array, number: string): Result<Picture> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let isAdobe = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === 0xe1) orientation = orientationOf(body) ?? orientation;
    if (marker === 0xee && startsWith(body, 'Adobe')) isAdobe = true;
    // Frames, without the tables (C4, C8, CC) that stand among their numbers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && body.length >= 6) {
      const frame = new DataView(body.buffer, body.byteOffset, body.byteLength);
      const [depth, height, width] = [frame.getUint8(0), frame.getUint16(1), frame.getUint16(3)];
      const components = frame.getUint8(5);
      const space = spaces[components];
      if (depth !== 8 || !space || width === 0 || height === 0 || marker > 0xc2) break;
      if (width * height > mostPixels) return failed('picture-size', { number });
      // Adobe’s programs write the four inks the other way round.
      const decode = components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
      const entries = `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`;
      return ok({ width, height, orientation, entries, data: bytes });
    }
    if (length < 2 || marker === 0xda) break;
    at += 2 + length;
  }
  return failed('picture-damaged', { number });
}

function startsWith(body: Uint8Array, text: string): boolean {
  return Buffer.from(body.subarray(0, text.length)).toString('latin1') === text;
}

/** The tag 0x0112 of the first directory of EXIF, which phones set instead of turning the picture. */
function orientationOf(body: Uint8Array): number | null {
  if (!startsWith(body, 'Exif\0\0') || body.length < 20) return null;
  const tiff = new DataView(body.buffer, body.byteOffset + 6, body.byteLength - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entry, isLittle) !== 0x0112) continue;
    const value = tiff.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}
