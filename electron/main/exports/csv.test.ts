import { expect, it } from 'vitest';
import { csv } from './csv';

it.each([
  ['=1+1', "'=1+1"],
  ['+1-2', "'+1-2"],
  ['@cmd', "'@cmd"],
  ['-1.5', '-1.5'],
  ['-a', "'-a"],
  ['\tx', '"\'\tx"'],
  ['＝1', "'＝1"],
  ['a=b', 'a=b'],
  ['one\ntwo', '"one\ntwo"'],
])('%j becomes %j', (text, cell) => expect(csv([[text]])).toBe(`${cell}\r\n`));
