import { z } from 'zod';
import { Source } from './source';

const known = { says: z.string().min(1), source: Source };
const days = z.int().min(1).max(400);
const cents = z.int().min(0);

/**
 * What a body's rules say about sitting an exam. Null: it could not be found, and is neither reckoned nor told.
 * Every rule has the sentence that the user reads.
 */
export const ExamRules = z.strictObject({
  body: z.string().min(1),
  where: z.strictObject(known).nullable(),
  /** The days from the approval in which it can be taken. */
  window: z.strictObject({ days, ...known }).nullable(),
  /** More time, in steps, asked for so many days before the window ends. */
  extension: z
    .strictObject({ stepDays: days, mostDays: days, cents, askDaysBefore: days, ...known })
    .nullable(),
  reschedule: z
    .strictObject({
      freeUntilDaysBefore: days,
      lateCents: cents,
      lastHoursBefore: z.int().min(1),
      ...known,
    })
    .nullable(),
  refund: z.strictObject({ businessDaysBefore: days, cents, ...known }).nullable(),
  /** The wait before it can be taken again; the first that names the credential, or names none. */
  retest: z.array(
    z.strictObject({ credentials: z.array(z.string().min(1)).nullable(), days, ...known }),
  ),
});
export type ExamRules = z.infer<typeof ExamRules>;

/** A date that many coders have, offered by its name alone. */
export const DateSuggestion = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  ...known,
});
export type DateSuggestion = z.infer<typeof DateSuggestion>;
