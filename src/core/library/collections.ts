// Apart from the schema, so that a library is opened, and what matters today worked out, without loading zod.

/** The version of the data, raised by one with every step in migrations/. */
export const schemaVersion = 5;

/** The collections whose records can lie in the trash. */
export const collections = [
  'bodies',
  'holdings',
  'cycles',
  'overrides',
  'activities',
  'claims',
  'evidence',
  'deadlines',
  'occurrences',
  'adjustments',
  'exams',
  'preparations',
  'programs',
  'facts',
  'highlights',
  'bookmarks',
  'cards',
  'documents',
  'importMappings',
] as const;
export type Collection = (typeof collections)[number];

/** What a screen can ask for and is kept up to date with. */
export const subjects = ['settings', ...collections] as const;
export type Subject = (typeof subjects)[number];
