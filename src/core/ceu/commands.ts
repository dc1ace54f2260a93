import { z } from 'zod';
import { command } from '../library/command';
import { Day, Id, Note, Units } from '../library/fields';
import { importedFields, ImportMapping, MappingId, mostRows, RowId } from './import/schema';
import {
  Activity,
  BodyId,
  ClaimState,
  Cycle,
  Evidence,
  Holding,
  Marks,
  OverrideReason,
} from './schema';

const holdingFields = Holding.pick({ credential: true, name: true, earnedOn: true, note: true });
const cycleFields = Cycle.pick({
  start: true,
  end: true,
  openingUnits: true,
  openingMarked: true,
  note: true,
});
const activityFields = Activity.pick({
  title: true,
  completedOn: true,
  hours: true,
  sponsor: true,
  indexNumber: true,
  cost: true,
  note: true,
});

/** Of the records that are changed at once. */
const Ids = z.array(Id).min(1).max(20_000);

/** What is put to one body; at most one draft for each body. */
export const ClaimDraft = z.object({
  body: BodyId,
  units: Units,
  state: ClaimState,
  marks: Marks,
  holdings: z.array(Id).max(20),
  cycleId: Id.nullable(),
});
export type ClaimDraft = z.infer<typeof ClaimDraft>;

/** Of credentials, their cycles, and what the user says of a rule. */
export const credentialCommands = [
  command('holding.add', {
    ...holdingFields.partial({ name: true }).shape,
    cycle: cycleFields.nullable(),
  }),
  command('holding.edit', {
    id: Id,
    changes: Holding.pick({ name: true, earnedOn: true, endedOn: true, note: true }).partial(),
  }),
  command('holding.delete', { id: Id }),
  command('cycle.add', { body: BodyId, ...cycleFields.shape }),
  command('cycle.edit', { id: Id, changes: cycleFields.partial() }),
  command('cycle.delete', { id: Id }),
  /** Says that nothing more is put into a cycle; the one that follows is entered with it, unless it is there. */
  command('cycle.close', { id: Id, on: Day, next: cycleFields.nullable() }),
  command('cycle.reopen', { id: Id }),
  command('override.set', {
    cycleId: Id,
    rule: z.string().min(1).max(80),
    units: Units,
    note: Note,
    /** Left out: the user's own figure. */
    reason: OverrideReason.optional(),
    /** The standard figure shown beside it, so that a later change of it can be told. */
    standardUnits: Units.nullable().optional(),
  }),
  /** Whether a rule applies to a cycle for which no source says so. */
  command('override.choose', {
    cycleId: Id,
    rule: z.string().min(1).max(80),
    applies: z.boolean(),
    note: Note,
    standardUnits: Units.nullable().optional(),
  }),
  command('override.clear', { id: Id }),
] as const;

/** Of one activity. */
export const activityCommands = [
  command('activity.log', {
    ...activityFields.partial({ cost: true }).shape,
    claims: z.array(ClaimDraft).max(10),
  }),
  command('activity.edit', {
    id: Id,
    changes: activityFields.partial(),
    /** The claims the activity shall have from now on; absent leaves them as they are. */
    claims: z.array(ClaimDraft).max(10).optional(),
  }),
  /** Words at the end of the note, whatever it is by then. */
  command('activity.add-to-note', { id: Id, text: Note }),
  command('activity.delete', { id: Id }),
  command('evidence.attach', {
    activityId: Id,
    ...Evidence.pick({ sha256: true, name: true, bytes: true, kind: true }).shape,
  }),
  command('evidence.detach', { id: Id }),
] as const;

/** Of many activities or claims at once: each is one change, and one undo takes it back. */
export const manyCommands = [
  command('activities.edit', { ids: Ids, changes: activityFields.pick({ sponsor: true }) }),
  command('activities.delete', { ids: Ids }),
  /** Rows of a table as one step; what is there already stays as it is. */
  command('activities.import', {
    rows: z
      .array(z.object({ id: RowId, ...importedFields.shape, claims: z.array(ClaimDraft).max(10) }))
      .max(mostRows),
    /** Claims for activities that are there; what is claimed there already stays as it is. */
    claims: z
      .array(ClaimDraft.extend({ activityId: Id }))
      .max(mostRows)
      .optional(),
    /** How the table was read, to be remembered. */
    mapping: ImportMapping.omit({ createdAt: true, updatedAt: true, deletedAt: true })
      .extend({ id: MappingId })
      .nullable(),
  }),
  command('claim.report', { id: Id, on: Day }),
  command('claims.edit', {
    ids: Ids,
    state: ClaimState.optional(),
    /** By mark: yes, no, or null for not answered. Marks that are not named stay as they are. */
    marks: z.record(z.string().min(1).max(40), z.boolean().nullable()).optional(),
    /** The credentials for which they count, where a unit counts for one of several. */
    holdings: z.array(Id).max(20).optional(),
  }),
] as const;

/**
 * The commands of the CEU subject. Schemas say what is well formed; what is right (dates in order, one
 * claim a body, nothing earned before the credential) is said by the rules in the apply files, as a problem.
 */
export const ceuCommands = [...credentialCommands, ...activityCommands, ...manyCommands] as const;
