import { expect, test } from 'vitest';
import { targetOf, visitOf } from './passage-visit';

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
