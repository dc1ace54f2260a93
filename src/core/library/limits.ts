// Apart from the fields, so that a command can be refused for its length without loading zod.

/** In characters. */
export const longestNote = 20_000;
