import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { scrubError, scrubStack, scrubText } from './scrub';

test('what a parser quotes does not reach the log', () => {
  let caught: unknown;
  try {
    JSON.parse('{"note": "Anna failed the exam}');
  } catch (error) {
    caught = error;
  }
  const line = scrubError(caught);
  expect(line).toContain('SyntaxError');
  expect(line).toContain('scrub.test.ts');
  expect(line).not.toContain('Anna');
});

test.each([
  [`Unexpected token 'A', "Anna fail"... is not valid JSON`, 'Anna'],
  ['title “Anna’s own words” is too long', 'Anna'],
  ['a quote that never ends "Anna', 'Anna'],
])('%s', (message, secret) => {
  expect(scrubText(message)).not.toContain(secret);
});

test('an apostrophe inside a word is no quote', () => {
  expect(scrubText(`the store couldn't open it`)).toBe(`the store couldn't open it`);
});

test('the name of the user is not in a path', () => {
  expect(scrubText(`${homedir()}/library.json`)).toBe('~/library.json');
});

test('a stack keeps its places only', () => {
  expect(scrubStack('Error: Anna\nAnna again\n    at run (app://bundle/a.js:1:2)')).toBe(
    '    at run (app://bundle/a.js:1:2)',
  );
});

test('what is not an error is named by its type alone', () => {
  expect(scrubError('Anna')).toBe('thrown: string');
});

test('a code and a cause are kept', () => {
  const error = new Error('no room', {
    cause: Object.assign(new Error('write'), { code: 'ENOSPC' }),
  });
  expect(scrubError(error)).toMatch(/caused by Error ENOSPC: write/);
});
