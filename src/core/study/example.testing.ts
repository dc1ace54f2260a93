import { mark } from '../notes/example.testing';
import type { Card } from './schema';

/** A card of the user's own words. */
export function cardOf(id: string, more: Partial<Card> = {}): Card {
  const at = '2026-11-20T15:00:00.000Z';
  const sides = { front: 'What is POA?', back: 'Present on admission', tags: [], source: null };
  return { id, createdAt: at, updatedAt: at, ...sides, ...more };
}

/** Where a card may be from. */
export function sourceAt(section: string, start = 0, quote = 'is coded') {
  const { document, chapter, anchor } = mark(quote);
  return { document, chapter, anchor: { ...anchor, section, start } };
}
