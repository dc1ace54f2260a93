type Json = Record<string, unknown>;

/**
 * 2 -> 3: dates of the user's own, programs and their facts, highlights and bookmarks come in. What was `done` to an occurrence meant
 * that one reminder alone and is now called `seen`; `done` ends the date as a whole.
 */
export function toVersion3(library: Json): Json {
  const occurrences = Object.fromEntries(
    Object.entries((library['occurrences'] ?? {}) as Record<string, Json>).map(([id, mark]) => [
      id,
      mark['state'] === 'done' ? { ...mark, state: 'seen' } : mark,
    ]),
  );
  const added = { deadlines: {}, programs: {}, facts: {}, highlights: {}, bookmarks: {} };
  return { ...library, occurrences, ...added };
}
