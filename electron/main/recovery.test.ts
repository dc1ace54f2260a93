import { expect, test } from 'vitest';
import { choicesFor } from './recovery';

const backup = {
  name: 'b',
  at: '2026-11-21T15:00:00.000Z',
  reason: 'daily',
  records: 3,
  bytes: 9,
} as const;

test('a damaged library goes on from a backup, or begins anew, if the person says so', () => {
  expect(choicesFor({ code: 'library-damaged' }, backup)).toEqual([
    'look-again',
    'restore-backup',
    'start-empty',
    'other-folder',
    'quit',
  ]);
  expect(choicesFor({ code: 'journal-damaged' }, null)).not.toContain('restore-backup');
});

test('a library that is whole is not replaced', () => {
  expect(choicesFor({ code: 'library-newer' }, backup)).toEqual([
    'look-again',
    'other-folder',
    'quit',
  ]);
  expect(choicesFor({ code: 'library-unreadable' }, backup)).not.toContain('start-empty');
});
