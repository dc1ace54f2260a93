import type { Day } from '../library/fields';
import { examRulesOf } from '../reference';
import type { Reference } from '../reference/schema';
import { examDaysOf, type ExamDay } from './rules';
import type { Exam, ExamResult } from './schema';

export const resultWords: Record<ExamResult, string> = {
  passed: 'Passed',
  failed: 'Not passed',
  'no-show': 'Did not come',
};

/** `13:30` as people in the United States say it: 1:30 PM. */
export function timeInWords(time: string): string {
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3)];
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** The day on which it was sat, as far as is known. */
export function satOn({ appointmentOn, resultOn }: Exam): Day | null {
  return appointmentOn ?? resultOn;
}

/** How far a sitting has come: “Appointment on Jan 15, 2027, 1:30 PM”. `show` writes the day. */
export function examInWords(exam: Exam, reference: Reference, show: (day: Day) => string): string {
  const { appliedOn, approvedOn, appointmentOn, appointmentAt, place, result } = exam;
  const { windowEnd, retest } = examDaysOf(exam, reference);
  if (result !== null) {
    const on = satOn(exam);
    const said = `${resultWords[result]}${on === null ? '' : ` on ${show(on)}`}`;
    return retest ? `${said}. It can be taken again from ${show(retest.day)} on` : said;
  }
  if (appointmentOn !== null) {
    const at = appointmentAt === null ? '' : `, ${timeInWords(appointmentAt)}`;
    return `Appointment on ${show(appointmentOn)}${at}${place ? `, ${place}` : ''}`;
  }
  const until = windowEnd ? `; it can be taken until ${show(windowEnd.day)}` : '';
  if (approvedOn !== null) return `Approved on ${show(approvedOn)}${until}`;
  if (appliedOn !== null) return `Applied on ${show(appliedOn)}${until}`;
  return windowEnd ? `It can be taken until ${show(windowEnd.day)}` : 'Not applied for yet';
}

/** “Last day to reschedule, for $30, until 1:30 PM”; without the hour where it is not known. */
export function lateTitle(
  { credential, appointmentAt }: Pick<Exam, 'credential' | 'appointmentAt'>,
  reference: Reference,
): string {
  const { lateCents = 0 } = examRulesOf(credential, reference)?.reschedule ?? {};
  const until = appointmentAt === null ? '' : `, until ${timeInWords(appointmentAt)}`;
  return `Last day to reschedule, for ${dollars(lateCents)}${until}`;
}

function dollars(cents: number): string {
  return cents % 100 === 0 ? `$${cents / 100}` : `$${(cents / 100).toFixed(2)}`;
}

/** One thing that a day sets off. */
export interface SetOff extends ExamDay {
  title: string;
}

/** What the days of a sitting set off, in the order of the process. */
export function setOffBy(
  exam: Parameters<typeof examDaysOf>[0],
  reference: Reference,
): Record<'approval' | 'appointment' | 'result', SetOff[]> {
  const { windowEnd, extension, reschedule, rescheduleLate, refund, retest } = examDaysOf(
    exam,
    reference,
  );
  const titled = (title: string, at: ExamDay | null) => (at ? [{ ...at, title }] : []);
  const refundLine = titled('Last day to ask for a refund', refund);
  return {
    approval: [
      ...(exam.windowEnd === null ? titled('Last day to take it', windowEnd) : []),
      ...titled('Last day to ask for more time', extension),
      ...(exam.appointmentOn === null ? refundLine : []),
    ],
    appointment: [
      ...titled('Last day to reschedule without a fee', reschedule),
      ...titled(lateTitle(exam, reference), rescheduleLate),
      ...(exam.appointmentOn === null ? [] : refundLine),
    ],
    result: exam.retestFrom === null ? titled('It can be taken again from', retest) : [],
  };
}
