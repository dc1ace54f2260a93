import { expect, test } from 'vitest';
import { documentTitle } from './document-title';

test.each([
  ['# Queries that comply\n\nText', 'Queries that comply'],
  ['Some words first.\n\n## Sepsis ##\n', 'Sepsis'],
  ['Queries\n=======\n', 'Queries'],
  ['Queries\r\n-------\r\n', 'Queries'],
  ['---\ntitle: x\n# a comment\n---\n# The real one', 'The real one'],
  ['```\n# in code\n```\n# Outside', 'Outside'],
  ['~~~~\n```\n# in code\n~~~~\n# Outside', 'Outside'],
  ['# *Very* `plain` [link](https://example.com/)', 'Very plain link'],
  ['#hashtag\n', 'notes'],
  ['text\n\n---\n\nmore', 'notes'],
  ['#\n##   \n# Last', 'Last'],
  ['', 'notes'],
  [`${'x'.repeat(70_000)}\n# Too far down`, 'notes'],
  [`# ${'y'.repeat(400)}`, 'y'.repeat(300)],
  ['# Left\u202e right\u0000', 'Left right'],
])('%j is called %j', (text, title) => expect(documentTitle(text, 'notes.md')).toBe(title));

test('a file without an ending, or with nothing else, is called by what there is', () => {
  expect(documentTitle('', 'Notes.v2.txt')).toBe('Notes.v2');
  expect(documentTitle('', '.md')).toBe('.md');
});

test('a hostile text is read as quickly as any other', () => {
  const text = `# ${'['.repeat(60_000)}`;
  expect(documentTitle(text, 'a.md')).toHaveLength(300);
  expect(documentTitle('> '.repeat(32_000), 'a.md')).toBe('a');
  expect(documentTitle(`# ${' '.repeat(60_000)}x`, 'a.md')).toBe('a');
});
