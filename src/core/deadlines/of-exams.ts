import { examDaysOf, type ExamDay } from '../exams/rules';
import type { Exam } from '../exams/schema';
import { lateTitle, resultWords, timeInWords } from '../exams/words';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { credentialOf } from '../reference';
import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import { deadlineId, type ExamPart } from './ids';

const windowLeads = [60, 30, 14, 7, 1];
const appointmentLeads = [7, 1, 0];
const lastDayLeads = [7, 1, 0];
/** It is over at the hour of the appointment, on a day on which the appointment itself is told. */
const lastChanceLeads = [1, 0];
const onTheDay = [0];

/**
 * The dates of the exams that are applied for: the end of the window, the last days to ask for more time, to
 * reschedule and to ask for a refund, and the appointment. What can only be done before the appointment is gone once
 * that has passed. With a result they end but for the day itself, of which nobody is reminded; one that was not passed
 * has the day from which it can be taken again, until another sitting of it is entered.
 */
export function deadlinesOfExams(
  { exams }: Pick<Library, 'exams'>,
  today: Day,
  reference: Reference,
): Deadline[] {
  const all = live(exams);
  return all.flatMap((exam) => deadlinesOfExam(exam, all, today, reference));
}

function deadlinesOfExam(
  exam: Exam,
  all: readonly Exam[],
  today: Day,
  reference: Reference,
): Deadline[] {
  const name = credentialOf(exam.credential, reference)?.name ?? exam.credential;
  const { windowEnd, extension, reschedule, rescheduleLate, refund, retest } = examDaysOf(
    exam,
    reference,
  );
  const dated = (part: ExamPart, title: string, at: ExamDay, leads: number[]): Deadline => ({
    id: deadlineId({ of: 'exam', exam: exam.id, part }),
    kind: 'exam',
    date: at.day,
    title: `${name}: ${title}`,
    detail: at.says,
    leads,
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: exam.datedAt,
    open: { screen: 'calendar', id: exam.id },
    source: at.source,
  });
  const { appointmentOn } = exam;
  if (exam.result !== null) {
    // It took place, as calendars still show; nobody is reminded of it.
    const told = `the exam · ${resultWords[exam.result].toLowerCase()}`;
    const says = { day: appointmentOn ?? '', says: exam.place, source: null };
    const sat = appointmentOn === null ? [] : [dated('appointment', told, says, [])];
    const isTriedAgain = all.some(
      ({ id, credential, createdAt }) =>
        id !== exam.id && credential === exam.credential && createdAt > exam.createdAt,
    );
    return [
      ...sat,
      ...(retest && !isTriedAgain
        ? [dated('retest', 'it can be taken again', retest, onTheDay)]
        : []),
    ];
  }
  // Whoever has an appointment within the window is not to be urged about its end; it stays in the list.
  const isArranged = windowEnd !== null && appointmentOn !== null && appointmentOn <= windowEnd.day;
  const orNone = (leads: number[]) => (isArranged ? [] : leads);
  const minor = (deadline: Deadline) => ({ ...deadline, isMinor: isArranged });
  const isOver = appointmentOn !== null && appointmentOn < today;
  return [
    ...(windowEnd
      ? [minor(dated('window', 'last day to take it', windowEnd, orNone(windowLeads)))]
      : []),
    ...(extension
      ? [
          minor(
            dated('extension', 'last day to ask for more time', extension, orNone(lastDayLeads)),
          ),
        ]
      : []),
    ...(reschedule && !isOver
      ? [dated('reschedule', 'last day to reschedule without a fee', reschedule, lastDayLeads)]
      : []),
    ...(rescheduleLate && !isOver
      ? [
          dated(
            'reschedule-late',
            inSentence(lateTitle(exam, reference)),
            rescheduleLate,
            lastChanceLeads,
          ),
        ]
      : []),
    ...(refund && !isOver
      ? [dated('refund', 'last day to ask for a refund', refund, lastDayLeads)]
      : []),
    ...(appointmentOn === null
      ? []
      : [
          {
            ...dated(
              'appointment',
              appointmentOn < today ? 'how did it go?' : 'the exam',
              { day: appointmentOn, says: whereAndWhen(exam, today), source: null },
              appointmentLeads,
            ),
            isAskedAfter: true as const,
          },
        ]),
  ];
}

function inSentence(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function whereAndWhen({ appointmentOn, appointmentAt, place }: Exam, today: Day): string {
  if (appointmentOn !== null && appointmentOn < today) return 'Enter the result in the exam.';
  return [
    ...(appointmentAt === null ? [] : [timeInWords(appointmentAt)]),
    ...(place ? [place] : []),
  ].join(' · ');
}
