import { z } from 'zod';
import { Day, Instant, Note, RecordBase, WallTime } from '../library/fields';

/** How an exam ended; a no-show forfeits what was paid. */
export const ExamResult = z.enum(['passed', 'failed', 'no-show']);
export type ExamResult = z.infer<typeof ExamResult>;

/** One sitting of one credential's exam, from the application to the result. Each day is null while unknown. */
export const Exam = RecordBase.extend({
  /** Of the reference data. */
  credential: z.string().min(1).max(40),
  appliedOn: Day.nullable(),
  /** The day on which the application was approved; the time in which it can be taken runs from it. */
  approvedOn: Day.nullable(),
  /** The last day on which it can be taken, as the body says; null: reckoned by the body's rule. */
  windowEnd: Day.nullable(),
  appointmentOn: Day.nullable(),
  appointmentAt: WallTime.nullable(),
  place: z.string().max(200),
  result: ExamResult.nullable(),
  resultOn: Day.nullable(),
  /** From when on it can be taken again, as the body says; null: reckoned by the body's rule. */
  retestFrom: Day.nullable(),
  note: Note,
  /** When one of its days was last typed: whoever types it need not be told of what had come up by then. */
  datedAt: Instant,
});
export type Exam = z.infer<typeof Exam>;
