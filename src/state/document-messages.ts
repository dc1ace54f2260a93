import type { Anchor, Found } from '../core/guide/anchor';
import type { OwnSection } from '../core/guide/own-document';
import type { Section } from '../core/guide/parse';
import type { TextFound } from '../core/guide/text-search';

/** What is kept of a text for anchors and searches. */
export type HeldSection = Pick<Section, 'id' | 'title' | 'passages' | 'text'>;

/** One question to the worker; it answers one at a time. */
export type Question =
  | { kind: 'read'; key: string; text: string; isSource: boolean }
  | { kind: 'hold'; key: string; sections: readonly HeldSection[] }
  | { kind: 'forget'; key: string }
  | { kind: 'anchors'; key: string; anchors: readonly Anchor[] }
  | { kind: 'find'; key: string; typed: string };

/** Said before the first of them, so that the time a worker takes to start is not the text's. */
export type Answer =
  | { kind: 'begun' }
  | { kind: 'portion'; sections: OwnSection[] }
  | { kind: 'done' }
  /** Nested deeper than the stack. */
  | { kind: 'too-deep' }
  | { kind: 'failed'; message: string; stack: string }
  | { kind: 'places'; found: Found[] }
  | { kind: 'hits'; found: TextFound };
