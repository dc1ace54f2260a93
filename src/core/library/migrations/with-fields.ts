type Json = Record<string, unknown>;

/** Every record of a collection with the fields given. */
export function withFields(records: unknown, fields: Json): Json {
  return Object.fromEntries(
    Object.entries((records ?? {}) as Record<string, Json>).map(([id, record]) => [
      id,
      { ...fields, ...record },
    ]),
  );
}
