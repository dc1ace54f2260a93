import { z } from 'zod';
import { Id } from '../library/fields';
import { Exam } from './schema';

const fields = Exam.omit({
  id: true,
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
  datedAt: true,
});

export const examCommands = [
  z.strictObject({ type: z.literal('exam.add'), ...fields.shape }),
  z.strictObject({
    type: z.literal('exam.edit'),
    id: Id,
    changes: fields.omit({ credential: true }).partial(),
  }),
  z.strictObject({ type: z.literal('exam.delete'), id: Id }),
] as const;
