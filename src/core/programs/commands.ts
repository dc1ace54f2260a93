import { z } from 'zod';
import { command } from '../library/command';
import { Id } from '../library/fields';
import { Fact, Program } from './schema';

const programFields = Program.pick({ name: true, provider: true, note: true });
const factFields = Fact.pick({ fact: true, value: true, source: true, asOf: true, note: true });

export const FactDraft = factFields;
export type FactDraft = z.infer<typeof FactDraft>;

export const programCommands = [
  command('program.add', { ...programFields.shape, facts: z.array(FactDraft).max(60) }),
  command('program.edit', { id: Id, changes: programFields.partial() }),
  /** Its facts go into the trash with it, and come back with it. */
  command('program.delete', { id: Id }),
  /** One fact for a name in a program: set again, it changes the one that is there. */
  command('fact.set', { programId: Id, ...factFields.shape }),
  command('fact.clear', { id: Id }),
] as const;
