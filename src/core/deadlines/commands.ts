import { command } from '../library/command';
import { Day, Id } from '../library/fields';
import { Adjustment, Leads, Occurrence, OwnDeadline } from './schema';

const fields = OwnDeadline.pick({ title: true, date: true, note: true, leads: true });
const repeat = OwnDeadline.pick({ repeat: true }).partial().shape;
const deadline = Adjustment.shape.deadline;

export const deadlineCommands = [
  command('deadline.add', { ...fields.shape, ...repeat }),
  command('deadline.edit', { id: Id, changes: fields.partial().extend(repeat) }),
  command('deadline.delete', { id: Id }),
  /** Records what was granted or confirmed, so that a date that follows from something else moves. */
  command('adjustment.move', {
    deadline,
    date: Day,
    why: Adjustment.shape.why.unwrap(),
    standard: Day,
    note: Adjustment.shape.note,
  }),
  /** Goes back to the day as it is reckoned. */
  command('adjustment.clear', { deadline }),
  /** On which days it comes up; null: as its kind does. */
  command('adjustment.remind', { deadline, leads: Leads.nullable() }),
  command('occurrence.mark', {
    ...Occurrence.pick({ deadline: true, lead: true, state: true, until: true }).shape,
    due: Day,
  }),
  /** Takes back what was done to an occurrence: it is listed again. */
  command('occurrence.clear', { id: Id }),
] as const;
