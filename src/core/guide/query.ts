import { isFiller, wordsOf } from './words';

/** What was typed: words in any order, and phrases whose words follow each other. */
export interface Query {
  words: string[];
  /** All that stands outside of quotes, in its order and with the words that nobody looks for. */
  typed: string[];
  phrases: string[][];
  /** The word or phrase that is still being typed, so that its last word may go on. */
  isLastOpen: boolean;
}

/** Understands anything: quotes make phrases, a quote that is not closed yet too; all else is words. */
export function readQuery(typed: string): Query {
  const parts = typed.replace(/[“”„]/g, '"').split('"');
  const phrases = parts
    .filter((_, at) => at % 2 === 1)
    .map(plainWords)
    .filter((phrase) => phrase.length > 0);
  const loose = parts.filter((_, at) => at % 2 === 0).flatMap(plainWords);
  // “40 %” is one thing, and not any 40 beside any other percentage.
  const isPercentage = (at: number) => /^\d/.test(loose[at] ?? '') && loose[at + 1] === 'percent';
  for (const [at, word] of loose.entries()) if (isPercentage(at)) phrases.push([word, 'percent']);
  const all = [...new Set(loose.filter((_, at) => !isPercentage(at) && !isPercentage(at - 1)))];
  const telling = all.filter((word) => !isFiller(word));
  const words = telling.length > 0 || phrases.length > 0 ? telling : all;
  // A closed quote ends its phrase; what follows it, or an open one, is still being typed.
  const isLastOpen =
    !isPercentage(loose.length - 2) &&
    (parts.length % 2 === 0 || (parts.at(-1) ?? '').trim() !== '');
  return { words, typed: loose, phrases, isLastOpen };
}

const plainWords = (text: string) => wordsOf(text).map(({ word }) => word);
