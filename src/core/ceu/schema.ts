import { z } from 'zod';
import { Day, Id, Note, RecordBase, Units } from '../library/fields';
import { Cents } from '../programs/schema';

/** A body's id in the reference data. */
export const BodyId = z.string().min(1).max(40);

/**
 * The user's own credential. `earnedOn` is the day the exam was passed, null while unknown; `endedOn` the last
 * day on which it was held, null while it is. `name` is the user's own for one of those that the reference data does
 * not name; empty for the others.
 */
export const Holding = RecordBase.extend({
  credential: z.string().min(1).max(40),
  name: z.string().max(60),
  body: BodyId,
  earnedOn: Day.nullable(),
  endedOn: Day.nullable(),
  note: Note,
});
export type Holding = z.infer<typeof Holding>;

/**
 * What is known of a unit, by mark id of the reference data, such as `topic-auditing`: true, false, or absent
 * for unknown.
 */
export const Marks = z.record(z.string().min(1).max(40), z.boolean());
export type Marks = z.infer<typeof Marks>;

/**
 * One period of one body's ledger, from the first to the last day on which a unit counts. Dates are the
 * user's own: rules only propose them. The opening balance holds units counted before the user started
 * here; of it, `openingMarked` says how many are known to carry a mark (absent: unknown).
 */
export const Cycle = RecordBase.extend({
  body: BodyId,
  start: Day,
  end: Day,
  openingUnits: Units,
  openingMarked: z.record(z.string().min(1).max(40), Units),
  note: Note,
  /** The day on which the user said that nothing more is put into it; null while it is open. */
  closedOn: Day.nullable(),
});
export type Cycle = z.infer<typeof Cycle>;

/** Why a figure is the user's own: as the body shows it, a pro-rated cycle, or a leave that the body granted. */
export const OverrideReason = z.enum(['own', 'proration', 'leave']);
export type OverrideReason = z.infer<typeof OverrideReason>;

/**
 * The user's own word on a rule in one cycle; the standard rule stays visible beside it. A figure (`units`), or
 * the choice whether the rule `applies` where no source says; exactly one of the two is not null.
 */
export const Override = RecordBase.extend({
  cycleId: Id,
  rule: z.string().min(1).max(80),
  units: Units.nullable(),
  applies: z.boolean().nullable(),
  reason: OverrideReason,
  /** The standard figure that the user saw; null where there was none, or it was not kept. */
  standardUnits: Units.nullable(),
  note: Note,
});
export type Override = z.infer<typeof Override>;

/** Something learned, once. `hours` are hundredths of an hour; `cost` is what was paid for it, null if not known. */
export const Activity = RecordBase.extend({
  title: z.string().min(1).max(300),
  completedOn: Day,
  hours: Units,
  sponsor: z.string().max(200),
  indexNumber: z.string().max(60),
  cost: Cents.nullable(),
  note: Note,
});
export type Activity = z.infer<typeof Activity>;

/** planned: not yet done; earned: done; reported: entered at the body; accepted or rejected: its answer. */
export const ClaimState = z.enum(['planned', 'earned', 'reported', 'accepted', 'rejected']);
export type ClaimState = z.infer<typeof ClaimState>;

/** An activity put to one body. `cycleId` null lets the date decide; `holdings` empty means all of that body. */
export const Claim = RecordBase.extend({
  activityId: Id,
  body: BodyId,
  units: Units,
  state: ClaimState,
  marks: Marks,
  holdings: z.array(Id).max(20),
  cycleId: Id.nullable(),
  /** The day on which it was entered at the body; null while it was not, or nobody said when. */
  reportedOn: Day.nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** A certificate or other file. Its id is `evidence:<sha256>`, so two machines agree on it. */
export const Evidence = RecordBase.extend({
  activityId: Id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  bytes: z.int().min(0),
  kind: z.enum(['pdf', 'png', 'jpeg', 'txt']),
});
export type Evidence = z.infer<typeof Evidence>;
