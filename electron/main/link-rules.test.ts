import { expect, test } from 'vitest';
import { checkLink } from './link-rules';

test.each([
  ['https://www.ahima.org/certification', 'https://www.ahima.org/certification'],
  ['HTTPS://WWW.AAPC.COM/ceu?a=1#top', 'https://www.aapc.com/ceu?a=1#top'],
  ['mailto:ceu@example.org?subject=Question', 'mailto:ceu@example.org?subject=Question'],
])('opens %s', (link, opened) => {
  expect(checkLink(link)).toBe(opened);
});

test.each([
  'http://www.ahima.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'app://bundle/index.html',
  'smb://server/share',
  'ms-msdt:/id',
  'https://user:secret@example.com/',
  'mailto:',
  'mailto:ann@example.org?attach=/etc/passwd',
  'mailto:ann@example.org?subject=x&attachment=/etc/passwd',
  '//example.com',
  'www.ahima.org',
  '',
  ' ',
  `https://example.com/${'a'.repeat(3000)}`,
])('refuses %s', (link) => {
  expect(checkLink(link)).toBeNull();
});

test('measures the length that is handed on, not the one that came in', () => {
  expect(checkLink(`https://example.com/${'é'.repeat(1000)}`)).toBeNull();
});
