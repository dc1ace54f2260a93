import { z } from 'zod';
import { Day, Instant, Note, RecordBase } from '../library/fields';

/** Days before (positive) or after (negative) a date. */
export const Lead = z.int().min(-400).max(400);

/** A date of the user's own, with the days before it on which they want to be reminded. */
export const OwnDeadline = RecordBase.extend({
  title: z.string().min(1).max(200),
  date: Day,
  note: Note,
  /** Without an order; none means that it is only in the list. */
  leads: z.array(Lead).max(12),
  /** When the date was last typed: whoever types it has it before them, and need not be told of it then. */
  datedAt: Instant,
});
export type OwnDeadline = z.infer<typeof OwnDeadline>;

/**
 * seen: this reminder is dealt with, the next one comes; put-off: this reminder comes again at `until`; done and
 * not-relevant: the date as a whole is dealt with, so no further reminder of it comes.
 */
export const OccurrenceState = z.enum(['seen', 'put-off', 'done', 'not-relevant']);
export type OccurrenceState = z.infer<typeof OccurrenceState>;

/**
 * What the user did to one occurrence (a deadline at one lead time). Its id is `deadline|due|lead`, so an
 * occurrence whose deadline moved is another one and this is superseded by itself.
 */
export const Occurrence = RecordBase.extend({
  deadline: z.string().min(1).max(120),
  due: Day,
  lead: Lead,
  state: OccurrenceState,
  /** Not before this instant, when put off. */
  until: Instant.nullable(),
});
export type Occurrence = z.infer<typeof Occurrence>;
