import { z } from 'zod';

/** The schema of one command: its type, its own fields, and no others. */
export const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

type CommandSchema = z.ZodType<{ type: string }> & { shape: { type: { value: string } } };

/** A command of one of the lists of which the library's commands are made. */
export type OneOf<L extends readonly CommandSchema[]> = z.infer<L[number]>;

/** Whether a command is one of a list. */
export function isOneOf<L extends readonly CommandSchema[], C extends { type: string }>(
  list: L,
  one: C,
): one is Extract<C, OneOf<L>> {
  return list.some(({ shape }) => shape.type.value === one.type);
}
