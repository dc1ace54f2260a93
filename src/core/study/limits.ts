// Apart from the schema, so that a form can name them without loading zod.

/** Of one side of a card, in characters: a passage with room for a few lines of one's own. */
export const longestSide = 5000;
