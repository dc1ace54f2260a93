import type { Command } from '../../../src/core/library/commands';

/** Whether a command may make most records go. Any other that does so is a bug, and is refused. */
export function mayDrop({ type }: Command): boolean {
  return /\.(delete|purge|undo|redo|detach|clear)$/.test(type);
}

/** Whether going from so many records to so many looks like an accident. */
export function dropsMost(before: number, after: number): boolean {
  return before >= 10 && after < before / 2;
}
