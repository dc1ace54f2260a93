// Apart from the schema, so that a screen can name the kinds without loading zod.

/** Why a passage was marked. The ids are on disk; the names are what people see. */
export const highlightKinds = ['key', 'exam', 'question', 'practice'] as const;
export type HighlightKind = (typeof highlightKinds)[number];

export const kindNames: Record<HighlightKind, string> = {
  key: 'Key point',
  exam: 'For the exam',
  question: 'Question',
  practice: 'From practice',
};

/** Longer passages are found again only where not a letter has changed (see guide/anchor). */
export const longestQuote = 4000;
export const mostTags = 20;
export const longestTag = 40;
