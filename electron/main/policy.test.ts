import { expect, test } from 'vitest';
import { bundleOrigin, contentPolicy, isOwnPage } from './policy';

test('the content policy, word by word', () => {
  expect(contentPolicy).toBe(
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; " +
      "img-src 'self' data: blob: app://att; frame-src app://att; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "object-src 'none'; require-trusted-types-for 'script'; " +
      'trusted-types svelte-trusted-html dompurify almanac-worker',
  );
});

test('our own page is known by scheme and host', () => {
  expect(isOwnPage('app://bundle/index.html#ceus', bundleOrigin)).toBe(true);
});

test.each([
  'app://bundle.example.com/index.html',
  'app://att/index.html',
  'app://user@bundle/index.html',
  'https://bundle/index.html',
  'file:///app://bundle/index.html',
  'about:blank',
  '',
])('%s is not our page', (address) => {
  expect(isOwnPage(address, bundleOrigin)).toBe(false);
});
