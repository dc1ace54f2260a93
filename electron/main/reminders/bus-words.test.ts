import { expect, test } from 'vitest';
import { notifyArguments, quoted, withWayToAnswer } from './bus-words';

const words = {
  title: 'Exam & “forms” in 2 days',
  body: 'At Smith’s: <b>bring</b> 2 IDs\n50 % paid',
};

test('one notice, as gdbus is told it', () => {
  expect(notifyArguments(words, { icon: '/opt/a b/icon.png', readsMarkup: false })).toEqual([
    ...["'Coder’s Almanac'", 'uint32 0', "'/opt/a b/icon.png'"],
    "'Exam & “forms” in 2 days'",
    "'At Smith’s: <b>bring</b> 2 IDs\\n50 % paid'",
    ...['@as []', '@a{sv} {}', 'int32 -1'],
  ]);
});

test('a notice whose click nobody hears says what to do', () => {
  expect(withWayToAnswer('AHIMA cycle ends tomorrow')).toBe(
    'AHIMA cycle ends tomorrow\nOpen Coder’s Almanac to answer.',
  );
  expect(withWayToAnswer('')).toBe('Open Coder’s Almanac to answer.');
});

test('what the user wrote is no markup', () => {
  const [, , , title, body] = notifyArguments(words, { icon: '', readsMarkup: true });
  expect(title).toBe("'Exam & “forms” in 2 days'");
  expect(body).toBe("'At Smith’s: &lt;b&gt;bring&lt;/b&gt; 2 IDs\\n50 % paid'");
});

test.each([
  ["don't", "'don\\'t'"],
  ['C:\\x', "'C:\\\\x'"],
  ['a\tb\u0000c', "'a\\u0009bc'"],
  ["', '@as ['x']", "'\\', \\'@as [\\'x\\']'"],
])('%j is one string', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});
