import { command } from '../library/command';
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
  command('exam.add', { ...fields.shape }),
  command('exam.edit', { id: Id, changes: fields.omit({ credential: true }).partial() }),
  command('exam.delete', { id: Id }),
] as const;
