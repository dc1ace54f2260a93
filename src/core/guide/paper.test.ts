import { expect, test } from 'vitest';
import { readGuide } from './guide';
import { editionOf, sourcesOnPaper, usualPaper } from './paper';

const source = { title: 'A page', url: null, checkedOn: '2026-11-01', confidence: 'official' };
const chapter = (order: number, checkedOn: string, body: string) =>
  `---\n${JSON.stringify({ order, title: `Chapter ${order}`, summary: 'S.', minutes: 1, checkedOn, sources: [] })}\n---\n${body}`;
const correction = (id: string, section: string, of: string | null) => ({
  ...{ id, section, said: 'Often.', right: 'Right.', state: 'wrong', source: of },
  checkedOn: '2026-11-02',
});

const guide = readGuide({
  chapters: [
    ['one', chapter(1, '2026-11-22', 'Text.[^b]\n\n## Part {#part}\n\nMore.[^a][^b]\n')],
    ['two', chapter(2, '2026-10-01', 'Text.\n')],
  ],
  sources: { a: source, b: source, c: source, d: source },
  corrections: [
    correction('x', 'part', 'c'),
    correction('y', 'part', 'a'),
    correction('z', 'part', null),
    correction('w', 'two', 'd'),
  ],
});

test('the text’s sources keep their numbers, those of its corrections follow', () => {
  expect(sourcesOnPaper(guide, guide.chapters[0]!)).toEqual(['b', 'a', 'c']);
  expect(sourcesOnPaper(guide, guide.chapters[1]!)).toEqual(['d']);
});

test('an edition is as young as its youngest chapter', () => {
  expect(editionOf(guide.chapters)).toBe('2026-11-22');
  expect(editionOf(guide.chapters.slice(1))).toBe('2026-10-01');
});

test.each([
  ['en-US', 'letter'],
  ['en', 'letter'],
  ['es-MX', 'letter'],
  ['en-GB', 'a4'],
  ['de-DE', 'a4'],
  ['zh-Hans-CN', 'a4'],
])('who speaks %s prints on %s', (language, paper) => {
  expect(usualPaper(language)).toBe(paper);
});
