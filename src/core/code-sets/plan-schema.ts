import { z } from 'zod';
import { Source } from '../reference/source';

const PlanOf = z.enum(['october', 'april']);
/** Which of the two code-set dates of a year a plan prepares for. */
export type PlanOf = z.infer<typeof PlanOf>;

/** Where a task is done. */
const Leads = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('page'), name: z.string(), source: Source }),
  z.strictObject({ to: z.literal('study'), name: z.string() }),
  /** An activity with this title is proposed. */
  z.strictObject({ to: z.literal('ceu'), name: z.string(), activity: z.string() }),
]);
export type Leads = z.infer<typeof Leads>;

/**
 * content/reference/preparation.json. In its texts `{year}` is the year of the date, `{nextYear}` the one after,
 * and `{name}` how the plan calls the release.
 */
export const PreparationFile = z.strictObject({
  plans: z.array(
    z.strictObject({
      date: PlanOf,
      /** The code-set date with which it starts, in the year that lies so many before its own. */
      startsWith: z.string(),
      yearsBefore: z.int().min(0).max(1),
      name: z.string(),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      id: z.string().min(1).max(40),
      title: z.string(),
      /** In one or two sentences. */
      why: z.strictObject({ october: z.string(), april: z.string() }),
      leads: Leads,
    }),
  ),
});
export type PreparationFile = z.infer<typeof PreparationFile>;
