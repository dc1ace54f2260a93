import { marked } from 'marked';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesOf } from '../library/commands.testing';
import { MemoryStore } from '../library/store.testing';
import { cardOf, sourceAt } from '../study/example.testing';
import { Card } from '../study/schema';
import { highlightOf } from './example.testing';
import { fits } from './filter';
import { Bookmark, Highlight } from './schema';
import { notesAsJson, notesAsMarkdown, readNotes } from './transfer';

const at = '2026-11-22T15:00:00.000Z';

describe('as JSON', () => {
  test('what is written is read again, to the letter', () => {
    const notes = fc.record({
      highlights: fc.array(valuesOf(Highlight) as fc.Arbitrary<Highlight>),
      bookmarks: fc.array(valuesOf(Bookmark) as fc.Arbitrary<Bookmark>),
      cards: fc.array(valuesOf(Card) as fc.Arbitrary<Card>),
    });
    fc.assert(
      fc.property(notes, (one) => {
        const read = readNotes(notesAsJson(one, at));
        const expected = JSON.parse(JSON.stringify({ type: 'notes.import', ...one })) as unknown;
        expect(read).toEqual({ ok: true, value: expected });
      }),
    );
  });

  test('read in twice, a file brings each of its records once', () => {
    const cards = fc.array(valuesOf(Card) as fc.Arbitrary<Card>);
    fc.assert(
      fc.property(cards, (some) => {
        const store = new MemoryStore();
        const read = readNotes(notesAsJson({ highlights: [], bookmarks: [], cards: some }, at));
        if (!read.ok) throw new Error(read.problem.code);
        store.dispatch(read.value);
        const first = structuredClone(store.library.cards);
        const alive = some.filter(({ deletedAt }) => deletedAt === undefined);
        expect(Object.keys(first).sort()).toEqual([...new Set(alive.map(({ id }) => id))].sort());
        store.dispatch(read.value);
        expect(store.library.cards).toEqual(first);
      }),
    );
  });

  test('a file of the time before there were cards is read', () => {
    const old = { format: 'coders-almanac notes', version: 1, highlights: [], bookmarks: [] };
    expect(readNotes(JSON.stringify({ ...old, exportedAt: at }))).toEqual({
      ok: true,
      value: { type: 'notes.import', highlights: [], bookmarks: [], cards: [] },
    });
  });

  test.each<[string, string, string]>([
    ['nothing', '', 'not-notes'],
    ['no JSON', '# Notes', 'not-notes'],
    ['a list', '[]', 'not-notes'],
    ['another file of ours', '{"format":"coders-almanac library","version":1}', 'not-notes'],
    ['one without records', '{"format":"coders-almanac notes","version":1}', 'not-notes'],
    [
      'a highlight without its passage',
      JSON.stringify({
        ...{ format: 'coders-almanac notes', version: 1, bookmarks: [] },
        highlights: [{ ...highlightOf('a'), anchor: null }],
      }),
      'not-notes',
    ],
    [
      'a card without its front',
      JSON.stringify({
        ...{ format: 'coders-almanac notes', version: 1, highlights: [], bookmarks: [] },
        cards: [cardOf('a', { front: '' })],
      }),
      'not-notes',
    ],
    [
      'an id that every object has',
      JSON.stringify({
        ...{ format: 'coders-almanac notes', version: 1, bookmarks: [] },
        highlights: [highlightOf('__proto__')],
      }),
      'not-notes',
    ],
    ['one of a later program', '{"format":"coders-almanac notes","version":2}', 'notes-newer'],
  ])('%s is refused', (_, text, code) => {
    expect(readNotes(text)).toMatchObject({ ok: false, problem: { code } });
  });

  test('whatever the file is, reading answers', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readNotes(text).ok).toBe(false);
      }),
    );
  });
});

describe('as Markdown', () => {
  const none = { bookmarks: [], cards: [] };
  const item = (quote: string, more: Partial<Highlight> = {}) => {
    const highlight = highlightOf('a', more);
    const anchor = { ...highlight.anchor, quote };
    return { highlight: { ...highlight, anchor }, day: '2026-11-20' };
  };

  test('passages stand as quotations under their chapter, notes and bookmarks after them', () => {
    const set = { document: 'guide', chapter: 'c', section: 's', title: 'Queries that comply' };
    const text = notesAsMarkdown(
      'Notes',
      [
        { title: 'Certification', items: [item('is coded', { note: 'Why?', tags: ['drg'] })] },
        { title: 'Empty', items: [] },
      ],
      { bookmarks: [{ id: 'b', createdAt: at, updatedAt: at, ...set }], cards: [] },
    );
    expect(text).toBe(
      '# Notes\n\n## Certification\n\n> is coded\n\nWhy?\n\nKey point · 2026-11-20 · #drg\n\n' +
        '## Bookmarks\n\n- Queries that comply\n',
    );
  });

  test('cards stand last, the passage where the back does not have it', () => {
    const source = sourceAt('a', 0, 'is *coded*');
    const cards = [
      { card: cardOf('a', { front: 'Is it\ncoded?', back: 'Yes', source }), where: 'The role' },
      {
        card: cardOf('b', { front: '# DRG', back: 'is *coded*', tags: ['drg'], source }),
        where: '',
      },
      { card: cardOf('c', { front: 'Open', back: '' }), where: null },
    ];
    expect(notesAsMarkdown('N', [], { bookmarks: [], cards })).toBe(
      '# N\n\n## Cards\n\n### Is it coded?\n\nYes\n\n> is \\*coded\\*\n\nThe role\n\n' +
        '### \\# DRG\n\nis \\*coded\\*\n\n\\#drg\n\n### Open\n',
    );
  });

  test.each([
    '<script>alert(1)</script>',
    '*not* _marked_ `code`',
    '1. not a list',
    '- nor this',
    '# no title',
    'A&amp;B',
    '[a](javascript:1)',
  ])('the passage %j stays what it is', (quote) => {
    const html = marked.parse(notesAsMarkdown('N', [{ title: 'C', items: [item(quote)] }], none));
    const escaped = quote.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    expect(html).toContain(`<blockquote>\n<p>${escaped}</p>`);
  });
});

test.each<[Partial<Parameters<typeof fits>[1]>, boolean]>([
  [{}, true],
  [{ text: 'CODED why' }, true],
  [{ text: 'coded never' }, false],
  [{ text: '  ' }, true],
  [{ kind: 'key' }, true],
  [{ kind: 'exam' }, false],
  [{ tag: 'drg' }, true],
  [{ tag: 'dr' }, false],
  [{ text: 'drg', kind: 'key', tag: 'drg' }, true],
])('the filter %j fits: %s', (filter, isFitting) => {
  const highlight = highlightOf('a', { note: 'Why?', tags: ['drg'] });
  expect(fits(highlight, { text: '', kind: null, tag: null, ...filter })).toBe(isFitting);
});
