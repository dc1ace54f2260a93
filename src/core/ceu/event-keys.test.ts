import { expect, test } from 'vitest';
import { eventKeys } from './event-keys';

test('the keys are those of the texts as they are now, also of a record that was changed in place', () => {
  const activity = { title: 'Sepsis, in practice', indexNumber: 'AB-1' };
  expect(eventKeys(activity)).toEqual({ title: 'sepsis in practice', index: 'ab1' });
  expect(eventKeys(activity)).toBe(eventKeys(activity));
  activity.title = 'POA';
  expect(eventKeys(activity)).toEqual({ title: 'poa', index: 'ab1' });
  activity.indexNumber = 'pending';
  expect(eventKeys(activity)).toEqual({ title: 'poa', index: '' });
});
