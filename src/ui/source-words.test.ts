import { expect, test } from 'vitest';
import { hostOf } from './source-words';

test.each([
  ['https://www.ahima.org/certification?x=1', 'ahima.org'],
  ['https://my.aapc.com/', 'my.aapc.com'],
  ['https://wwwhatever.example/a', 'wwwhatever.example'],
  ['no address', null],
])('%s is a page of %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
