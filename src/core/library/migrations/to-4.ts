type Json = Record<string, unknown>;

/** 3 -> 4: cards, documents of the user's own and the remembered columns of imports come in. */
export function toVersion4(library: Json): Json {
  return { ...library, cards: {}, documents: {}, importMappings: {} };
}
