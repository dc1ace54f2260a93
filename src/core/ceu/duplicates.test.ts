import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateIndex, duplicateOf, type Candidate } from './duplicates';
import { exampleLibrary } from './example-library.testing';
import { fold } from '../guide/words';
import { reference } from '../reference';
import { DuplicateFinder } from './import/duplicates';
import type { ReadRow } from './import/rows';
import { weighClaims } from './weighing';

const there = { id: 'there', title: 'Sepsis: clinical indicators', sponsor: 'One' };
const library = exampleLibrary({
  claims: [
    {
      ...{ body: 'aapc', units: 150, on: '2026-05-04', activityId: 'there' },
      activity: { ...there, indexNumber: 'ABC 12-345' },
    },
  ],
});
const index = duplicateIndex(library);
const candidate: Candidate = {
  ...{ id: null, title: '', completedOn: null, hours: null, indexNumber: '', bodies: ['aapc'] },
};
const same = { title: there.title, completedOn: '2026-05-04', hours: 150 };

describe('the same index number', () => {
  test.each(['ABC 12-345', 'abc12345', ' Abc-12345 '])('is %j at the same body', (indexNumber) => {
    expect(duplicateOf({ ...candidate, indexNumber }, index)).toMatchObject({
      activity: { id: 'there' },
      by: { kind: 'index-number', body: 'aapc' },
    });
  });

  test.each([
    ['another number', { indexNumber: 'ABC 12-346' }],
    ['another body', { indexNumber: 'ABC 12-345', bodies: ['ahima'] }],
    ['no body', { indexNumber: 'ABC 12-345', bodies: [] }],
    ['signs alone', { indexNumber: ' - ' }],
    ['the activity itself', { indexNumber: 'ABC 12-345', id: 'there' }],
  ])('is not %s', (_, changes) => {
    expect(duplicateOf({ ...candidate, ...changes }, index)).toBeNull();
  });

  test.each(['N/A', 'none', 'Pending'])('is not %j, which is no number', (indexNumber) => {
    const typed = exampleLibrary({
      claims: [{ body: 'aapc', units: 150, on: '2026-05-04', activity: { indexNumber } }],
    });
    expect(duplicateOf({ ...candidate, indexNumber }, duplicateIndex(typed))).toBeNull();
  });

  test('comes before title, day and hours', () => {
    const both = duplicateOf({ ...candidate, ...same, indexNumber: 'ABC12345' }, index);
    expect(both?.by.kind).toBe('index-number');
  });
});

describe('the same event', () => {
  test.each([there.title, 'sepsis – clinical  indicators', 'SÉPSIS clinical indicators!'])(
    'is %j on the same day for as many hours',
    (title) => {
      const found = duplicateOf({ ...candidate, ...same, title, bodies: [] }, index);
      expect(found).toMatchObject({ activity: { id: 'there' }, by: { kind: 'title-date-units' } });
    },
  );

  test.each([
    ['on another day', { completedOn: '2026-05-05' }],
    ['on no day', { completedOn: null }],
    ['for other hours', { hours: 100 }],
    ['for no hours', { hours: null }],
    ['without a title', { title: ' ' }],
    ['under another title', { title: 'Sepsis: clinical indicator' }],
    ['itself', { id: 'there' }],
  ])('is not one %s', (_, changes) => {
    expect(duplicateOf({ ...candidate, ...same, ...changes }, index)).toBeNull();
  });
});

test('what lies in the trash, and a claim that was rejected, are no duplicates', () => {
  const [activity] = Object.values(library.activities);
  const [claim] = Object.values(library.claims);
  const gone = { ...activity!, deletedAt: '2026-06-01T00:00:00.000Z' };
  const none = duplicateIndex({ ...library, activities: { there: gone } });
  expect(duplicateOf({ ...candidate, ...same, indexNumber: 'ABC12345' }, none)).toBeNull();
  const rejected = { ...claim!, state: 'rejected' as const };
  const without = duplicateIndex({ ...library, claims: { [rejected.id]: rejected } });
  expect(duplicateOf({ ...candidate, indexNumber: 'ABC12345' }, without)).toBeNull();
});

test('an index number is the same in the form, in the ledger and in an import', () => {
  const signs = fc.constantFrom('', ' ', '-', '.', '/', '–');
  const letters = fc.constantFrom('A', 'a', 'É', 'e', '1', '2');
  const number = fc.array(fc.tuple(letters, signs), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(number, number, (...both) => {
      const [one, other] = both.map((parts) => parts.flat().join(''));
      const bare = both.map((parts) => fold(parts.map(([letter]) => letter).join('')));
      // Letters alone are no number, and tell nothing.
      const isSame = bare[0] === bare[1] && /\p{Number}/u.test(bare[0] ?? '');
      const made = exampleLibrary({
        held: [['cic', '2020-01-01']],
        cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
        claims: [one, other].map((indexNumber, at) => ({
          ...{ body: 'aapc', units: 100, on: `2026-05-0${at + 1}` },
          activity: { title: `Event ${at}`, indexNumber: indexNumber ?? '' },
        })),
      });
      const first = { ...made, claims: { 'claim:0': made.claims['claim:0']! } };
      const typed = { ...candidate, indexNumber: other ?? '' };
      expect(duplicateOf(typed, duplicateIndex(first)) !== null).toBe(isSame);
      const weighed = weighClaims(made, new Set(['aapc']), '2026-06-01', reference());
      expect(weighed.some(({ verdict }) => verdict.is === 'same-course')).toBe(isSame);
      const row = {
        body: 'aapc',
        indexNumber: other,
        title: 'Row',
        completedOn: '2026-05-09',
        units: 1,
      };
      expect(new DuplicateFinder(first).find(row as ReadRow, 0, 'row') !== null).toBe(isSame);
    }),
  );
});

test('an activity is never its own duplicate, and its copy always is one', () => {
  const events = fc.array(
    fc.record({
      title: fc.string({ minLength: 1, maxLength: 8 }),
      day: fc.constantFrom('2026-05-04', '2026-05-05'),
      hours: fc.constantFrom(100, 150),
      number: fc.constantFrom('', 'A1', 'B-2'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(events, (given) => {
      const made = exampleLibrary({
        claims: given.map(({ title, day, hours, number }) => ({
          ...{ body: 'aapc', units: hours, on: day },
          activity: { title, indexNumber: number },
        })),
      });
      const all = duplicateIndex(made);
      for (const activity of Object.values(made.activities)) {
        const own = duplicateOf({ ...activity, bodies: ['aapc'] }, all);
        expect(own?.activity.id).not.toBe(activity.id);
        const copy = duplicateOf({ ...activity, id: null, bodies: ['aapc'] }, all);
        const isTold = /[\p{Letter}\p{Number}]/u.test(activity.title + activity.indexNumber);
        expect(copy !== null).toBe(isTold);
      }
    }),
  );
});
