import type { CommandOf } from '../../../src/core/library/commands';
import { addDays } from '../../../src/core/dates';
import type { Day } from '../../../src/core/library/fields';
import type { FactValue } from '../../../src/core/programs/schema';

type AddProgram = CommandOf<'program.add'>;

/** What was said of a fact; null was looked for and not found. */
type Said = Record<string, FactValue | null>;

const dollars = (amount: number): FactValue => ({ kind: 'money', cents: amount * 100 });
const count = (number: number): FactValue => ({ kind: 'count', count: number });
const choice = (id: string): FactValue => ({ kind: 'choice', choice: id });
const day = (date: Day): FactValue => ({ kind: 'day', day: date });
const text = (words: string): FactValue => ({ kind: 'text', text: words });
const leadsTo = (...credentials: string[]): FactValue => ({ kind: 'credentials', credentials });
const included: FactValue = { kind: 'included' };
const yes: FactValue = { kind: 'yes-no', isSo: true };
const no: FactValue = { kind: 'yes-no', isSo: false };

/** The facts of one source, all as of one day. */
function facts(source: string, asOf: Day, said: Said, note = ''): AddProgram['facts'] {
  return Object.entries(said).map(([fact, value]) => ({ fact, value, source, asOf, note }));
}

const isInvented = 'The program, the school and every figure are invented.';

/**
 * Three programs as somebody would compare them: one whose approval is only claimed, one with much in its
 * price, and one that prepares for outpatient work alone.
 */
export function samplePrograms(today: Day): AddProgram[] {
  const ago = (days: number) => addDays(today, -days);
  return [
    {
      type: 'program.add',
      name: 'Inpatient Coding Certificate',
      provider: 'Meadowbrook Community College (invented)',
      note: isInvented,
      facts: [
        ...facts('The college’s page (invented)', ago(34), {
          credential: leadsTo('cca', 'ccs'),
          'teaches-pcs': yes,
          'teaches-drg': yes,
          institution: text('A regional accreditor (invented)'),
          tuition: dollars(3480),
          registration: dollars(75),
          books: dollars(415),
          weeks: count(48),
          'application-closes': day(addDays(today, 47)),
          starts: day(addDays(today, 58)),
          format: choice('hybrid'),
          pace: choice('scheduled'),
          cases: count(160),
          'inpatient-cases': count(72),
          externship: yes,
          'payment-plan': text('Four parts over two terms, without interest (invented)'),
          transfer: text('18 credits toward the college’s own associate degree (invented)'),
        }),
        ...facts(
          'The college’s page (invented)',
          ago(34),
          { approval: choice('pcap') },
          'Claimed by the college. Not looked up in AHIMA’s list yet (invented).',
        ),
        ...facts('Call with the program director (invented)', ago(12), {
          'exam-fee': null,
          'pass-rate': null,
          refund: text('In full until the second week, nothing after it (invented)'),
        }),
      ],
    },
    {
      type: 'program.add',
      name: 'Certified Inpatient Coder, self-paced',
      provider: 'Harbor Coding School (invented)',
      note: isInvented,
      facts: [
        ...facts('The school’s catalog (invented)', ago(21), {
          credential: leadsTo('cic'),
          'teaches-pcs': yes,
          'teaches-drg': yes,
          approval: choice('aapc-licensed'),
          tuition: dollars(2650),
          registration: included,
          books: included,
          'exam-fee': included,
          attempts: count(2),
          weeks: count(20),
          'most-weeks': count(40),
          'contact-hours': count(80),
          format: choice('online'),
          pace: choice('self-paced'),
          cases: count(120),
          'inpatient-cases': count(120),
          externship: no,
        }),
        ...facts('Chat with the school (invented)', ago(6), {
          membership: null,
          guarantee: text('A second course at no charge after two failed sittings (invented)'),
          refund: text('14 days, less the books sent (invented)'),
        }),
      ],
    },
    {
      type: 'program.add',
      name: 'Professional Coder in 16 Weeks',
      provider: 'Northgate Career Institute (invented)',
      note: `${isInvented} A colleague recommended it; it turned out to be for physician offices.`,
      facts: facts('The institute’s leaflet (invented)', ago(48), {
        credential: leadsTo('cpc'),
        'teaches-pcs': no,
        'teaches-drg': no,
        approval: choice('none'),
        tuition: dollars(1195),
        registration: dollars(150),
        'exam-fee': null,
        weeks: count(16),
        format: choice('online'),
        pace: choice('scheduled'),
        'pass-rate': text('“Over 90 %”, without a year or how many sat (invented)'),
        placement: text('“Help with your resume”, no figure (invented)'),
      }),
    },
  ];
}
