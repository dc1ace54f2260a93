import { z } from 'zod';

/** How far a fact can be trusted; shown beside it. */
export const Confidence = z.enum([
  'official',
  'official-old',
  'secondary',
  'inferred',
  'not-found',
]);
export type Confidence = z.infer<typeof Confidence>;

/** Where a rule or figure comes from and when it was last looked at. */
export const Source = z.object({
  title: z.string(),
  url: z.url().nullable(),
  checkedOn: z.iso.date(),
  confidence: Confidence,
  /** What the source said, or what could not be found, in our own words. */
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;

const Units = z.int().min(0);

/** An issuing body. `whereDatesAre` is the sentence that tells a user where it shows cycle dates. */
export const Body = z.object({
  id: z.string(),
  name: z.string(),
  fullName: z.string(),
  whereDatesAre: z.string(),
  earnedOnMeans: z.string(),
  /** Whether it may ask for the certificate of a claim, so that one without is worth a reminder. */
  asksForProof: z.boolean(),
  /** Whether a claim is entered there by the event's index number. */
  asksForIndexNumber: z.boolean(),
  source: Source,
});
export type Body = z.infer<typeof Body>;

export const Credential = z.object({
  id: z.string(),
  body: z.string(),
  name: z.string(),
  fullName: z.string(),
  /** Whether it is a hospital inpatient credential; those are offered first. */
  isInpatient: z.boolean(),
  /** Whether it is for outpatient or physician coding alone; absent where no source ties it to a setting. */
  isOutpatient: z.boolean().optional(),
  source: Source,
});
export type Credential = z.infer<typeof Credential>;

/** A property of a unit that a rule asks for. `question` is what the user is asked about a claim. */
export const Mark = z.object({
  id: z.string(),
  body: z.string(),
  name: z.string(),
  question: z.string(),
  hint: z.string(),
});
export type Mark = z.infer<typeof Mark>;

const ruleBase = {
  id: z.string(),
  title: z.string(),
  /** One sentence that says the rule. */
  says: z.string(),
  source: Source,
  /** False when it could not be confirmed that the rule is still in force: its standing is “cannot tell”. */
  isConfirmed: z.boolean(),
};

export const Rule = z.discriminatedUnion('kind', [
  /** AHIMA: the highest base among the holdings, plus `extra` for each further one, up to `cap`. */
  z.object({
    kind: z.literal('total-highest-plus'),
    ...ruleBase,
    base: z.record(z.string(), Units),
    extra: Units,
    cap: Units,
    /** A credential that replaces another, which then no longer counts. */
    replaces: z.record(z.string(), z.string()),
  }),
  /** AAPC: by the number of credentials; the last figure holds for all beyond. */
  z.object({ kind: z.literal('total-by-count'), ...ruleBase, ladder: z.array(Units).min(1) }),
  z.object({ kind: z.literal('total-fixed'), ...ruleBase, units: Units }),
  /** A share of the total, in percent, must carry the mark. `ofEarned`: of what is earned, not of what is required. */
  z.object({
    kind: z.literal('share'),
    ...ruleBase,
    mark: z.string(),
    percent: z.int().min(1).max(100),
    ofEarned: z.boolean(),
    /** For cycles that began before this day it could not be found how the rule applies. */
    since: z.iso.date().nullable(),
  }),
  /** Units with the mark, asked for while a credential is held. */
  z.object({
    kind: z.literal('minimum'),
    ...ruleBase,
    mark: z.string(),
    perCredential: z.record(z.string(), Units),
  }),
  /** Every unit must carry the mark. */
  z.object({ kind: z.literal('every'), ...ruleBase, mark: z.string() }),
]);
export type Rule = z.infer<typeof Rule>;

/** How a body's cycle lies in time: only ever used to propose and to warn. */
export const CycleRule = z.object({
  months: z.int(),
  anchor: z.enum(['exam-passed', 'month-parity', 'anniversary']),
  says: z.string(),
  /** Units of the month in which the cycle ends may go to this or the next cycle. */
  canPlaceLastMonth: z.boolean(),
  /** The renewal is due on the cycle's last day, or on the day after it (an anniversary). */
  dueOn: z.enum(['last-day', 'day-after']),
  /** Submission opens this many months or days before the due day; null: always open or not found. */
  opensBefore: z.object({ months: z.int().optional(), days: z.int().optional() }).nullable(),
  source: Source,
});
export type CycleRule = z.infer<typeof CycleRule>;

/** A body's renewal rules from a day on (null: as far back as we know). */
export const RuleSet = z.object({
  id: z.string(),
  body: z.string(),
  from: z.iso.date().nullable(),
  cycle: CycleRule,
  rules: z.array(Rule),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** A recurring date of the coding year. In its texts `{year}` is the date's year, `{nextYear}` the one after. */
export const CodeSetDate = z.object({
  id: z.string(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  title: z.string(),
  /** Short words for the drawing of the year. */
  label: z.string(),
  weight: z.enum(['takes-effect', 'preparation']),
  /** In the calendar alone: neither drawn on the line of the year nor among the next dates of Today. */
  isMinor: z.boolean(),
  /** `day` is only about right. */
  isApproximate: z.boolean(),
  /** Shown only to users who say that they also code outpatient. */
  needsCpt: z.boolean(),
  says: z.string(),
  source: Source,
});
export type CodeSetDate = z.infer<typeof CodeSetDate>;

/** Something worth knowing of a training program; a column of the comparison. */
export const ProgramFact = z.object({
  id: z.string(),
  group: z.enum(['leads-to', 'cost', 'approval', 'time', 'practice', 'terms']),
  name: z.string(),
  kind: z.enum(['money', 'count', 'yes-no', 'choice', 'credentials', 'text']),
  /** The unit of a count, in one: `hour`, `week`. */
  unit: z.string().optional(),
  /** The least count that makes sense; 0 where it is left out. */
  least: z.int().min(1).optional(),
  choices: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Whether a cost can be part of what is paid for something else. */
  canBeIncluded: z.boolean().optional(),
  /** Why it matters, or where it is found, in one sentence. */
  hint: z.string(),
  /** Asked for when a program is entered; the others can be filled in later. */
  isFirst: z.boolean(),
  source: Source.nullable(),
});
export type ProgramFact = z.infer<typeof ProgramFact>;

export const Reference = z.object({
  bodies: z.array(Body),
  credentials: z.array(Credential),
  marks: z.array(Mark),
  ruleSets: z.array(RuleSet),
  codeSetDates: z.array(CodeSetDate),
  programFacts: z.array(ProgramFact),
});
export type Reference = z.infer<typeof Reference>;
