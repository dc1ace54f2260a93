import { readFlags, type Flags } from './flags';

/** The flags, or the end of the program with a sentence on the console. */
export function flagsOrExit(args: readonly string[], workingFolder: string): Flags {
  const read = readFlags(args, workingFolder);
  if (read.ok) return read.flags;
  process.stderr.write(`${read.complaint}\n`);
  // Unlike app.exit, this ends before anything of the program has run.
  process.exit(2);
}
