import { z } from 'zod';
import { RecordBase } from '../library/fields';
import { longestFileName, mostDocumentBytes } from './document-limits';

/**
 * A Markdown file of the user's own, kept as a copy in `documents/<id>/<file>`. The file may be changed by
 * another program at any time; the record says what was read last.
 */
export const OwnDocument = RecordBase.extend({
  /** The last part of its name as it came, such as `Queries that comply.md`: dropped again, it is known. */
  file: z.string().min(1).max(longestFileName),
  /** Its first heading, else the name without its ending. */
  title: z.string().min(1).max(300),
  /** Of the text that was read last. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0).max(mostDocumentBytes),
});
export type OwnDocument = z.infer<typeof OwnDocument>;
