import { z } from 'zod';
import { Day, Instant, Note, RecordBase, WallTime } from '../library/fields';

/** Days before (positive) or after (negative) a date. */
const Lead = z.int().min(-400).max(400);

export const Leads = z.array(Lead).max(12);

/** What kinds of dates there are; each has days before it on which it comes up. */
export const DeadlineKind = z.enum([
  'window-opens',
  'cycle-end',
  'dues',
  'late',
  'exam',
  'program',
  'own',
  'code-set',
  'preparation',
]);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

/** When reminders come, as the user wants it. */
export const ReminderSettings = z.object({
  /** By kind of date; the usual days where a kind is absent. */
  leads: z.partialRecord(DeadlineKind, Leads),
  /** From when on a system notice of the day is shown. */
  at: WallTime,
  /** Between these no notice is shown; the list has it all the same. It may reach past midnight. */
  quiet: z.object({ from: WallTime, until: WallTime }).nullable(),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** How a date of the user's own comes again: on the same day of each `every`th week, month or year. */
export const Repeat = z.object({
  every: z.int().min(1).max(99),
  unit: z.enum(['day', 'week', 'month', 'year']),
  /** The last day on which it can fall; null: without an end. */
  until: Day.nullable(),
  /** Whether the next comes only once the one before is answered. */
  waits: z.boolean(),
});
export type Repeat = z.infer<typeof Repeat>;

/** A date of the user's own, with the days before it on which they want to be reminded. */
export const OwnDeadline = RecordBase.extend({
  title: z.string().min(1).max(200),
  /** Of one that repeats, the first. */
  date: Day,
  repeat: Repeat.nullable(),
  note: Note,
  /** Without an order; none means that it is only in the list. */
  leads: Leads,
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

/**
 * What the user recorded of a date that follows from something else. The date moves by what was granted or
 * confirmed, never by a wish; its reminders are the user's. The id is `adjustment:<deadline>`.
 */
export const Adjustment = RecordBase.extend({
  deadline: z.string().min(1).max(100),
  /** The day that holds; null: as it is reckoned. */
  movedTo: Day.nullable(),
  why: z.enum(['extension', 'new-window', 'confirmed']).nullable(),
  /** The day as it was reckoned when this was recorded. */
  standard: Day.nullable(),
  /** When the day was typed: whoever types it has it before them. Null without one. */
  datedAt: Instant.nullable(),
  /** The days before it on which it comes up; null: as its kind does. */
  leads: Leads.nullable(),
  note: Note,
});
export type Adjustment = z.infer<typeof Adjustment>;
