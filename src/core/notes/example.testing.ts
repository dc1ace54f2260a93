import type { CommandOf } from '../library/commands';
import type { Highlight } from './schema';

/** A passage as it is marked in the guide. */
export function mark(quote = 'is coded', more: Partial<CommandOf<'highlight.add'>> = {}) {
  return {
    type: 'highlight.add' as const,
    document: 'guide',
    chapter: 'the-role',
    anchor: { section: 'the-job', start: 10, quote, before: 'The record ', after: ' at discharge' },
    kind: 'key' as const,
    note: '',
    tags: [],
    ...more,
  };
}

export function highlightOf(id: string, more: Partial<Highlight> = {}): Highlight {
  const { type: _, ...fields } = mark();
  const at = '2026-11-20T15:00:00.000Z';
  return { id, createdAt: at, updatedAt: at, ...fields, ...more };
}
