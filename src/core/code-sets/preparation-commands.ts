import { z } from 'zod';
import { command } from '../library/command';
import { Id } from '../library/fields';
import { Preparation, PreparationState } from './preparation-schema';

const { release, task, title } = Preparation.shape;

export const preparationCommands = [
  /** A task of the user's own. */
  command('preparation.add', { release, title }),
  /** Of a task of the plan's own. */
  command('preparation.answer', { release, task: task.unwrap(), state: PreparationState }),
  command('preparation.edit', {
    id: Id,
    changes: z.object({ title, state: PreparationState }).partial(),
  }),
  command('preparation.delete', { id: Id }),
] as const;
