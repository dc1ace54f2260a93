import { expect, test } from 'vitest';
import { minutesLeft, outlineOf } from './chapter-file';
import { parseChapter } from './parse';

const front = {
  order: 3,
  title: 'Keeping a credential',
  summary: 'How the bodies count.',
  minutes: 10,
  checkedOn: '2026-11-22',
  sources: ['faq', 'policy'],
};

function file(body: string, head: object = front): string {
  return `---\n${JSON.stringify(head, null, 2)}\n---\n${body}`;
}

const body = `
Before any heading, with a source.[^faq]

## The 40 percent *rule* {#forty-percent}

Two fifths of the units[^policy] come from
AHIMA itself.[^faq] See [holding both](#holding-both) & <b>nothing bold</b>.

- first
- second **strong** item

  its second paragraph

| You hold | Units |
| --- | --- |
| CCS | 20[^policy] |
| CCS and RHIT | 30 |

### Holding both {#holding-both}

> A worked example.
`;

const chapter = parseChapter('keeping', file(body));

test('sections begin at headings; the opening bears the chapter’s id and title', () => {
  expect(chapter.sections.map(({ id, title, level }) => [id, title, level])).toEqual([
    ['keeping', 'Keeping a credential', 1],
    ['forty-percent', 'The 40 percent rule', 2],
    ['holding-both', 'Holding both', 3],
  ]);
  expect(chapter).toMatchObject(front);
});

test('passages are paragraphs, items and rows as plain text, each with a key of its own', () => {
  const passages = chapter.sections.flatMap((section) => section.passages);
  expect(passages).toEqual([
    { passage: 'keeping:0', text: 'Keeping a credential' },
    { passage: 'keeping:1', text: 'How the bodies count.' },
    { passage: 'keeping:2', text: 'Before any heading, with a source.' },
    { passage: 'forty-percent:0', text: 'The 40 percent rule' },
    {
      passage: 'forty-percent:1',
      text: 'Two fifths of the units come from AHIMA itself. See holding both & <b>nothing bold</b>.',
    },
    { passage: 'forty-percent:2', text: 'first' },
    { passage: 'forty-percent:3', text: 'second strong item' },
    { passage: 'forty-percent:4', text: 'its second paragraph' },
    { passage: 'forty-percent:5', text: 'You hold · Units' },
    { passage: 'forty-percent:6', text: 'CCS · 20' },
    { passage: 'forty-percent:7', text: 'CCS and RHIT · 30' },
    { passage: 'holding-both:0', text: 'Holding both' },
    { passage: 'holding-both:1', text: 'A worked example.' },
  ]);
});

test('notes are numbered by first use through the whole chapter', () => {
  expect(chapter.notes).toEqual(['faq', 'policy']);
  const paragraph = chapter.sections[1]?.blocks[1];
  const notes =
    paragraph?.kind === 'paragraph' ? paragraph.parts.filter(({ kind }) => kind === 'note') : [];
  expect(notes).toEqual([
    { kind: 'note', source: 'policy', number: 2, isFirst: true },
    { kind: 'note', source: 'faq', number: 1, isFirst: false },
  ]);
});

test('a column of figures is read from its end, and raw HTML is text', () => {
  const table = chapter.sections[1]?.blocks.find(({ kind }) => kind === 'table');
  expect(table).toMatchObject({ align: ['start', 'end'] });
  expect(JSON.stringify(chapter)).toContain('<b>');
});

const broken: [what: string, text: string, says: RegExp][] = [
  ['no front matter', '## A {#a}\n', /keeping\.md, line 1: front matter/],
  ['front matter that is no JSON', '---\n{"order": }\n---\n', /line 2: .*not JSON/],
  ['a field missing', file('', { ...front, title: undefined }), /line 2: title/],
  ['an unknown field', file('', { ...front, author: 'x' }), /line 2/],
  ['a heading without an id', file('\nText\n\n## Bare\n'), /line 17: no id: Bare/],
  ['an id that is no name', file('\n## Bare {#Not This}\n'), /line 15: no id/],
  ['an id twice', file('\n## A {#a}\n\n## B {#a}\n'), /line 17: #a is there twice/],
  ['the chapter’s own id', file('\n## A {#keeping}\n'), /line 15: #keeping is there twice/],
  ['a heading of level 1', file('\n# A {#a}\n'), /line 15: .*not 1/],
];

test.each(broken)('%s is refused, naming file and line', (_, text, says) => {
  expect(() => parseChapter('keeping', text)).toThrow(says);
});

test('the outline read line by line has the sections of the full parse', () => {
  const { chapter: short, sections } = outlineOf('keeping', file(body));
  expect(sections.map(({ id, title, level }) => [id, title, level])).toEqual(
    chapter.sections.map(({ id, title, level }) => [id, title, level]),
  );
  expect(short).toEqual({
    id: 'keeping',
    order: 3,
    title: front.title,
    summary: front.summary,
    minutes: 10,
  });
});

test('line ends of another system change nothing', () => {
  expect(parseChapter('keeping', file(body).replaceAll('\n', '\r\n'))).toEqual(chapter);
});

test('minutes left: all at the beginning, none at the end, fewer on the way', () => {
  const outline = outlineOf('keeping', file(body));
  expect(minutesLeft(outline, null)).toBe(10);
  expect(minutesLeft(outline, { section: 'gone', part: 0.5 })).toBe(10);
  expect(minutesLeft(outline, { section: 'keeping', part: 0 })).toBe(10);
  const half = minutesLeft(outline, { section: 'forty-percent', part: 0.5 });
  expect(half).toBeGreaterThan(1);
  expect(half).toBeLessThan(10);
  expect(minutesLeft(outline, { section: 'holding-both', part: 1 })).toBe(0);
});
