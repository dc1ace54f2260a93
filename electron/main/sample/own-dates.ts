import type { CommandOf } from '../../../src/core/library/commands';
import { addDays } from '../../../src/core/dates';
import type { Day } from '../../../src/core/library/fields';

interface Entered<Type extends 'deadline.add' | 'exam.add'> {
  /** The day on which it was entered. */
  on: Day;
  command: CommandOf<Type>;
}

/** The coder's own dates, the second of which came up two days ago and waits in the list; one comes each week. */
export function sampleDates(today: Day): Entered<'deadline.add'>[] {
  const date = (entered: number, inDays: number, title: string, leads: number[], note: string) => ({
    on: addDays(today, -entered),
    command: {
      ...{ type: 'deadline.add' as const, title, note: `${note} (invented)` },
      ...{ date: addDays(today, inDays), leads },
    },
  });
  return [
    date(60, 50, 'AAPC membership dues', [45, 15], 'The employer pays after the receipt is sent.'),
    date(
      30,
      5,
      'Local chapter meeting',
      [7, 1],
      'Talk on the new procedure codes. Bring a question.',
    ),
    date(
      21,
      12,
      'Send CEU receipts to the employer',
      [7, 1],
      'For the education budget of this year.',
    ),
    {
      on: addDays(today, -9),
      command: {
        ...date(9, 4, 'Send the week’s productivity to my lead', [0], 'Charts and hours.').command,
        repeat: { every: 1, unit: 'week', until: null, waits: false },
      },
    },
    date(
      14,
      38,
      'Apply for the CDIP exam',
      [30, 7, 1],
      'Decide until then whether to sit it in spring.',
    ),
  ];
}

/** An exam that is approved and has its appointment in two months. */
export function sampleExam(today: Day): Entered<'exam.add'> {
  return {
    on: addDays(today, -28),
    command: {
      ...{ type: 'exam.add', credential: 'chda', result: null, resultOn: null, retestFrom: null },
      ...{ appliedOn: addDays(today, -41), approvedOn: addDays(today, -29), windowEnd: null },
      ...{ appointmentOn: addDays(today, 62), appointmentAt: '10:30' },
      ...{ place: 'A test center (invented)', note: 'The exam and its days are invented.' },
    },
  };
}
