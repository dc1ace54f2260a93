import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from './own-document';
import { isNear, mostHits, TextIndex } from './text-search';
import { foldedWords, wordsOf } from './words';

const index = new TextIndex(
  readDocument(`# Queries that comply

Ask when the record conflicts, is unclear or lacks a diagnosis.

## Sepsis

A query about sepsis names the indicators. It never leads the physician.

## Heart failure

Acute on chronic systolic heart failure needs its acuity.

| Term | Query |
| ---- | ----- |
| HFpEF | diastolic |
`),
);
const found = (typed: string) => index.find(typed).hits.map(({ section }) => section);
const lit = (typed: string) =>
  index
    .find(typed)
    .hits.flatMap(({ snippet }) => snippet.filter(({ isHit }) => isHit).map(({ text }) => text));

describe('what is found in a text', () => {
  test.each([
    ['sepsis', ['sepsis', 'sepsis']],
    ['SEPSIS', ['sepsis', 'sepsis']],
    ['seps', ['sepsis', 'sepsis']],
    ['sepssi', ['sepsis', 'sepsis']],
    ['diagnoses', ['opening']],
    ['chronic acuity', ['heart-failure']],
    ['"heart failure"', ['heart-failure', 'heart-failure']],
    ['"failure heart"', []],
    ['"systolic hea', ['heart-failure']],
    ['hfpef', ['heart-failure']],
    ['xyzzy', []],
    ['', []],
    ['"', []],
    ['the of', ['opening', 'sepsis']],
  ])('%j', (typed, sections) => expect(found(typed)).toEqual(sections));

  test('words are lit in their context', () => {
    expect(lit('indicators lead')).toEqual(['indicators', 'leads']);
    expect(lit('"chronic systolic"')).toEqual(['chronic systolic']);
  });

  test('where no section has all the words, those with some of them are told apart', () => {
    expect(index.find('sepsis acuity')).toMatchObject({ hasAll: false, count: 3 });
  });

  test('more hits than anybody reads are counted and not listed', () => {
    const many = new TextIndex(readDocument('again\n\n'.repeat(mostHits + 10)));
    const { hits, count } = many.find('again');
    expect([hits.length, count]).toEqual([mostHits, mostHits + 10]);
  });
});

test('spelling is compared by letters put in, taken out, changed and changed about', () => {
  expect(isNear('sepsis', 'sepsis', 0)).toBe(true);
  expect(isNear('sepsis', 'sepssi', 1)).toBe(true);
  expect(isNear('sepsis', 'sepis', 1)).toBe(true);
  expect(isNear('sepsis', 'sebzis', 1)).toBe(false);
  expect(isNear('sepsis', 'sebzis', 2)).toBe(true);
  expect(isNear('a', 'abcd', 2)).toBe(false);
});

test('whatever is typed, each hit is a passage of the text, and the words are those of the search', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (typed) => {
      for (const { passage, section } of index.find(typed).hits) {
        expect(passage.startsWith(`${section}:`)).toBe(true);
      }
      expect(foldedWords(typed)).toEqual(wordsOf(typed).map(({ word }) => word));
    }),
  );
});
