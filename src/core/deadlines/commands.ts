import { z } from 'zod';
import { Day, Id } from '../library/fields';
import { Occurrence, OwnDeadline } from './schema';

const fields = OwnDeadline.pick({ title: true, date: true, note: true, leads: true });

export const deadlineCommands = [
  z.strictObject({ type: z.literal('deadline.add'), ...fields.shape }),
  z.strictObject({ type: z.literal('deadline.edit'), id: Id, changes: fields.partial() }),
  z.strictObject({ type: z.literal('deadline.delete'), id: Id }),
  z.strictObject({
    type: z.literal('occurrence.mark'),
    ...Occurrence.pick({ deadline: true, lead: true, state: true, until: true }).shape,
    due: Day,
  }),
  /** Takes back what was done to an occurrence: it is listed again. */
  z.strictObject({ type: z.literal('occurrence.clear'), id: Id }),
] as const;
