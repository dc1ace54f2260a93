import { z } from 'zod';
import { Day, Id, Note, RecordBase } from '../library/fields';
import { mostCents } from './money';
import { factId, mostCount } from './ids';

export const Cents = z.int().min(0).max(mostCents);
export type Cents = z.infer<typeof Cents>;

/** A training program that the user weighs. What is known of it are facts, each a record of its own. */
export const Program = RecordBase.extend({
  name: z.string().min(1).max(200),
  provider: z.string().max(200),
  note: Note,
});
export type Program = z.infer<typeof Program>;

/** What a fact says, in the form that its kind in the reference data asks for. */
export const FactValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('money'), cents: Cents }),
  /** Part of what is paid for something else, so it costs nothing more. */
  z.strictObject({ kind: z.literal('included') }),
  /** Whole weeks, hours or cases, as the fact's unit says. */
  z.strictObject({ kind: z.literal('count'), count: z.int().min(0).max(mostCount) }),
  z.strictObject({ kind: z.literal('yes-no'), isSo: z.boolean() }),
  z.strictObject({ kind: z.literal('choice'), choice: z.string().min(1).max(40) }),
  /** Credential ids of the reference data. */
  z.strictObject({
    kind: z.literal('credentials'),
    credentials: z.array(z.string().min(1).max(40)).min(1).max(20),
  }),
  z.strictObject({ kind: z.literal('day'), day: Day }),
  z.strictObject({ kind: z.literal('text'), text: z.string().min(1).max(2000) }),
]);
export type FactValue = z.infer<typeof FactValue>;

/**
 * One fact of one program, with the source and the day on which it was said. `value` null: looked for and not
 * found. A fact that has no record was not looked for yet. Its id is `fact:<program>:<fact>`, so that two
 * machines mean one record.
 */
export const Fact = RecordBase.extend({
  programId: Id,
  fact: z.string().min(1).max(40),
  value: FactValue.nullable(),
  /** Where it was found, as the user writes it: an address, a contract, a call. */
  source: z.string().max(500),
  asOf: Day.nullable(),
  note: Note,
});
export type Fact = z.infer<typeof Fact>;

export { factId, mostCount };
