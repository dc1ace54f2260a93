import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateIndex, duplicateOf, type Candidate } from './duplicates';
import { exampleLibrary } from './example-library.testing';

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
