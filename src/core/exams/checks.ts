import { checkDay } from '../ceu/checks';
import type { Context } from '../library/apply';
import type { Day } from '../library/fields';
import { credentialOf } from '../reference';
import { failed, type Problem } from '../result';
import type { Exam } from './schema';

type Refusal = { ok: false; problem: Problem };
type ExamDates = Pick<
  Exam,
  'appliedOn' | 'approvedOn' | 'windowEnd' | 'appointmentOn' | 'result' | 'resultOn' | 'retestFrom'
>;

/** What each day is, as the subject of a sentence. */
const names = {
  appliedOn: 'The application',
  approvedOn: 'The approval',
  windowEnd: 'The end of the window',
  appointmentOn: 'The appointment',
  resultOn: 'The result',
  retestFrom: 'The next try',
} as const;
type Step = keyof typeof names;

/** What cannot come before what. An appointment after the window is not among it: more time may have been granted. */
const orders: [earlier: Step, later: Step][] = [
  ['appliedOn', 'approvedOn'],
  ['appliedOn', 'appointmentOn'],
  ['approvedOn', 'windowEnd'],
  ['approvedOn', 'appointmentOn'],
  ['appointmentOn', 'resultOn'],
  ['approvedOn', 'resultOn'],
  ['resultOn', 'retestFrom'],
  ['appointmentOn', 'retestFrom'],
];

/** What is entered once it has happened: all that follows is reckoned from it. */
const happened = ['appliedOn', 'approvedOn'] as const satisfies Step[];

/**
 * Refuses dates of a sitting that cannot be. `before` is the record as it stands, null for a new one.
 *
 * Problems: date-far-off; exam-step-ahead for an application or approval that is still to come, unless it stands there
 * already (entered a zone further east); exam-backwards for two days in the wrong order; exam-ahead for a result that is
 * still to come; exam-no-result for the day of a result that is not named.
 */
export function checkExam(exam: ExamDates, before: ExamDates | null, today: Day): Refusal | null {
  for (const step of Object.keys(names) as Step[]) {
    const wrong = exam[step] === null ? null : checkDay(exam[step], today);
    if (wrong) return wrong;
  }
  for (const step of happened) {
    const on = exam[step];
    if (on !== null && on > today && on !== before?.[step]) {
      return refuse('exam-step-ahead', { step: names[step], date: on, today });
    }
  }
  for (const [earlier, later] of orders) {
    const [earlierOn, laterOn] = [exam[earlier], exam[later]];
    if (earlierOn === null || laterOn === null || earlierOn <= laterOn) continue;
    const said = { earlier: inSentence(names[earlier]), later: names[later] };
    return refuse('exam-backwards', { ...said, earlierOn, laterOn });
  }
  if (exam.resultOn !== null && exam.result === null) return refuse('exam-no-result');
  const satOn = exam.result === null ? null : (exam.resultOn ?? exam.appointmentOn);
  return satOn !== null && satOn > today ? refuse('exam-ahead', { date: satOn, today }) : null;
}

/** Problem: unknown-credential. */
export function checkCredential(credential: string, { reference }: Context): Refusal | null {
  return credentialOf(credential, reference) ? null : refuse('unknown-credential', { credential });
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function refuse(...problem: Parameters<typeof failed>): Refusal {
  return failed(...problem) as Refusal;
}
