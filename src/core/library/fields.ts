import { z } from 'zod';
import { isDay } from '../dates';
import { mostUnits } from '../units';
import { longestNote } from './limits';

/**
 * A UUID v4, or a name two machines agree on, such as `evidence:<sha256>`. Names that every object has
 * (`__proto__`, `constructor`) are refused: looking one up in a map of records would find no record.
 */
export const Id = z
  .string()
  .min(1)
  .max(120)
  .refine((id) => !(id in Object.prototype), 'not an id');
export type Id = string;

/** `YYYY-MM-DD`, a real day, never an instant. */
export const Day = z.string().refine(isDay, 'not a calendar day');
export type Day = string;

/** `HH:MM` on a wall clock, whatever the zone. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type WallTime = string;

/** An instant in UTC, ISO 8601 with milliseconds. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
export type Instant = string;

/** CEUs or hours in whole hundredths. */
export const Units = z.int().min(0).max(mostUnits);
export type Units = number;

export const Note = z.string().max(longestNote);

/** What every record carries. `deletedAt` is there only while the record lies in the trash. */
export const RecordBase = z.object({
  id: Id,
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: Instant.optional(),
});
export type RecordBase = z.infer<typeof RecordBase>;
