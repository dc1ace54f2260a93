import { expect, test } from 'vitest';
import { linkOf } from './source';

test.each([
  ['https://www.example.edu/coding?a=1', 'example.edu'],
  [' HTTPS://example.edu ', 'example.edu'],
  ['https://example.edu@evil.example/', 'evil.example'],
])('%s leads to %s', (source, site) => {
  expect(linkOf(source)).toEqual({ url: source.trim(), site });
});

test.each([
  'Catalog, page 4',
  'http://example.edu',
  'see https://example.edu',
  'https://',
  'https://exa mple.edu',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '',
])('“%s” is no link', (source) => {
  expect(linkOf(source)).toBeNull();
});
