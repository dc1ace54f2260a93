import { z } from 'zod';
import { Day, Instant, RecordBase } from '../library/fields';

/**
 * What the user did to one occurrence (a deadline at one lead time). Its id is `deadline|due|lead`, so an
 * occurrence whose deadline moved is another one and this is superseded by itself.
 */
export const Occurrence = RecordBase.extend({
  deadline: z.string().min(1).max(120),
  due: Day,
  lead: z.int().min(-400).max(400),
  state: z.enum(['done', 'put-off']),
  /** Not before this instant, when put off. */
  until: Instant.nullable(),
});
export type Occurrence = z.infer<typeof Occurrence>;
