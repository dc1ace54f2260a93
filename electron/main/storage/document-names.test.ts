import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentFileName, isDocumentFileName, sameNameKey } from './document-names';

test.each([
  ['Queries that comply.md', 'Queries that comply.md'],
  ['/home/jo/notes.markdown', 'notes.markdown'],
  ['C:\\Users\\jo\\Notes.TXT', 'Notes.TXT'],
  ['../../../etc/cron.md', 'cron.md'],
  ['..\\..\\up.md', 'up.md'],
  ['a\u0000b\u001f\u007f.md', 'ab.md'],
  ['gpj\u202etxt\u2066.md', 'gpjtxt.md'],
  ['stream.md:hidden.md', 'stream.md-hidden.md'],
  ['what? "this" <one>|*.md', 'what- -this- -one---.md'],
  ['.last-read.md', 'last-read.md'],
  ['...md', 'document.md'],
  ['.md', 'document.md'],
  ['  spaced . .md ', 'spaced.md'],
  ['previous.md', '_previous.md'],
  ['Previous.MD', '_Previous.MD'],
  ['previous.txt', 'previous.txt'],
  ['con.md', '_con.md'],
  ['LPT1.tar.md', '_LPT1.tar.md'],
  ['console.md', 'console.md'],
  ['Zoe\u0308.md', 'Zoë.md'],
  ['half\ud800.md', 'half.md'],
])('%j is kept as %j', (name, kept) => expect(documentFileName(name)).toBe(kept));

test.each(['notes', 'notes.md.exe', 'notes.pdf', '', '/', 'md', 'notes.md/'])(
  '%j is no text',
  (name) => expect(documentFileName(name)).toBeNull(),
);

test('a long name is cut at a whole character, and the ending stays', () => {
  expect(documentFileName(`${'x'.repeat(500)}.md`)).toBe(`${'x'.repeat(117)}.md`);
  const smiles = documentFileName(`${'😀'.repeat(200)}.md`) ?? '';
  expect(smiles).toMatch(/^(😀)+\.md$/u);
  expect(Buffer.byteLength(smiles)).toBeLessThanOrEqual(203);
});

test('whatever comes, what is kept is one plain part of a path, and is kept as it is', () => {
  const name = fc.string({ unit: 'binary', maxLength: 300 }).map((stem) => `${stem}.md`);
  fc.assert(
    fc.property(name, (given) => {
      const kept = documentFileName(given) ?? '';
      expect(kept).toMatch(/^[^./\\][^/\\\p{Cc}\p{Cf}:]*\.md$/u);
      expect(kept.length).toBeLessThanOrEqual(120);
      expect(kept.toLowerCase()).not.toBe('previous.md');
      expect(isDocumentFileName(kept)).toBe(true);
    }),
  );
});

test('a name is known again in other letters', () => {
  expect(sameNameKey('Queries.MD')).toBe(sameNameKey('queries.md'));
  expect(sameNameKey('Zoë.md')).toBe(sameNameKey('Zoe\u0308.md'));
});
