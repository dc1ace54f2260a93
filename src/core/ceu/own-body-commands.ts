import { z } from 'zod';
import { command } from '../library/command';
import { Id } from '../library/fields';
import { OwnBody } from './own-body-schema';

const fields = OwnBody.pick({ name: true, months: true, units: true, note: true });
const name = z.string().min(1).max(40);
const mostCredentials = 20;

export const ownBodyCommands = [
  command('body.add', { ...fields.shape, credentials: z.array(name).min(1).max(mostCredentials) }),
  command('body.edit', {
    id: Id,
    /** The credentials it shall have from now on; a new one has no id yet. */
    changes: fields
      .extend({
        credentials: z
          .array(z.strictObject({ id: Id.nullable(), name }))
          .min(1)
          .max(mostCredentials),
      })
      .partial(),
  }),
  command('body.delete', { id: Id }),
] as const;
