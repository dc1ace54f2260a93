import { describe, expect, it } from 'vitest';
import { anchorFinder, anchorOf, findAnchor, type Found, type TextSection } from './anchor';

const units = [
  'A cycle lasts two years and begins on the first of January.',
  'AHIMA needs 20 units for one credential.',
  'Ten more are asked for each credential that is held beside it.',
  'At least eighty percent are in the domains of the body of knowledge.',
].join(' ');
const queries = [
  'A query is a question to the provider, and it may not lead.',
  'It names the record in which the sign or the finding stands.',
  'It offers choices that the record supports, and “other” among them.',
].join('\n');
const guide: TextSection[] = [
  { id: 'units', text: units },
  { id: 'queries', text: queries },
];

/** The anchor of the first place of a text. */
function anchorAt(quote: string, sections: readonly TextSection[] = guide) {
  const section = sections.find(({ text }) => text.includes(quote))!;
  const start = section.text.indexOf(quote);
  return anchorOf(section, start, start + quote.length);
}

function changed(from: string, to: string): TextSection[] {
  return guide.map(({ id, text }) => ({ id, text: text.replace(from, to) }));
}

/** What a reader sees marked. */
function marked(sections: readonly TextSection[], found: Found): string | null {
  if (found.kind === 'orphan') return null;
  const { text } = sections.find(({ id }) => id === found.section)!;
  return text.slice(found.start, found.end);
}

describe('anchorOf', () => {
  it('keeps up to 64 units of the section on each side', () => {
    const anchor = anchorAt('AHIMA needs 20 units');
    expect(anchor).toMatchObject({ section: 'units', start: 60, quote: 'AHIMA needs 20 units' });
    expect(anchor.before).toBe('A cycle lasts two years and begins on the first of January. ');
    expect(anchor.after).toHaveLength(64);
  });

  it('takes offsets in either order, held to the text, and never half a pair', () => {
    const section = { id: 'one', text: 'a\u{1f4d6}b' };
    expect(anchorOf(section, 99, 2)).toMatchObject({ start: 1, quote: '\u{1f4d6}b', before: 'a' });
    expect(anchorOf(section, Number.NaN, 2)).toMatchObject({ start: 0, quote: 'a\u{1f4d6}' });
    const far = { id: 'far', text: `\u{1f4d6}${'x'.repeat(63)}quote${'x'.repeat(63)}\u{1f4d6}` };
    const { before, after } = anchorOf(far, 65, 70);
    expect([before, after]).toEqual(['x'.repeat(63), 'x'.repeat(63)]);
  });
});

describe('a quote that stands there word for word', () => {
  it('is exact at its place, though the same words stand before it', () => {
    const text = 'Check the record. '.repeat(6);
    const anchor = anchorOf({ id: 'one', text }, 54, 71);
    expect(findAnchor([{ id: 'one', text }], anchor)).toMatchObject({ kind: 'exact', start: 54 });
  });

  it('is found by its context after text was added before it', () => {
    const sections = changed('A cycle', 'AHIMA needs units. A cycle');
    const found = findAnchor(sections, anchorAt('AHIMA needs 20 units'));
    expect(found).toMatchObject({ kind: 'exact', section: 'units', start: 79, similarity: 1 });
  });

  it('is found in a section of another name, and in one that took it in', () => {
    const anchor = anchorAt('It names the record in which the sign');
    const renamed = [guide[0]!, { id: 'asking', text: queries }];
    expect(findAnchor(renamed, anchor)).toMatchObject({ kind: 'exact', section: 'asking' });
    const merged = [{ id: 'units', text: `${units}\n${queries}` }];
    expect(findAnchor(merged, anchor)).toMatchObject({ kind: 'exact', section: 'units' });
  });

  it('is found where a long sentence was moved without its neighbours', () => {
    const sentence = 'Ten more are asked for each credential that is held beside it.';
    const sections = [
      { id: 'units', text: units.replace(`${sentence} `, '') },
      { id: 'queries', text: `${queries}\n${sentence}` },
    ];
    const found = findAnchor(sections, anchorAt(sentence));
    expect(found).toMatchObject({ kind: 'exact', section: 'queries' });
    expect(marked(sections, found)).toBe(sentence);
  });

  it('does not mind quotation marks, dashes, white space and invisible marks', () => {
    const sections = changed('and “other” among', 'and\u00a0 "other"\n am\u00adong');
    const found = findAnchor(sections, anchorAt('supports, and “other” among them'));
    expect(found.kind).toBe('exact');
    expect(marked(sections, found)).toBe('supports, and\u00a0 "other"\n am\u00adong them');
  });

  it('is exact beyond the length that is aligned', () => {
    const text = Array.from({ length: 900 }, (_, index) => `Line ${index}.`).join(' ');
    const anchor = anchorOf({ id: 'long', text }, 100, 7000);
    const found = findAnchor([{ id: 'new', text: text.slice(80, 7100) }], anchor);
    expect(found).toMatchObject({ kind: 'exact', start: 20, end: 6920 });
  });
});

describe('a quote that was changed', () => {
  it('is approximate in its place, with the share that is left', () => {
    const sections = changed('needs 20 units', 'asks for 30 units');
    const found = findAnchor(sections, anchorAt('AHIMA needs 20 units for one credential.'));
    expect(found.kind).toBe('approximate');
    expect(marked(sections, found)).toBe('AHIMA asks for 30 units for one credential.');
    if (found.kind !== 'orphan') expect(found.similarity).toBeCloseTo(34 / 40, 1);
  });

  it('is preferred in its context to the old words in another', () => {
    const sections = changed('needs 20 units', 'needs 30 units');
    sections[1]!.text +=
      '\nLast year the rule was: AHIMA needs 20 units for one credential. It is gone.';
    const found = findAnchor(sections, anchorAt('AHIMA needs 20 units for one credential.'));
    expect(marked(sections, found)).toBe('AHIMA needs 30 units for one credential.');
  });

  it('is an orphan when less than 70 % is left', () => {
    const sections = changed('AHIMA needs 20 units for one credential', 'The portal shows units');
    expect(findAnchor(sections, anchorAt('AHIMA needs 20 units for one credential.'))).toEqual({
      kind: 'orphan',
    });
  });

  it('marks a first word whole that begins otherwise now', () => {
    const sections = changed('Ten more are', 'Fifteen more are');
    const found = findAnchor(sections, anchorAt('Ten more are asked for each credential'));
    expect(marked(sections, found)).toBe('Fifteen more are asked for each credential');
  });

  it('is marked in the longer part when a new section cuts it in two', () => {
    const anchor = anchorAt(
      'A query is a question to the provider, and it may not lead.\nIt names',
    );
    const [first, ...rest] = queries.split('\n');
    const sections = [
      guide[0]!,
      { id: 'queries', text: first! },
      { id: 'naming', text: rest.join('\n') },
    ];
    const found = findAnchor(sections, anchor);
    expect(found).toMatchObject({ kind: 'approximate', section: 'queries' });
    expect(marked(sections, found)).toBe(first);
  });
});

describe('a quote that was taken out', () => {
  const list = [
    'Each body counts in its own way.',
    'AHIMA needs 20 units in a cycle of two years.',
    'AHIMA needs 30 units in a cycle of two years.',
    'ACDIS needs 30 units in a cycle of two years.',
    'AAPC needs 36 units in a cycle of two years.',
    'The calendar shows when a cycle ends.',
  ];
  const text = list.join('\n');

  it.each(list)('is an orphan, though sentences like it stand beside it: %s', (line) => {
    const anchor = anchorAt(line, [{ id: 'list', text }]);
    const rest = list.filter((other) => other !== line).join('\n');
    expect(findAnchor([{ id: 'list', text: rest }], anchor)).toEqual({ kind: 'orphan' });
    const elsewhere = [
      { id: 'other', text: rest },
      { id: 'list', text: 'Nothing of it is here any more.' },
    ];
    expect(findAnchor(elsewhere, anchor)).toEqual({ kind: 'orphan' });
  });

  it('is an orphan if it is short, though the same word stands everywhere', () => {
    const anchor = anchorAt('20 units', [{ id: 'list', text }]);
    const sections = [
      { id: 'list', text: `${text.replace('needs 20 units', 'is asked')} 20 units.` },
    ];
    expect(findAnchor(sections, anchor)).toEqual({ kind: 'orphan' });
  });

  it('is an orphan in a document without text, and an empty quote always', () => {
    const anchor = anchorAt('AHIMA needs 20 units', guide);
    expect(findAnchor([], anchor)).toEqual({ kind: 'orphan' });
    expect(findAnchor([{ id: 'units', text: '' }], anchor)).toEqual({ kind: 'orphan' });
    expect(findAnchor(guide, anchorOf(guide[0]!, 7, 7))).toEqual({ kind: 'orphan' });
  });
});

it('tells two places of the same words apart by their context, then by their position', () => {
  const line = 'Check the source before you rely on this figure.';
  const apart = `First. ${line} ${'Other words stand here in between. '.repeat(4)}${line} Last.`;
  const second = apart.lastIndexOf(line);
  const anchor = anchorOf({ id: 'one', text: apart }, second, second + line.length);
  const pushed = [{ id: 'one', text: `New words. ${apart.replace('Last', 'At last')}` }];
  expect(findAnchor(pushed, anchor)).toMatchObject({ kind: 'exact', start: second + 11 });
  const stranger = 'Nothing of what stood around it before is left in any place. ';
  const bare = stranger + line + stranger.repeat(4) + line + stranger;
  const places = [bare.indexOf(line), bare.lastIndexOf(line)];
  for (const place of places) {
    const found = findAnchor([{ id: 'one', text: bare }], { ...anchor, start: place + 9 });
    expect(found).toMatchObject({ kind: 'exact', start: place });
  }
});

it('finds many anchors with one preparation as it finds each alone', () => {
  const sections = changed('Ten more are', 'Ten further ones are').reverse();
  const find = anchorFinder(sections);
  for (let start = 0; start < units.length - 30; start += 7) {
    const anchor = anchorOf(guide[0]!, start, start + 30);
    expect(find(anchor)).toEqual(findAnchor(sections, anchor));
  }
});
