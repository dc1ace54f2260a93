import { fold } from '../guide/words';

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
