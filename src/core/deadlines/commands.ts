import { z } from 'zod';
import { Day, Id } from '../library/fields';
import { Adjustment, Leads, Occurrence, OwnDeadline } from './schema';

const fields = OwnDeadline.pick({ title: true, date: true, note: true, leads: true });
const repeat = OwnDeadline.pick({ repeat: true }).partial().shape;
const deadline = Adjustment.shape.deadline;

export const deadlineCommands = [
  z.strictObject({ type: z.literal('deadline.add'), ...fields.shape, ...repeat }),
  z.strictObject({
    type: z.literal('deadline.edit'),
    id: Id,
    changes: fields.partial().extend(repeat),
  }),
  z.strictObject({ type: z.literal('deadline.delete'), id: Id }),
  /** Records what was granted or confirmed, so that a date that follows from something else moves. */
  z.strictObject({
    type: z.literal('adjustment.move'),
    deadline,
    date: Day,
    why: Adjustment.shape.why.unwrap(),
    standard: Day,
    note: Adjustment.shape.note,
  }),
  /** Goes back to the day as it is reckoned. */
  z.strictObject({ type: z.literal('adjustment.clear'), deadline }),
  /** On which days it comes up; null: as its kind does. */
  z.strictObject({ type: z.literal('adjustment.remind'), deadline, leads: Leads.nullable() }),
  z.strictObject({
    type: z.literal('occurrence.mark'),
    ...Occurrence.pick({ deadline: true, lead: true, state: true, until: true }).shape,
    due: Day,
  }),
  /** Takes back what was done to an occurrence: it is listed again. */
  z.strictObject({ type: z.literal('occurrence.clear'), id: Id }),
] as const;
