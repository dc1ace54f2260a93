import { describe, expect, test } from 'vitest';
import { BlockReader, lex, passagesOf } from './markdown';
import { parseChapter } from './parse';
import type { Term } from './schema';
import { termsIn, termsMarked, withTerms } from './terms';

const front = JSON.stringify({
  order: 1,
  title: 'A chapter about CCs',
  summary: 'A stand-in.',
  minutes: 1,
  checkedOn: '2026-11-22',
  sources: [],
});
const term = (id: string, name: string, also: string[] = [], more: Partial<Term> = {}): Term => ({
  ...{ id, term: name, also, text: 'Explained.', section: null, source: null },
  ...more,
});
const glossary = [
  term('cc', 'CC'),
  term('cc-exclusion', 'CC exclusion', ['CC exclusion list']),
  term('him', 'HIM'),
  term('query', 'query', ['physician query', 'question']),
  term('claim', 'claim', [], { markedIn: ['elsewhere'] }),
  term('ceu', 'CEU', ['credit'], { unmarked: ['credit'] }),
];
const markedIn = (body: string) => {
  const chapter = parseChapter('one', `---\n${front}\n---\n${body}`);
  const marked = withTerms(chapter, glossary);
  return marked.sections.map(({ blocks }) => termsMarked(blocks));
};

test('the terms that some words name, each once, in the order of reading', () => {
  const words = 'Query the HIM about a claim, a CC exclusion and another query, not him.';
  expect(termsIn(words, 'one', glossary)).toEqual(['query', 'him', 'cc-exclusion']);
  expect(termsIn(words, 'elsewhere', glossary)).toContain('claim');
  expect(termsIn('Nothing', 'one', [])).toEqual([]);
});

describe('terms in a text', () => {
  test.each([
    ['A CC and another CC.', ['cc']],
    ['A CC exclusion is longer than a CC.', ['cc-exclusion', 'cc']],
    ['Ask him; carbon copy is cc.', []],
    ['HIM asks.', ['him']],
    ['Queries, and a Query.', ['query']],
    ['Physician query.', ['query']],
    ['A queryable, a pre-query and query-like thing.', []],
    ['CEUs and a credit.', ['ceu']],
    ['A claim.', []],
    ['[A query](#one) is not marked, **a query** is.', ['query']],
    ['| query | CC |\n| --- | --- |\n| a CEU | [CC](#one) |', ['ceu']],
    ['| a | b |\n| --- | --- |\n| CEU | CC and HIM |', ['cc', 'him']],
    ['- a query\n- > a CC', ['query', 'cc']],
    ['`CC`', []],
  ])('%s', (body, terms) => {
    expect(markedIn(body)).toEqual([terms]);
  });

  test('each section marks its own first use, its title never', () => {
    expect(markedIn('A CC.\n\n## CC {#two}\n\nA CC and a CC.')).toEqual([['cc'], ['cc']]);
  });

  test('one term of each passage is its first, which the Tab key reaches', () => {
    const body =
      'A CC, a **query** and CEUs.\n\nHIM and a CC exclusion.\n\n- A CC.\n\n## Two {#two}\n\n| a | b |\n| - | - |\n| a CC | a query |\n| x | a CEU |';
    const marked = withTerms(parseChapter('one', `---\n${front}\n---\n${body}`), glossary);
    const firsts = [
      ...JSON.stringify(marked.sections).matchAll(
        /"term":"([^"]+)","text":"[^"]+","isFirst":(true|false)/g,
      ),
    ];
    expect(firsts.map(([, id, isFirst]) => `${id} ${isFirst}`)).toEqual([
      ...['cc true', 'query false', 'ceu false', 'him true', 'cc-exclusion false'],
      ...['cc true', 'query false', 'ceu true'],
    ]);
  });

  test('every word stays where it was', () => {
    const body = 'A **CC exclusion**, CEUs; a query.\n\n| a | b |\n| - | - |\n| CC | him |';
    const blocks = new BlockReader().blocks(lex(body));
    const chapter = parseChapter('one', `---\n${front}\n---\n${body}`);
    const [section] = withTerms(chapter, glossary).sections;
    const texts = (list: typeof blocks) => passagesOf(list).map(({ text }) => text);
    expect(texts(section?.blocks ?? [])).toEqual(texts(blocks));
  });
});
