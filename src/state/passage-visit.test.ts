import { expect, test } from 'vitest';
import { cardOf, targetOf, visitOf, visitOfCard } from './passage-visit';

test.each([
  { section: 'the-role', start: 0, end: 12 },
  { section: 'correction:ccs-after-cca', start: 4, end: 400 },
])('a visit to %j leads there', (target) => {
  expect(targetOf(visitOf(target))).toEqual(target);
});

test.each([null, '', 'notes', 'the-role', 'passage:the-role', 'passage:the-role:a-b'])(
  '%j is no visit to a passage',
  (id) => {
    expect(targetOf(id)).toBeNull();
  },
);

test('a visit to a card’s words names the card, and no other visit does', () => {
  expect(cardOf(visitOfCard('01CARD'))).toBe('01CARD');
  expect(targetOf(visitOfCard('01CARD'))).toBeNull();
  expect(cardOf('passage:the-role:1-2')).toBeNull();
  expect(cardOf(null)).toBeNull();
});
