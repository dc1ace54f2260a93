// Apart from the schema, as kinds.ts is.
import type { Id } from '../library/fields';

export function bookmarkId(document: string, section: string): Id {
  return `bookmark:${document}:${section}`;
}
