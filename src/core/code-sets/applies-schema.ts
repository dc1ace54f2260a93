import { z } from 'zod';
import { Source } from '../reference/source';

const Day = z.iso.date();

/** content/reference/code-set-versions.json: what is known of the sets that held, and of those to come. */
export const VersionsFile = z.strictObject({
  /** The first day of ICD-10. */
  first: z.strictObject({ from: Day, says: z.string(), source: Source }),
  /** That a set holds from October 1 to September 30, by the day of discharge. */
  rule: z.strictObject({ source: Source }),
  /** The newest fiscal year whose files were out when this was checked. */
  newest: z.strictObject({ fiscalYear: z.int(), source: Source }),
  april: z.strictObject({
    fromYear: z.int(),
    source: Source,
    known: z.array(z.strictObject({ year: z.int(), says: z.string(), source: Source })),
  }),
  groupers: z.array(
    z.strictObject({
      version: z.string(),
      from: Day,
      to: Day,
      /** Not announced when this was checked. */
      isExpected: z.boolean(),
      source: Source,
    }),
  ),
});
export type VersionsFile = z.infer<typeof VersionsFile>;
