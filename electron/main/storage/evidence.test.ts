import { expect, test } from 'vitest';
import { isHeic } from './evidence';

test.each(['heic', 'heix', 'mif1', 'avif'])('a photo of the brand %s is told apart', (brand) => {
  expect(isHeic(Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1'))).toBe(true);
});

test('a film is none', () => {
  expect(isHeic(Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'))).toBe(false);
  expect(isHeic(new Uint8Array(3))).toBe(false);
});
