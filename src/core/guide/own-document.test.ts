import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkOf, opening, readDocument, readPlain, slugOf, type OwnSection } from './own-document';
import { cut } from './own-pieces';

const titles = (sections: readonly OwnSection[]) =>
  sections.map(({ id, title, level }) => `${level} ${id}: ${title}`);
const words = (sections: readonly OwnSection[]) => sections.map(({ text }) => text).join('\n');

describe('sections', () => {
  test('the first heading is the title, the others begin sections of two levels', () => {
    const sections = readDocument('# Queries\n\nWhen.\n\n## Why\n\nSo.\n\n#### How\n\nThus.');
    expect(titles(sections)).toEqual(['1 opening: Queries', '2 why: Why', '3 how: How']);
    expect(sections[0]?.passages).toEqual([
      { passage: 'opening:0', text: 'Queries' },
      { passage: 'opening:1', text: 'When.' },
    ]);
  });

  test('a text that begins with words has an opening without a title', () => {
    const sections = readDocument('Words.\n\n### One\n\n###### Two');
    expect(titles(sections)).toEqual(['1 opening: ', '2 one: One', '3 two: Two']);
  });

  test('ids repeat no other and stay in their length', () => {
    const sections = readDocument(
      `# a\n# Opening\n# b\n# B!\n# b-2\n# ${'long '.repeat(50)}\n# ...`,
    );
    expect(sections.map(({ id }) => id)).toEqual([
      ...[opening, 'opening-2', 'b', 'b-2', 'b-2-2', slugOf('long '.repeat(50)), 'section'],
    ]);
  });

  test.each(['---\na: 1\n---\n', '+++\na = 1\n+++\n', ';;;\n{"a": 1}\n;;;\n'])(
    'what stands above the text is shown as it is: %j',
    (front) => {
      const [first] = readDocument(`${front}# Title\n\nText.`);
      expect(first?.blocks[0]).toMatchObject({ kind: 'code', text: front.split('\n')[1] });
    },
  );

  test('a rule, words and another rule are no such thing', () => {
    const [first] = readDocument('---\n\nWords\n\n---\n');
    expect(first?.blocks.map(({ kind }) => kind)).toEqual(['rule', 'paragraph', 'rule']);
  });

  test('a heading in a fence of code is code, wherever the source is cut', () => {
    const filler = 'Words and words.\n\n'.repeat(8000);
    const sections = readDocument(
      `${filler}~~~\n# no\n~~~\n\n# yes\n\n[a]\n\n[a]: https://a.example/\n`,
    );
    expect(sections.filter(({ isPart }) => !isPart).map(({ id }) => id)).toEqual([opening, 'yes']);
    expect(sections.at(-1)?.blocks[1]).toMatchObject({ parts: [{ href: 'https://a.example/' }] });
  });

  test('an address that is named in a later piece of the source is known in the first', () => {
    const filler = '# Head\n\nWords and words.\n\n'.repeat(6000);
    const [first] = readDocument(`[x][far]\n\n${filler}[far]: https://far.example/\n`);
    expect(first?.blocks[0]).toMatchObject({ parts: [{ href: 'https://far.example/' }] });
  });
});

describe('links and pictures', () => {
  test.each([
    ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
    ['HTTPS://a.example', 'HTTPS://a.example'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['mailto:a@b.example?bcc=c@d.example&body=x', 'mailto:a@b.example'],
    ['#Some%20Heading', '#some-heading'],
    ['#', null],
    ['#%', null],
    ['http://a.example', null],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    [' javascript:alert(1)', null],
    ['java\tscript:alert(1)', null],
    ['java&#115;cript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['app://bundle/index.html', null],
    ['app://att/../../x', null],
    ['//evil.example', null],
    ['https:evil.example', null],
    ['https:\\\\evil.example', null],
    ['almanac:settings', null],
    ['mailto:', null],
    ['mailto:a%0ab@c.example', null],
    ['other.md', null],
    ['', null],
  ])('%j leads to %j', (href, expected) => expect(linkOf(href)).toBe(expected));

  test('a link that leads nowhere is its words, a picture its description', () => {
    const [first] = readDocument(
      '[**go**](javascript:1) ![a chart](https://a.example/x.png) ![](y)',
    );
    expect(first?.blocks).toEqual([
      {
        kind: 'paragraph',
        passage: 'opening:0',
        parts: [{ kind: 'text', text: 'go a chart Picture' }],
      },
    ]);
  });

  test('raw HTML is its own text', () => {
    const text = words(readDocument('<script>x()</script>\n\na <img src=x onerror=y> b'));
    expect(text).toBe('<script>x()</script>\na <img src=x onerror=y> b');
  });
});

describe('what is too much', () => {
  test.each([
    ['a paragraph', 'word '.repeat(40_000)],
    ['one word', 'a'.repeat(200_000)],
    ['emphasis', `**${'word '.repeat(40_000)}**`],
    ['paragraphs', 'Some words here.\n\n'.repeat(10_000)],
    ['a list', '- some item of it\n'.repeat(5000)],
    ['an item', `- ${'word '.repeat(40_000)}`],
    ['a list in a list', `- a\n${'  - some item of it\n'.repeat(3000)}`],
    ['a quote', '> Some words here.\n>\n'.repeat(5000)],
    ['a table', `| a | b |\n| - | - |\n${'| some | words |\n'.repeat(5000)}`],
    ['a cell', `| a | b |\n| - | - |\n| ${'word '.repeat(20_000)} | x |\n`],
    ['code', `\`\`\`\n${'some line of code\n'.repeat(10_000)}\`\`\`\n`],
    ['front matter', `---\n${'some: line\n'.repeat(10_000)}---\n`],
    ['headings', '# a\n'.repeat(20_000)],
  ])('%s of megabytes is cut into parts, and nothing is lost', (_, text) => {
    const sections = readDocument(text);
    const longest = Math.max(...sections.map((one) => one.text.length + one.passages.length * 60));
    expect(longest).toBeLessThan(30_000);
    const letters = (all: string) => all.replace(/[^a-z]/g, '');
    expect(letters(words(sections))).toBe(letters(text));
  });

  test('what is nested too deeply is shown as it was typed', () => {
    const [first] = readDocument(`${'> '.repeat(60)}end`);
    expect(first?.text).toMatch(/^(> ){10,40}end$/);
  });

  test('a text nested without end throws, and its source can still be shown', () => {
    const text = '>'.repeat(20_000);
    expect(() => readDocument(text)).toThrow(RangeError);
    expect(words(readPlain(text))).toContain('>'.repeat(1000));
  });

  test('an ordered list that was cut goes on counting', () => {
    const sections = readDocument(
      Array.from({ length: 900 }, (_, at) => `${at + 1}. item`).join('\n'),
    );
    const starts = sections.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'list' ? [block.start, block.items.length] : [])),
    );
    expect(starts.length).toBeGreaterThan(1);
    for (const [at, [start = 0, count = 0]] of starts.entries()) {
      expect(starts[at + 1]?.[0] ?? 901).toBe(start + count);
    }
  });

  test('text is cut between words and never within a letter', () => {
    expect(cut('ab cd ef', 5)).toEqual(['ab cd', 'ef']);
    expect(cut('😀'.repeat(9), 5).join('')).toBe('😀'.repeat(9));
    expect(cut('😀'.repeat(9), 5).every((piece) => piece.length % 2 === 0)).toBe(true);
  });
});

const markdown = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        ...[
          '# ',
          '\n\n',
          '\n',
          '> ',
          '- ',
          '1. ',
          '| a | b |\n| - | - |\n| c | d |\n',
          '```\n',
          '---\n',
        ],
        ...[
          '**',
          '_',
          '`',
          '[x](y)',
          '![p](q)',
          '<b>',
          '<!--',
          '[^1]: w\n',
          '[a]: b\n',
          '[a]',
          '    ',
        ],
        ...['\0', '\r\n', '\uFEFF', '\u202E', '__proto__', 'constructor', '&amp;', '~~~', '+++\n'],
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  test('is read: ids are unique, keys follow them, and the text is that of the passages', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const sections of [readDocument(text), readPlain(text)]) {
          const ids = sections.map(({ id }) => id);
          expect(ids[0]).toBe(opening);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id, passages, text: whole, title } of sections) {
            expect(id.length).toBeLessThanOrEqual(60);
            expect(title.length).toBeLessThanOrEqual(300);
            expect(passages.map(({ passage }) => passage)).toEqual(
              passages.map((_, at) => `${id}:${at}`),
            );
            expect(whole).toBe(passages.map((one) => one.text).join('\n'));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('of plain words is covered by its passages, letter by letter', () => {
    const plainWords = fc.array(fc.stringMatching(/^[a-z]{1,12}[.,]?$/), { maxLength: 30 });
    const line = fc.tuple(fc.constantFrom('', '# ', '### ', '- ', '> ', '1. '), plainWords);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.map(([sign, some]) => sign + some.join(' ')).join('\n\n');
        const letters = (all: string) => all.replace(/[^a-z]/g, '');
        expect(letters(words(readDocument(text)))).toBe(letters(text));
        expect(letters(words(readPlain(text)))).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });
});
