import { expect, test } from 'vitest';
import { fileOf, typeOf } from './bundle-file';

const root = '/opt/almanac/renderer';
const ask = (address: string) => fileOf(root, new URL(address).pathname);

test('a file of the build', () => {
  expect(ask('app://bundle/assets/index-1a.js')).toBe('/opt/almanac/renderer/assets/index-1a.js');
  expect(ask('app://bundle//index.html')).toBe('/opt/almanac/renderer/index.html');
});

test.each([
  'app://bundle/..%2f..%2fetc%2fpasswd',
  'app://bundle/assets/..%2f..%2f..%2fetc/passwd',
  'app://bundle/%2e%2e%2fmain/index.js',
  'app://bundle/..%2frenderer-other/index.js',
  'app://bundle/a%00.js',
  'app://bundle/%ff',
  'app://bundle/',
])('refuses %s', (address) => {
  expect(ask(address)).toBeNull();
});

test('what the URL parser resolves stays inside', () => {
  expect(ask('app://bundle/../../etc/passwd')).toBe('/opt/almanac/renderer/etc/passwd');
  expect(ask('app://bundle/%2e%2e/%2e%2e/etc/passwd')).toBe('/opt/almanac/renderer/etc/passwd');
});

test('only the kinds of file we build have a type', () => {
  expect(typeOf('/x/index.HTML')).toBe('text/html; charset=utf-8');
  expect(typeOf('/x/library.sqlite')).toBeNull();
  expect(typeOf('/x/noextension')).toBeNull();
});
