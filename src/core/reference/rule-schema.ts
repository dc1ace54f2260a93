import { z } from 'zod';
import { Source } from './source';

const Units = z.int().min(0);
const Cents = z.int().min(0);

const stated = {
  id: z.string().min(1),
  title: z.string().min(1),
  /** One sentence that says the rule. */
  says: z.string().min(1),
  /** For cycles that began before this day it could not be found how the rule applies; null: not known since when. */
  effectiveFrom: z.iso.date().nullable(),
  source: Source,
};

const ruleBase = {
  ...stated,
  /** False when an old or missing page alone supports it: then it is a check to make and never finds against the user. */
  isBinding: z.boolean(),
};

/** What a cycle has to reach. Units are hundredths. */
export const Rule = z.discriminatedUnion('kind', [
  /** The highest base among the holdings, plus `extra` for each further one, up to `cap`. */
  z.strictObject({
    kind: z.literal('total-highest-plus'),
    ...ruleBase,
    base: z.record(z.string(), Units),
    extra: Units,
    cap: Units,
    /** A credential that replaces another, which then no longer counts. */
    replaces: z.record(z.string(), z.string()),
  }),
  /** By the number of credentials; the last figure holds for all beyond. */
  z.strictObject({ kind: z.literal('total-by-count'), ...ruleBase, ladder: z.array(Units).min(1) }),
  z.strictObject({ kind: z.literal('total-fixed'), ...ruleBase, units: Units }),
  /** A share of the total, in percent, must carry the mark. `ofEarned`: of what is earned, not of what is required. */
  z.strictObject({
    kind: z.literal('share'),
    ...ruleBase,
    mark: z.string(),
    percent: z.int().min(1).max(100),
    ofEarned: z.boolean(),
  }),
  /** Units with the mark, asked for while a credential is held. */
  z.strictObject({
    kind: z.literal('minimum'),
    ...ruleBase,
    mark: z.string(),
    perCredential: z.record(z.string(), Units),
  }),
  /** Every unit must carry the mark. */
  z.strictObject({ kind: z.literal('every'), ...ruleBase, mark: z.string() }),
]);
export type Rule = z.infer<typeof Rule>;

/** What decides of one claim whether and where it counts. */
export const ClaimRule = z.discriminatedUnion('kind', [
  /** Nothing completed before the earliest credential counts. */
  z.strictObject({ kind: z.literal('not-before-holding'), ...ruleBase }),
  /** The same course counts once: told by its index number, or by its title where there is none. */
  z.strictObject({ kind: z.literal('once-per-course'), ...ruleBase }),
  /** A unit is not used again for another credential of the body. */
  z.strictObject({ kind: z.literal('one-credential'), ...ruleBase }),
  /** A unit counts for one minimum and for the total at once, not for two minimums. */
  z.strictObject({ kind: z.literal('one-topic'), ...ruleBase }),
  /** How hours become units where the user chooses so; by default units are as typed. */
  z.strictObject({
    kind: z.literal('hours-to-units'),
    ...ruleBase,
    minutesPerUnit: z.int().min(1),
    leastRemainder: z.int().min(0),
  }),
]);
export type ClaimRule = z.infer<typeof ClaimRule>;

/** How a body's cycle lies in time: only ever used to propose and to warn. */
export const CycleRule = z.strictObject({
  months: z.int().min(1),
  /** `unknown`: only its length is known, so that any first day is as good as another. */
  anchor: z.enum(['exam-passed', 'month-parity', 'anniversary', 'unknown']),
  says: z.string(),
  /** Units of the month in which the cycle ends may go to this or the next cycle. */
  canPlaceLastMonth: z.boolean(),
  /** The renewal is due on the cycle's last day, or on the day after it (an anniversary). */
  dueOn: z.enum(['last-day', 'day-after']),
  /** Submission opens this many months or days before the due day; null: always open or not found. */
  opensBefore: z.strictObject({ months: z.int().optional(), days: z.int().optional() }).nullable(),
  source: Source,
});
export type CycleRule = z.infer<typeof CycleRule>;

/**
 * Dues that a body asks for each year. Their day is taken from the cycle's end, in each year; `leads` are the days
 * before and after it on which they come up.
 */
export const DuesRule = z.strictObject({
  ...stated,
  day: z.literal('of-cycle-end'),
  /** No source names the day of the month: it is our reading, and the user may record another. */
  isDayInferred: z.boolean(),
  /** Where the body shows the day to its members. */
  whereDayIs: z.string().min(1),
  leads: z.array(z.int().min(-400).max(400)).min(1).max(12),
});
export type DuesRule = z.infer<typeof DuesRule>;

/** A length of time counted from the day on which the renewal was due. */
const Span = z.strictObject({ days: z.int().optional(), years: z.int().optional() });
export type Span = z.infer<typeof Span>;

/** What a body says of the time after a cycle that was not completed. Shown, never acted on. */
export const LateStage = z.strictObject({
  ...stated,
  /** Null where the day from which it runs was not found. */
  from: Span.nullable(),
  until: Span.nullable(),
  /** What is asked for then, beyond dues and units; null if nothing is named. */
  cents: Cents.nullable(),
});
export type LateStage = z.infer<typeof LateStage>;

/** What the body asks in money. */
export const Fee = z.strictObject({
  ...stated,
  /** `if-needed` is in no sum. */
  per: z.enum(['cycle', 'further-credential', 'year', 'if-needed']),
  /** Null where it was not found. */
  cents: Cents.nullable(),
  /** What members pay, where that is another amount; null: not found, or the same. */
  memberCents: Cents.nullable(),
});
export type Fee = z.infer<typeof Fee>;

/** What is worth knowing beside the rules, or what could not be found; `figures` are the numbers in it. */
export const Known = z.strictObject({
  ...stated,
  figures: z.record(z.string(), z.union([z.number(), z.array(z.number())])),
});
export type Known = z.infer<typeof Known>;
