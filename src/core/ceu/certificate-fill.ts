import type { Day } from '../library/fields';
import type {
  CertificateField,
  CertificateProposals,
  Proposal,
  Sureness,
} from './certificate-text';
import type { Entry } from './entry';
import type { DayReading } from './written-day';

/** One way to fill a field; a date whose order is open has two. */
export interface FillOption {
  field: CertificateField;
  value: string | number;
  /** The line of the certificate that it was taken from. */
  line: string;
  page: number;
  sureness: Sureness;
  /** One of two readings of the same numbers: only a person can say which. */
  isEither: boolean;
}

/** What the certificate proposes for a field, beside what stands there. */
export interface FieldFill {
  field: CertificateField;
  options: readonly FillOption[];
  /**
   * free: nothing was entered there, so one word fills all such fields; same: it already says so;
   * differs: something else was entered, which only its own button replaces.
   */
  state: 'free' | 'same' | 'differs';
}

export const fillOrder: readonly CertificateField[] = [
  'title',
  'completedOn',
  'units',
  'sponsor',
  'indexNumber',
];

type Fields = Pick<Entry, 'title' | 'completedOn' | 'hours' | 'sponsor' | 'indexNumber'>;

/** The field of the form that a field of a certificate goes to. */
const keyOf = {
  title: 'title',
  completedOn: 'completedOn',
  units: 'hours',
  sponsor: 'sponsor',
  indexNumber: 'indexNumber',
} as const satisfies Record<CertificateField, keyof Fields>;

const mostOptions = 3;

/**
 * What a certificate proposes, field by field. `untouched` is what the form held before anybody typed: a field
 * that still holds it counts as not entered. Null for a form that was saved: all in it was entered.
 */
export function fillsOf(
  fields: Fields,
  proposals: CertificateProposals,
  untouched: Fields | null,
): FieldFill[] {
  return fillOrder.flatMap((field): FieldFill[] => {
    const options = optionsOf(field, proposals).slice(0, mostOptions);
    if (options.length === 0) return [];
    const there = fields[keyOf[field]];
    const isSame = options.some(({ value }) => plain(value) === plain(there));
    const isFree =
      there === null || there === '' || (untouched !== null && there === untouched[keyOf[field]]);
    return [{ field, options, state: isSame ? 'same' : isFree ? 'free' : 'differs' }];
  });
}

function optionsOf(field: CertificateField, proposals: CertificateProposals): FillOption[] {
  if (field === 'completedOn') return proposals.completedOn.flatMap(daysOf);
  return proposals[field].map(({ value, line, page, sureness }) => {
    return { field, value, line, page, sureness, isEither: false };
  });
}

function daysOf({ value, line, page, sureness }: Proposal<DayReading>): FillOption[] {
  const days: Day[] = value.kind === 'day' ? [value.day] : [value.monthFirst, value.dayFirst];
  const isEither = value.kind === 'either';
  return days.map((day) => ({ field: 'completedOn', value: day, line, page, sureness, isEither }));
}

function plain(value: string | number | null): string {
  return String(value ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The fields of the form as one option says. */
export function filled({ field, value }: FillOption): Partial<Fields> {
  return { [keyOf[field]]: value };
}

/** What one yes to all enters: the best option of every field that is free, none that only a person can decide. */
export function allFree(fills: readonly FieldFill[]): FillOption[] {
  return fills.flatMap(({ state, options: [best] }) =>
    state === 'free' && best && !best.isEither ? [best] : [],
  );
}
