import type { CommandOf } from '../../../src/core/library/commands';
import { addDays } from '../../../src/core/dates';
import type { Day } from '../../../src/core/library/fields';

interface OwnDate {
  /** The day on which it was entered. */
  on: Day;
  command: CommandOf<'deadline.add'>;
}

/** The coder's own dates, the second of which came up two days ago and waits in the list. */
export function sampleDates(today: Day): OwnDate[] {
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
    date(
      14,
      38,
      'Apply for the CDIP exam',
      [30, 7, 1],
      'Decide until then whether to sit it in spring.',
    ),
  ];
}
