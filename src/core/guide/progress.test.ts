import { expect, test } from 'vitest';
import { passed } from './progress';

const sections = ['a', 'b', 'c', 'd'];
const at = (section: string) => ({ section, part: 0 });

test.each([
  ['a', 'a', []],
  ['a', 'b', ['a']],
  ['a', 'c', ['a', 'b']],
  ['a', 'd', []],
  ['c', 'a', []],
  ['gone', 'b', []],
  ['a', 'gone', []],
])('scrolling from %s to %s', (from, to, read) => {
  expect(passed(sections, at(from), at(to))).toEqual(read);
});
