import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGuide } from './guide';
import { findIn } from './matches';
import { searchOf, type Hit } from './search';
import { fold, wordsOf } from './words';

const front = (order: number, title: string) =>
  JSON.stringify({
    order,
    title,
    summary: 'A stand-in.',
    minutes: 1,
    checkedOn: '2026-11-22',
    sources: [],
  });

const guide = readGuide({
  chapters: [
    [
      'work',
      `---\n${front(1, 'The work')}\n---
## Code sets {#code-sets}

Procedures are reported in ICD-10-PCS. The coder’s task is the root operation.

- present on admission is marked for each diagnosis
- what was on the claim at admission, present or not

## Queries {#queries}

A query must not lead or leak. A résumé of the case helps. The fee was $50,250.
`,
    ],
    [
      'renewal',
      `---\n${front(2, 'Renewal')}\n---
## The 40 percent rule {#forty}

Two fifths, 40% of the units, come from AHIMA.

| You hold | Units |
| --- | --- |
| CCS | 20 |

## Certification {#certification}

A certification is renewed by its holder. Nothing of queries here but the word query.
`,
    ],
  ],
  sources: {},
  synonyms: [
    ['fee', 'price'],
    ['root operation', 'goal of surgery'],
    ['holder', 'hold'],
  ],
  corrections: [
    {
      id: 'self-review',
      section: 'forty',
      said: 'An annual self-review is due.',
      right: 'It ended in 2021.',
      state: 'outdated',
      source: null,
      checkedOn: '2026-11-22',
    },
  ],
});
const { find } = searchOf(guide);
const lit = ({ snippet }: Hit) => snippet.filter(({ isHit }) => isHit).map(({ text }) => text);
const at = (typed: string) => find(typed).hits.map(({ passage }) => passage);

const finds: [typed: string, passages: string[], words: string[]][] = [
  ['root operation', ['code-sets:1'], ['root', 'operation']],
  ['"present on admission"', ['code-sets:2'], ['present on admission']],
  ['“present on admission”', ['code-sets:2'], ['present on admission']],
  ['"present on admi', ['code-sets:2'], ['present on admission']],
  ['operation root', ['code-sets:1'], ['root', 'operation']],
  ['proced', ['code-sets:1'], ['Procedures']],
  ['procedrues', ['code-sets:1'], ['Procedures']],
  ['certifcation', ['certification:0', 'certification:1'], ['Certification', 'certification']],
  ["coder's", ['code-sets:1'], ['coder’s']],
  ['coders', ['code-sets:1'], ['coder’s']],
  ['coder’s', ['code-sets:1'], ['coder’s']],
  ['resume', ['queries:1'], ['résumé']],
  ['RÉSUMÉ', ['queries:1'], ['résumé']],
  ['icd 10 pcs', ['code-sets:1'], ['ICD', '10', 'PCS']],
  ['ICD-10-PCS', ['code-sets:1'], ['ICD', '10', 'PCS']],
  ['icd10pcs', ['code-sets:1'], ['ICD', '10', 'PCS']],
  ['40%', ['forty:0', 'forty:1'], ['40 percent', '40%']],
  ['40 %', ['forty:0', 'forty:1'], ['40 percent', '40%']],
  ['40 percent', ['forty:0', 'forty:1'], ['40 percent', '40%']],
  ['fifths 40%', ['forty:1'], ['fifths', '40%']],
  ['60%', [], []],
  ['50250', ['queries:1'], ['50,250']],
  ['$50,250', ['queries:1'], ['50,250']],
  ['self-review', ['correction:self-review'], ['self', 'review']],
  ['you hold units', ['forty:2'], ['hold', 'Units']],
  ['operations', ['code-sets:1'], ['operation']],
  ['marking', ['code-sets:2'], ['marked']],
];

describe('what is typed and what it finds', () => {
  test.each(finds)('%s', (typed, passages, words) => {
    const { hits, hasAll } = find(typed);
    expect(hits.map(({ passage }) => passage)).toEqual(passages);
    expect(hits.flatMap(lit)).toEqual(words);
    expect(hasAll).toBe(true);
  });
});

test('a phrase is its words in a row, in one passage', () => {
  expect(at('"operation root"')).toEqual([]);
  expect(at('"root operation" coder')).toEqual(['code-sets:1']);
});

test('where no section has all the words, those that have some are shown, and it is said', () => {
  const { hits, hasAll } = find('root fifths');
  expect(hasAll).toBe(false);
  expect(hits.map(({ passage }) => passage).sort()).toEqual(['code-sets:1', 'forty:1']);
  expect(find('root zzzzzz')).toMatchObject({ hasAll: false, hits: [{ passage: 'code-sets:1' }] });
});

test('a word spelt right is not taken for one spelt nearly so', () => {
  expect(find('leak').hits.flatMap(lit)).toEqual(['leak']);
  expect(new Set(find('quey').hits.flatMap(lit))).toEqual(new Set(['query']));
});

test('nothing is found by nothing, and by what the guide does not have', () => {
  for (const typed of ['', '   ', '"', '""', '§§', '-', 'zzzzzzzz', '"no such phrase"']) {
    expect(find(typed).hits, typed).toEqual([]);
  }
});

test('hits are numbered through, the section that fits best first and each in reading order', () => {
  const { hits } = find('query');
  expect(hits.map(({ number }) => number)).toEqual(hits.map((_, at) => at + 1));
  expect(at('query')).toEqual(['queries:0', 'queries:1', 'certification:1']);
  expect(at('certification')[0]).toBe('certification:0');
});

test('a title that was typed goes first, then what has the words in a row', () => {
  expect(at('the 40 percent rule')[0]).toBe('forty:0');
  expect(find('present on admission').hits[0]).toMatchObject({ section: 'code-sets' });
});

test('other words for a thing find it, alone or several in a row, and are lit', () => {
  expect(find('price').hits.flatMap(lit)).toEqual(['fee']);
  expect(find('what is the price').hits.flatMap(lit)).toEqual(['fee']);
  expect(find('goal of surgery').hits.flatMap(lit)).toEqual(['root operation']);
  // The word itself is worth more than another name for it.
  expect(at('holder')[0]).toBe('certification:1');
});

test('a question may lack some of its words; two or three words may not', () => {
  const asked = find('how do I renew my certification before the zebra fifths');
  expect(asked.hasAll).toBe(false);
  expect(asked.hits[0]).toMatchObject({ section: 'certification' });
  expect(find('query holder').hits.map(({ section }) => section)).toEqual(['certification']);
});

test('whatever is typed is looked for as it stands: no sign has a power', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[[\]().*+?^${}|\\"'<>%40 a-c-]{0,20}$/),
  );
  fc.assert(
    fc.property(hostile, (typed) => {
      for (const hit of find(typed).hits) {
        expect(lit(hit).length).toBeGreaterThan(0);
      }
    }),
  );
});

test('any words of a passage, in quotes, find that passage', () => {
  const passages = guide.chapters.flatMap(({ sections }) =>
    sections.flatMap((one) => one.passages),
  );
  fc.assert(
    fc.property(fc.constantFrom(...passages), fc.nat(), fc.nat(), (one, start, count) => {
      const words = wordsOf(one.text);
      const from = start % words.length;
      const to = Math.min(words.length - 1, from + (count % 5));
      const phrase = one.text.slice(words[from]?.from, words[to]?.to);
      expect(at(`"${phrase}"`)).toContain(one.passage);
    }),
  );
});

test('folding keeps every character in its place', () => {
  expect(fold('L’Été—ŒUVRE')).toBe("l'ete-œuvre");
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
  );
});

test('places found lie in the text, apart and in order', () => {
  const word = fc.constantFrom('code', 'codes', 'icd-10', '40%', 'the', 'of');
  const phrase = { words: ['icd', '10'], isOpen: false };
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(' ');
      const wanted = {
        words: [{ terms: new Set(['code', '10']), rows: [['icd', '10']] }],
        phrases: [phrase],
      };
      let end = 0;
      for (const { from, to } of findIn(text, wanted).places) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        end = to;
      }
    }),
  );
});
