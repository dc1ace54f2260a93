import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardOf, sourceAt } from './example.testing';
import { bySource, CardFinder, newestFirst, tagsOf } from './list';
import type { Card } from './schema';

const ids = (cards: readonly Card[]) => cards.map(({ id }) => id);
const on = (day: string) => `${day}T15:00:00.000Z`;

test.each([
  ['', null, ['poa', 'drg']],
  ['  ', null, ['poa', 'drg']],
  ['ADMISSION what', null, ['poa']],
  ['admission never', null, []],
  ['record', null, ['drg']],
  ['RESUME', null, ['drg']],
  ['', 'exam', ['poa']],
  ['', 'ex', []],
  ['exam', null, ['poa']],
  ['group', 'exam', []],
])('%j with the tag %s finds %j', (text, tag, expected) => {
  const cards = [
    cardOf('poa', { tags: ['exam'] }),
    cardOf('drg', { front: 'Résumé', back: 'A group', source: sourceAt('a', 0, 'the record') }),
  ];
  expect(ids(new CardFinder().find(cards, { text, tag }))).toEqual(expected);
});

test('a card that was changed is found by its new words', () => {
  const finder = new CardFinder();
  const before = cardOf('a');
  expect(finder.find([before], { text: 'poa', tag: null })).toEqual([before]);
  const after = { ...before, front: 'What is an MCC?' };
  expect(finder.find([after], { text: 'poa', tag: null })).toEqual([]);
  expect(finder.find([after], { text: 'mcc', tag: null })).toEqual([after]);
});

test('tags are each there once, by the alphabet', () => {
  expect(tagsOf([cardOf('a', { tags: ['poa', 'exam'] }), cardOf('b', { tags: ['exam'] })])).toEqual(
    ['exam', 'poa'],
  );
});

const cards = [
  cardOf('own', { createdAt: on('2026-11-21') }),
  cardOf('late', { source: sourceAt('b', 5) }),
  cardOf('gone', { source: sourceAt('gone', 1), createdAt: on('2026-11-22') }),
  cardOf('later', { source: sourceAt('b', 70) }),
  cardOf('early', { source: sourceAt('a', 99), createdAt: on('2026-11-19') }),
];

test('the newest come first, or those that stand first in the text', () => {
  expect(ids(cards.toSorted(newestFirst))).toEqual(['gone', 'own', 'late', 'later', 'early']);
  expect(ids(cards.toSorted(bySource((section) => ({ a: 0, b: 1 })[section])))).toEqual([
    ...['early', 'late', 'later', 'gone', 'own'],
  ]);
});

test('whatever the order they come in, the list is the same', () => {
  const compare = bySource((section) => ({ a: 0, b: 1 })[section]);
  fc.assert(
    fc.property(fc.shuffledSubarray(cards, { minLength: cards.length }), (shuffled) => {
      expect(ids(shuffled.toSorted(compare))).toEqual(ids(cards.toSorted(compare)));
      expect(ids(shuffled.toSorted(newestFirst))).toEqual(ids(cards.toSorted(newestFirst)));
    }),
  );
});
