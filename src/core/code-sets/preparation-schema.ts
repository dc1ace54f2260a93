import { z } from 'zod';
import { Day, RecordBase } from '../library/fields';

export const PreparationState = z.enum(['open', 'done', 'not-relevant']);
export type PreparationState = z.infer<typeof PreparationState>;

/**
 * One task of the preparation for a code-set date, such as `october:2027`. One of the plan's own has its id in
 * `task` and no title, and the record's id is `preparation:<release>:<task>`; one of the user's has a title and
 * no task.
 */
export const Preparation = RecordBase.extend({
  release: z.string().min(1).max(40),
  task: z.string().min(1).max(40).nullable(),
  title: z.string().max(200),
  state: PreparationState,
  doneOn: Day.nullable(),
});
export type Preparation = z.infer<typeof Preparation>;
