import { z } from 'zod';
import { Id } from '../library/fields';
import { Preparation, PreparationState } from './preparation-schema';

const { release, task, title } = Preparation.shape;

export const preparationCommands = [
  /** A task of the user's own. */
  z.strictObject({ type: z.literal('preparation.add'), release, title }),
  /** Of a task of the plan's own. */
  z.strictObject({
    type: z.literal('preparation.answer'),
    release,
    task: task.unwrap(),
    state: PreparationState,
  }),
  z.strictObject({
    type: z.literal('preparation.edit'),
    id: Id,
    changes: z.object({ title, state: PreparationState }).partial(),
  }),
  z.strictObject({ type: z.literal('preparation.delete'), id: Id }),
] as const;
