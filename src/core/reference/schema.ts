import { z } from 'zod';
import { DateSuggestion, ExamRules } from './exam-schema';
import { ClaimRule, CycleRule, DuesRule, Fee, Known, LateStage, Rule } from './rule-schema';
import { Source } from './source';

export * from './exam-schema';
export * from './rule-schema';
export * from './source';

/** An issuing body. `whereDatesAre` is the sentence that tells a user where it shows cycle dates. */
const bodyFields = {
  id: z.string().min(1).max(40),
  name: z.string().min(1),
  fullName: z.string(),
  whereDatesAre: z.string(),
  earnedOnMeans: z.string(),
  /** Whether it may ask for the certificate of a claim, so that one without is worth a reminder. */
  asksForProof: z.boolean(),
  /** Whether a claim is entered there by the event's index number. */
  asksForIndexNumber: z.boolean(),
  source: Source,
};
const credentialFields = {
  id: z.string().min(1).max(40),
  name: z.string().min(1),
  fullName: z.string(),
  /** Whether it is a hospital inpatient credential; those are offered first. */
  isInpatient: z.boolean(),
  /** Whether it is for outpatient or physician coding alone; absent where no source ties it to a setting. */
  isOutpatient: z.boolean().optional(),
  /** It stands for any of several, which the user names; as many can be held as have names. */
  isNamed: z.boolean().optional(),
  source: Source,
};

/**
 * Sponsors of whom the body does not say whether their events carry a mark. The user is asked once; the answer
 * holds for every claim whose sponsor's name has one of `names` (lower case) in it.
 */
export const SponsorFamily = z.strictObject({
  id: z.string().min(1),
  names: z.array(z.string().min(2)).min(1),
  question: z.string(),
  says: z.string(),
  source: Source,
});
export type SponsorFamily = z.infer<typeof SponsorFamily>;

const markFields = {
  id: z.string().min(1).max(40),
  name: z.string(),
  question: z.string(),
  hint: z.string(),
  families: z.array(SponsorFamily).optional(),
};
const ruleSetFields = {
  id: z.string(),
  /** The first day on which a cycle can begin that falls under it; null: as far back as we know. */
  from: z.iso.date().nullable(),
  cycle: CycleRule,
  rules: z.array(Rule),
  claimRules: z.array(ClaimRule),
  /** Absent where no dues are known. */
  dues: DuesRule.optional(),
  late: z.array(LateStage),
  fees: z.array(Fee),
  known: z.array(Known),
};

/** One file of content/reference/bodies: all that the program knows of a body. */
export const BodyFile = z.strictObject({
  ...bodyFields,
  credentials: z.array(z.strictObject(credentialFields)),
  marks: z.array(z.strictObject(markFields)),
  ruleSets: z.array(z.strictObject(ruleSetFields)),
});
export type BodyFile = z.infer<typeof BodyFile>;

const ofBody = { body: z.string() };

export const Body = z.strictObject(bodyFields);
export type Body = z.infer<typeof Body>;

export const Credential = z.strictObject({ ...credentialFields, ...ofBody });
export type Credential = z.infer<typeof Credential>;

/** A property of a unit that a rule asks for. `question` is what the user is asked about a claim. */
export const Mark = z.strictObject({ ...markFields, ...ofBody });
export type Mark = z.infer<typeof Mark>;

/** A body's renewal rules from a day on. */
export const RuleSet = z.strictObject({ ...ruleSetFields, ...ofBody });
export type RuleSet = z.infer<typeof RuleSet>;

/** What is known of a date of the coding year in one year: its day is no longer expected. */
const KnownYear = z.strictObject({
  year: z.int().min(2000).max(2100),
  date: z.iso.date(),
  /** What there is to say of that year. */
  says: z.string().min(1).optional(),
  source: Source,
});
export type KnownYear = z.infer<typeof KnownYear>;

/** A recurring date of the coding year. In its texts `{year}` is the date's year, `{nextYear}` the one after. */
export const CodeSetDate = z.object({
  id: z.string(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  title: z.string(),
  /** Its title in a year of which the day is known, where `title` says that it is expected. */
  titleOnceKnown: z.string().optional(),
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
  /** The years of which the day is known; in the others it is expected by `month` and `day`. */
  known: z.array(KnownYear).optional(),
});
export type CodeSetDate = z.infer<typeof CodeSetDate>;

/** Something worth knowing of a training program; a column of the comparison. */
export const ProgramFact = z.object({
  id: z.string(),
  group: z.enum(['leads-to', 'cost', 'approval', 'time', 'practice', 'terms']),
  name: z.string(),
  kind: z.enum(['money', 'count', 'yes-no', 'choice', 'credentials', 'day', 'text']),
  /** The unit of a count, in one: `hour`, `week`. */
  unit: z.string().optional(),
  /** The least count that makes sense; 0 where it is left out. */
  least: z.int().min(1).optional(),
  choices: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Whether a cost can be part of what is paid for something else. */
  canBeIncluded: z.boolean().optional(),
  /** Of a day: how it stands in the calendar after the program's name, and the days before it on which it comes up. */
  deadline: z.object({ title: z.string(), leads: z.array(z.int()) }).optional(),
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
  exams: z.array(ExamRules),
  dateSuggestions: z.array(DateSuggestion),
});
export type Reference = z.infer<typeof Reference>;
