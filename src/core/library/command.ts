import { z } from 'zod';

/** The schema of one command: its type, its own fields, and no others. */
export const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** A command of one of the lists of which the library's commands are made. */
export type OneOf<L extends readonly z.ZodType[]> = z.infer<L[number]>;
