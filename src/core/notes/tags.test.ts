import { expect, test } from 'vitest';
import { readTags } from './tags';

test.each<[string, string[]]>([
  ['', []],
  ['renewal', ['renewal']],
  ['#renewal', ['renewal']],
  ['#renewal #exam', ['renewal', 'exam']],
  ['renewal, state meeting, Renewal', ['renewal', 'state meeting']],
  [' , ,#', []],
  ['#C#, x', ['C#', 'x']],
])('%j are the tags %j', (text, tags) => {
  expect(readTags(text)).toEqual(tags);
});
