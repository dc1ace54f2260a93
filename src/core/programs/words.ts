/**
 * The one set of words for what a fact does not say, the same in the comparison, the forms, the drawing and Today.
 * Two states and what they have in common; apart from the schema, so that the first screen does not load zod.
 */
export const factWords = {
  /** Looked for, and not found. */
  notFound: 'not found',
  /** Nobody has looked for it. */
  notLookedFor: 'not looked for yet',
  /** One of the two: of a sum, and of parts that are counted together. */
  notKnown: 'not known',
  /** A cost that is paid for with something else. */
  included: 'part of the price',
} as const;

/** The same at the beginning of a line. */
export function asBeginning(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
