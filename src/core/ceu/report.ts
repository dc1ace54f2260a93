import { z } from 'zod';
import carryOver from '../../../content/reference/carry-over.json' with { type: 'json' };
import forms from '../../../content/reference/report-forms.json' with { type: 'json' };
import type { Day, Id } from '../library/fields';
import { Source } from '../reference/schema';
import { formatUnits } from '../units';
import type { LedgerRow } from './ledger';
import type { Activity, Claim } from './schema';
import type { WeighedClaim } from './weighing';

const FieldName = z.enum(['index-number', 'title', 'sponsor', 'date', 'units']);
type FieldName = z.infer<typeof FieldName>;

const DayStyle = z.enum(['us', 'iso']);

const ReportForm = z.object({
  body: z.string(),
  /** In the order in which the body’s own form asks for them. */
  fields: z.array(FieldName).min(1),
  /** False where the order could not be found, and is a sensible one of ours. */
  isOrderConfirmed: z.boolean(),
  day: DayStyle,
  /** What is known of the order, in one or two sentences. */
  says: z.string(),
  source: Source.nullable(),
});
export type ReportForm = z.infer<typeof ReportForm>;

const CarryOver = z.object({ body: z.string(), says: z.string(), source: Source });
export type CarryOver = z.infer<typeof CarryOver>;

/** For a body that the reference data does not know, such as one of the user's own. */
const unknownForm: Omit<ReportForm, 'body'> = {
  fields: ['title', 'sponsor', 'date', 'units'],
  isOrderConfirmed: false,
  day: 'us',
  says: 'How this body orders its fields is not known here. The order is ours: title, sponsor, date, CEUs.',
  source: null,
};

let parsedForms: ReportForm[] | null = null;
let parsedCarryOver: CarryOver[] | null = null;

/** How a body's own form asks for a claim. Parsed when it is first asked for; a wrong file is a bug and throws. */
export function reportFormOf(body: string): ReportForm {
  parsedForms ??= z.array(ReportForm).parse(forms);
  return parsedForms.find((form) => form.body === body) ?? { body, ...unknownForm };
}

/** What becomes of units beyond those asked for, and who says so; null for a body that is not known. */
export function carryOverOf(body: string): CarryOver | null {
  parsedCarryOver ??= z.array(CarryOver).parse(carryOver);
  return parsedCarryOver.find((one) => one.body === body) ?? null;
}

export interface ReportField {
  id: FieldName;
  label: string;
  /** As it is copied; empty where nothing was entered. */
  value: string;
}

const labels: Record<FieldName, string> = {
  'index-number': 'Index number',
  title: 'Title',
  sponsor: 'Sponsor',
  date: 'Date completed',
  units: 'CEUs',
};

/** 2026-11-18 as 11/18/2026, which forms of US bodies take; as it is for those that ask for that. */
function writtenDay(day: Day, style: ReportForm['day']): string {
  const [year, month, date] = day.split('-');
  return style === 'iso' ? day : `${month}/${date}/${year}`;
}

/**
 * The fields of one claim in the order of the body's form, each as it is copied there. Line breaks become spaces: a form's field has
 * one line.
 */
export function reportFields(
  form: ReportForm,
  activity: Activity,
  claim: Pick<Claim, 'units'>,
): ReportField[] {
  const values: Record<FieldName, string> = {
    'index-number': activity.indexNumber,
    title: activity.title,
    sponsor: activity.sponsor,
    date: writtenDay(activity.completedOn, form.day),
    units: formatUnits(claim.units),
  };
  return form.fields.map((id) => ({
    id,
    label: labels[id],
    value: values[id].replace(/\s+/g, ' ').trim(),
  }));
}

/** What becomes of a claim, by its id; undefined where it is not known. */
export type Verdicts = (claim: Id) => WeighedClaim['verdict'] | undefined;

/** Whether a claim is one to report: it counts, and the body does not have it yet. */
export function isToReport({ id, state }: Pick<Claim, 'id' | 'state'>, of: Verdicts): boolean {
  return state === 'earned' && of(id)?.is === 'earned';
}

/**
 * The claims of a ledger that can be reported now, the earliest first. What does not count (the same course again,
 * answered with no, from before certification) is not proposed; the user may report it all the same.
 */
export function toReport(
  rows: readonly LedgerRow[],
  of: Verdicts,
): { claim: Claim; activity: Activity }[] {
  return rows
    .flatMap(({ activity, claims }) => claims.map((claim) => ({ claim, activity })))
    .filter(({ claim }) => isToReport(claim, of))
    .sort(
      (one, other) =>
        one.activity.completedOn.localeCompare(other.activity.completedOn) ||
        one.claim.id.localeCompare(other.claim.id),
    );
}
