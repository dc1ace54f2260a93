import { z } from 'zod';
import { Id, Note, RecordBase, Units } from '../library/fields';

/** A body that the program does not know, as the user describes it. */
export const OwnBody = RecordBase.extend({
  name: z.string().min(1).max(40),
  /** Names of its credentials by their ids. */
  credentials: z.record(Id, z.string().min(1).max(40)),
  /** The length of its cycle. */
  months: z.int().min(1).max(120),
  /** What a cycle has to reach; null: not known. */
  units: Units.nullable(),
  /** Where its rules stand, in the user's words. */
  note: Note,
});
export type OwnBody = z.infer<typeof OwnBody>;
