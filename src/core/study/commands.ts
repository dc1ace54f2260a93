import { command } from '../library/command';
import { Id } from '../library/fields';
import { Card } from './schema';

const fields = Card.pick({ front: true, back: true, tags: true });

export const cardCommands = [
  command('card.add', { ...fields.shape, ...Card.pick({ source: true }).shape }),
  command('card.edit', { id: Id, changes: fields.partial() }),
  command('card.delete', { id: Id }),
] as const;
