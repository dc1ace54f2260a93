import { z } from 'zod';
import { Command } from './commands';
import { Instant } from './fields';

/** One step of a patch, as immer makes it: the path is collection, id, field. */
export const Patch = z.object({
  op: z.enum(['add', 'remove', 'replace']),
  path: z.array(z.union([z.string(), z.number()])).min(1),
  value: z.unknown().optional(),
});
export type Patch = z.infer<typeof Patch>;

/** Something that only grows and so is not state; folded into history/<kind>-<yyyy-mm>.jsonl. */
export const HistoryEntry = z.object({
  kind: z.enum(['claims']),
  at: Instant,
  entry: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/**
 * One answered command. A line whose command is an undo or a redo names in `undoes` the line whose inverse
 * it applied, and in `of` the command that this goes back to, so that it can be said in words.
 */
export const JournalLine = z.object({
  seq: z.int().min(1),
  at: Instant,
  v: z.int(),
  command: Command,
  patches: z.array(Patch),
  inverse: z.array(Patch),
  history: z.array(HistoryEntry).optional(),
  undoes: z.int().optional(),
  of: Command.optional(),
});
export type JournalLine = z.infer<typeof JournalLine>;
