// Apart from the schema, so that a screen can name them without loading zod.

/** A text of the user's own is read up to this size; a larger one is refused before it is read. */
export const mostDocumentBytes = 10 * 1024 * 1024;

export const longestFileName = 120;
