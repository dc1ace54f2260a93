import { z } from 'zod';
import { ceuCommands } from '../ceu/commands';
import { ownBodyCommands } from '../ceu/own-body-commands';
import { preparationCommands } from '../code-sets/preparation-commands';
import { deadlineCommands } from '../deadlines/commands';
import { examCommands } from '../exams/commands';
import { documentCommands } from '../guide/document-commands';
import { noteCommands } from '../notes/commands';
import { programCommands } from '../programs/commands';
import { cardCommands } from '../study/commands';
import { command } from './command';
import { Id, Instant } from './fields';
import { collections, Settings } from './schema';

export const libraryCommands = [
  command('settings.change', { changes: Settings.partial() }),
  /** Takes a record, and what was deleted with it, out of the trash. */
  command('trash.restore', { collection: z.enum(collections), id: Id }),
  /** Removes for good what was deleted before the instant, and leaves tombstones. */
  command('trash.purge', { before: Instant }),
  /** Takes back the newest change that is not taken back yet; said with no line it finds that itself. */
  command('library.undo', {}),
  command('library.redo', {}),
] as const;

/** Every way in which the library can change. */
export const Command = z.discriminatedUnion('type', [
  ...ceuCommands,
  ...ownBodyCommands,
  ...deadlineCommands,
  ...examCommands,
  ...preparationCommands,
  ...programCommands,
  ...noteCommands,
  ...cardCommands,
  ...documentCommands,
  ...libraryCommands,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
/** What a command is about: the first word of its type. */
export type CommandWord = CommandType extends infer T
  ? T extends `${infer Word}.${string}`
    ? Word
    : never
  : never;
export type CommandAbout<W extends CommandWord> = Extract<Command, { type: `${W}.${string}` }>;
