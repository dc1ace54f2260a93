import type { Day, Id } from '../library/fields';

/** What a date of an exam is about; each has an id of its own. */
export const examParts = [
  'window',
  'extension',
  'reschedule',
  'reschedule-late',
  'refund',
  'appointment',
  'retest',
] as const;
export type ExamPart = (typeof examParts)[number];

/** What a deadline is of, as its id says it. */
export type DeadlineOf =
  | { of: 'own'; date: Id }
  | { of: 'cycle-end'; cycle: Id }
  | { of: 'window-opens'; cycle: Id }
  /** `stage`: of the reference data, a word without a colon. */
  | { of: 'late'; cycle: Id; stage: string }
  | { of: 'dues'; body: Id; year: number }
  | { of: 'exam'; exam: Id; part: ExamPart }
  | { of: 'program'; fact: Id }
  /** Of the code sets: `october:2027`. */
  | { of: 'code-set'; date: string };

/** The id under which the library knows a deadline. It is on users' disks, so its form never changes. */
export function deadlineId(what: DeadlineOf): string {
  switch (what.of) {
    case 'own':
      return `own:${what.date}`;
    case 'cycle-end':
    case 'window-opens':
      return `${what.of}:${what.cycle}`;
    case 'late':
      return `late:${what.cycle}:${what.stage}`;
    case 'dues':
      return `dues:${what.body}:${what.year}`;
    case 'exam':
      return `exam-${what.part}:${what.exam}`;
    case 'program':
      return `program:${what.fact}`;
    case 'code-set':
      return `code-set:${what.date}`;
  }
}

/** What a deadline is of, told from its id; null for what is none. */
export function readDeadlineId(id: string): DeadlineOf | null {
  const [, name = '', rest = ''] = /^([^:]+):(.+)$/s.exec(id) ?? [];
  switch (name) {
    case 'own':
      return { of: name, date: rest };
    case 'cycle-end':
    case 'window-opens':
      return { of: name, cycle: rest };
    case 'late': {
      const [, cycle, stage] = /^(.+):([^:]+)$/s.exec(rest) ?? [];
      return cycle !== undefined && stage !== undefined ? { of: name, cycle, stage } : null;
    }
    case 'dues': {
      const [, body, year] = /^(.+):(\d{4})$/s.exec(rest) ?? [];
      return body !== undefined && year !== undefined ? { of: name, body, year: +year } : null;
    }
    case 'program':
      return { of: name, fact: rest };
    case 'code-set':
      return { of: name, date: rest };
    default: {
      const part = examParts.find((one) => name === `exam-${one}`);
      return part && rest !== '' ? { of: 'exam', exam: rest, part } : null;
    }
  }
}

/** The id of a date of the user's own. */
export function ownDateId(date: Id): string {
  return deadlineId({ of: 'own', date });
}

/** The id of the deadline that is a cycle's end. */
export function cycleEndId(cycle: Id): string {
  return deadlineId({ of: 'cycle-end', cycle });
}

/** Names one date of a deadline: those of a series have one id, and a date that moved is another one. */
export function keyOfDate(deadline: string, due: Day): string {
  return `${deadline}|${due}`;
}

/** The id under which the library keeps what the user did to an occurrence. */
export function occurrenceId(deadline: string, due: Day, lead: number): Id {
  return `${keyOfDate(deadline, due)}|${lead}`;
}

/** The id under which it keeps what was granted, confirmed or chosen for a deadline. */
export function adjustmentId(deadline: string): Id {
  return `adjustment:${deadline}`;
}
