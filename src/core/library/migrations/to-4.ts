type Json = Record<string, unknown>;

/** Every record of a collection with the fields given that it does not have yet. */
function filled(records: unknown, fields: Json): Json {
  return Object.fromEntries(
    Object.entries((records ?? {}) as Record<string, Json>).map(([id, record]) => [
      id,
      { ...fields, ...record },
    ]),
  );
}

/**
 * 3 -> 4: cards, documents of the user's own and the remembered columns of imports come in. Claims say when
 * they were reported, and cycles when they were closed; of the older ones nobody said.
 */
export function toVersion4(library: Json): Json {
  return {
    ...library,
    cards: {},
    documents: {},
    importMappings: {},
    claims: filled(library['claims'], { reportedOn: null }),
    cycles: filled(library['cycles'], { closedOn: null }),
  };
}
