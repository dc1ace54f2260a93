import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha1, uuid5 } from './uuid';

test('SHA-1 is the one of Node', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300, size: 'max' }), (bytes) => {
      expect(Buffer.from(sha1(bytes)).toString('hex')).toBe(
        createHash('sha1').update(bytes).digest('hex'),
      );
    }),
  );
});

test('the example of RFC 9562, A.4', () => {
  expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('any text has an id, hashed as UTF-8', () => {
  const space = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const bytes = Buffer.concat([
        Buffer.from(space.replaceAll('-', ''), 'hex'),
        Buffer.from(name),
      ]);
      const hash = createHash('sha1').update(bytes).digest('hex');
      expect(uuid5(space, name).replaceAll('-', '').slice(0, 12)).toBe(hash.slice(0, 12));
    }),
  );
});
