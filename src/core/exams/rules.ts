import { addDays } from '../dates';
import type { Day } from '../library/fields';
import { examRulesOf } from '../reference';
import type { Reference, Source } from '../reference/schema';
import { businessDaysBefore } from './business-days';
import type { Exam } from './schema';

/** A day that follows from a sitting, with the rule it rests on; no source where the user typed it. */
export interface ExamDay {
  day: Day;
  says: string;
  source: Source | null;
}

/** What a sitting sets off, by the body's rules; null where a day or a rule is not known. */
export interface ExamDays {
  windowEnd: ExamDay | null;
  extension: ExamDay | null;
  reschedule: ExamDay | null;
  refund: ExamDay | null;
  retest: ExamDay | null;
}

export type ExamFields = Pick<
  Exam,
  'credential' | 'approvedOn' | 'windowEnd' | 'appointmentOn' | 'result' | 'resultOn' | 'retestFrom'
>;

const typed = 'As the body shows it.';

/**
 * The days that follow from a sitting. What the body shows, and the user typed, holds instead of what is reckoned.
 * The end of the window is where more time, and without an appointment the refund, is reckoned from; the wait for
 * the next try runs from the day of the exam.
 */
export function examDaysOf(exam: ExamFields, reference: Reference): ExamDays {
  const rules = examRulesOf(exam.credential, reference);
  const { approvedOn, appointmentOn } = exam;
  const { window = null, extension = null, reschedule = null, refund = null } = rules ?? {};
  const windowEnd: ExamDay | null =
    exam.windowEnd !== null
      ? { day: exam.windowEnd, says: typed, source: null }
      : approvedOn !== null && window
        ? { ...window, day: addDays(approvedOn, window.days) }
        : null;
  const refundFrom = appointmentOn ?? windowEnd?.day ?? null;
  return {
    windowEnd: windowEnd && plain(windowEnd),
    extension:
      windowEnd && extension
        ? plain({ ...extension, day: addDays(windowEnd.day, -extension.askDaysBefore) })
        : null,
    reschedule:
      appointmentOn !== null && reschedule
        ? plain({ ...reschedule, day: addDays(appointmentOn, -reschedule.freeUntilDaysBefore) })
        : null,
    refund:
      refundFrom !== null && refund
        ? plain({ ...refund, day: businessDaysBefore(refundFrom, refund.businessDaysBefore) })
        : null,
    retest: retestOf(exam, reference),
  };
}

/** From when on an exam that was not passed can be taken again. */
function retestOf(
  { credential, result, appointmentOn, resultOn, retestFrom }: ExamFields,
  reference: Reference,
): ExamDay | null {
  if (result === null || result === 'passed') return null;
  if (retestFrom !== null) return { day: retestFrom, says: typed, source: null };
  const satOn = appointmentOn ?? resultOn;
  const rule = examRulesOf(credential, reference)?.retest.find(
    ({ credentials }) => credentials === null || credentials.includes(credential),
  );
  return satOn !== null && rule ? plain({ ...rule, day: addDays(satOn, rule.days) }) : null;
}

function plain({ day, says, source }: ExamDay): ExamDay {
  return { day, says, source };
}
