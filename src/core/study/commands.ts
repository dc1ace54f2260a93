import { z } from 'zod';
import { Id } from '../library/fields';
import { Card } from './schema';

const fields = Card.pick({ front: true, back: true, tags: true });

export const cardCommands = [
  z.strictObject({
    type: z.literal('card.add'),
    ...fields.shape,
    ...Card.pick({ source: true }).shape,
  }),
  z.strictObject({ type: z.literal('card.edit'), id: Id, changes: fields.partial() }),
  z.strictObject({ type: z.literal('card.delete'), id: Id }),
] as const;
