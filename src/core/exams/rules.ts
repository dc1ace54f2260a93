import { addDays, daysBetween } from '../dates';
import type { Day } from '../library/fields';
import { bodyName, examRulesOf } from '../reference';
import type { ExamRules, Reference, Source } from '../reference/schema';
import { businessDaysBefore } from './business-days';
import type { Exam, ExamResult } from './schema';

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
  /** The last day on which it costs nothing, and the last on which it can be done at all. */
  reschedule: ExamDay | null;
  rescheduleLate: ExamDay | null;
  refund: ExamDay | null;
  retest: ExamDay | null;
}

export type ExamFields = Pick<
  Exam,
  | 'credential'
  | 'approvedOn'
  | 'windowEnd'
  | 'appointmentOn'
  | 'appointmentAt'
  | 'result'
  | 'resultOn'
  | 'retestFrom'
>;

const typed = 'As the body shows it.';
const hoursOfDay = 24;

/**
 * The days that follow from a sitting. What the body shows, and the user typed, holds instead of what is reckoned.
 * The end of the window is where more time, and without an appointment the refund, is reckoned from; the wait for
 * the next try runs from the day of the exam.
 */
export function examDaysOf(exam: ExamFields, reference: Reference): ExamDays {
  const rules = examRulesOf(exam.credential, reference);
  const { approvedOn, appointmentOn } = exam;
  const { window = null, extension = null, reschedule = null, refund = null } = rules ?? {};
  const reckoned = approvedOn !== null && window ? addDays(approvedOn, window.days) : null;
  const granted = grantedDays(exam.windowEnd, reckoned);
  const windowEnd: ExamDay | null =
    exam.windowEnd !== null
      ? { day: exam.windowEnd, says: windowSays(granted, rules, reference), source: null }
      : reckoned !== null && window
        ? { ...window, day: reckoned }
        : null;
  const refundFrom = appointmentOn ?? windowEnd?.day ?? null;
  return {
    windowEnd: windowEnd && plain(windowEnd),
    extension:
      windowEnd && extension && granted < extension.mostDays
        ? {
            day: addDays(windowEnd.day, -extension.askDaysBefore),
            says: extensionSays(extension, granted),
            source: extension.source,
          }
        : null,
    reschedule:
      appointmentOn !== null && reschedule
        ? plain({ ...reschedule, day: addDays(appointmentOn, -reschedule.freeUntilDaysBefore) })
        : null,
    rescheduleLate:
      appointmentOn !== null && reschedule
        ? plain({
            ...reschedule,
            // Twenty-four hours before are the day before, until the time of the appointment.
            day: addDays(appointmentOn, -Math.ceil(reschedule.lastHoursBefore / hoursOfDay)),
          })
        : null,
    refund:
      refundFrom !== null && refund
        ? plain({ ...refund, day: businessDaysBefore(refundFrom, refund.businessDaysBefore) })
        : null,
    retest: retestOf(exam, reference),
  };
}

/** By how many days the window that the body shows is longer than the one that is reckoned; 0 where that is not known. */
function grantedDays(windowEnd: Day | null, reckoned: Day | null): number {
  return windowEnd === null || reckoned === null
    ? 0
    : Math.max(0, daysBetween(reckoned, windowEnd));
}

/** What is said of a window that was typed: also where it is longer than the body can make it. */
function windowSays(granted: number, rules: ExamRules | null, reference: Reference): string {
  if (!rules?.window || !rules.extension || granted <= rules.extension.mostDays) return typed;
  const name = bodyName(rules.body, reference);
  const most = rules.window.days + rules.extension.mostDays;
  return `${typed} It is longer than the ${most} days from the approval that ${name} grants at most: check with ${name}.`;
}

function extensionSays(
  { says, mostDays }: NonNullable<ExamRules['extension']>,
  granted: number,
): string {
  return granted === 0 ? says : `${says} ${granted} of the ${mostDays} days were granted by now.`;
}

/** Whether there is another try to wait for. */
export function hasAnotherTry(result: ExamResult | null): boolean {
  return result === 'failed' || result === 'no-show';
}

/**
 * From when on an exam that was not passed can be taken again. For one that was not taken no source states a wait: it
 * is the day that the body shows, or none.
 */
function retestOf(
  { credential, result, appointmentOn, resultOn, retestFrom }: ExamFields,
  reference: Reference,
): ExamDay | null {
  if (!hasAnotherTry(result)) return null;
  if (retestFrom !== null) return { day: retestFrom, says: typed, source: null };
  if (result === 'no-show') return null;
  const satOn = appointmentOn ?? resultOn;
  const rule = examRulesOf(credential, reference)?.retest.find(
    ({ credentials }) => credentials === null || credentials.includes(credential),
  );
  return satOn !== null && rule ? plain({ ...rule, day: addDays(satOn, rule.days) }) : null;
}

function plain({ day, says, source }: ExamDay): ExamDay {
  return { day, says, source };
}
