import { z } from 'zod';
import { RecordBase } from '../library/fields';
import { DocumentName, Part, StoredAnchor } from '../notes/schema';
import { longestTag, mostTags } from '../notes/kinds';
import { longestSide } from './limits';

/** Where a card was made from; the passage is found again as a highlight is. */
export const CardSource = z.object({
  document: DocumentName,
  /** The chapter of the guide, or the document itself. */
  chapter: Part,
  anchor: StoredAnchor,
});
export type CardSource = z.infer<typeof CardSource>;

/** A question and its answer, to be learned. */
export const Card = RecordBase.extend({
  front: z.string().min(1).max(longestSide),
  /** Empty while the answer is still to be written. */
  back: z.string().max(longestSide),
  /** Without `#`, each once. */
  tags: z.array(z.string().min(1).max(longestTag)).max(mostTags),
  /** Null for a card of the user's own words. */
  source: CardSource.nullable(),
});
export type Card = z.infer<typeof Card>;
