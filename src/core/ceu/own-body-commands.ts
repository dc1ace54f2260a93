import { z } from 'zod';
import { Id } from '../library/fields';
import { OwnBody } from './own-body-schema';

const fields = OwnBody.pick({ name: true, months: true, units: true, note: true });
/** The names of its credentials; one that is named again keeps its id. */
const credentials = z.array(z.string().min(1).max(40)).min(1).max(20);

export const ownBodyCommands = [
  z.strictObject({ type: z.literal('body.add'), ...fields.shape, credentials }),
  z.strictObject({
    type: z.literal('body.edit'),
    id: Id,
    changes: fields.extend({ credentials }).partial(),
  }),
  z.strictObject({ type: z.literal('body.delete'), id: Id }),
] as const;
