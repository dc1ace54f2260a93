import { expect, test } from 'vitest';
import { mark } from '../notes/example.testing';
import { quotationOf, titleFrom, whereOf, type Passage } from './passage';

function passage(quote: string, more: Partial<Passage> = {}, document = 'guide'): Passage {
  const { chapter, anchor } = mark(quote);
  const source = { document, chapter, anchor };
  return { source, chapter: 'Certification', section: 'Queries', ...more };
}

test.each([
  [{}, 'Certification, Queries'],
  [{ section: 'Certification' }, 'Certification'],
  [{ section: '' }, 'Certification'],
])('the place of %j is %s', (more, expected) => {
  expect(whereOf(passage('x', more))).toBe(expected);
});

test('a quotation has the words and where they stand', () => {
  expect(quotationOf(passage('is coded'))).toBe('“is coded”\nCertification, Queries (guide)');
  expect(quotationOf(passage('is coded', {}, 'document-1'))).toBe(
    '“is coded”\nCertification, Queries',
  );
});

test('few words name a date, many leave that to their section', () => {
  expect(titleFrom(passage(' Apply by\nOctober 1 '))).toBe('Apply by October 1');
  expect(titleFrom(passage('word '.repeat(30)))).toBe('Queries');
});
