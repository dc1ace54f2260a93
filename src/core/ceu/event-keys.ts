import { fold } from '../guide/words';
import type { Activity } from './schema';

type Named = Pick<Activity, 'title' | 'indexNumber'>;

interface Kept extends Named {
  keys: EventKeys;
}

/** By what two activities may be the same; empty what does not tell. */
export interface EventKeys {
  index: string;
  title: string;
}

const kept = new WeakMap<Named, Kept>();

/**
 * Both keys of an activity. They are kept beside it for as long as its texts are the same: each change of a library
 * compares all of its activities, of which it touched one, and a record can be changed in place.
 */
export function eventKeys(activity: Named): EventKeys {
  const { title, indexNumber } = activity;
  const there = kept.get(activity);
  if (there?.title === title && there.indexNumber === indexNumber) return there.keys;
  const keys = { index: indexKey(indexNumber), title: titleKey(title) };
  kept.set(activity, { title, indexNumber, keys });
  return keys;
}

/**
 * By what two index numbers are the same: they are typed with and without blanks, hyphens and capitals. Empty where
 * nothing was typed that could tell one from another, such as “N/A” or “pending”: without a digit it is no number.
 */
export function indexKey(indexNumber: string): string {
  return /\p{Number}/u.test(indexNumber) ? plainKey(indexNumber, '') : '';
}

/** By what two titles are the same, whatever their capitals, accents, spaces and punctuation. */
export function titleKey(title: string): string {
  return plainKey(title, ' ').trim();
}

function plainKey(text: string, between: string): string {
  // Ten thousand titles are compared at each change, and few have other than plain letters.
  const isPlain = /^[\u0020-\u007e]*$/.test(text);
  return isPlain
    ? text.toLowerCase().replace(/[^a-z0-9]+/g, between)
    : fold(text).replace(/[^\p{Letter}\p{Number}]+/gu, between);
}
