import type { Encoding } from '../../../src/core/ceu/import/table';

// 0x80 to 0x9f of Windows-1252; those it leaves free stand for themselves, as in every browser. By hand: Node's
// own decoder has read them as Latin-1 in some versions.
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The text of a file, and in which letters it was written; null for what is no text. */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const encoding = encodingOf(bytes);
  const text =
    encoding === 'windows-1252'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
          .toString('latin1')
          .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? '')
      : new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 1000);
  // Without a mark at its head: of plain letters every second byte is zero.
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (head.length >= 4 && zeros(1) > head.length / 4 && zeros(0) === 0) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
