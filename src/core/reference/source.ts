import { z } from 'zod';

/** How far a fact can be trusted; shown beside it. */
export const Confidence = z.enum([
  'official',
  'official-old',
  'secondary',
  'inferred',
  'not-found',
  /** The user's own word, of a body that the program does not know. */
  'own',
]);
export type Confidence = z.infer<typeof Confidence>;

/** Where a rule or figure comes from and when it was last looked at. */
export const Source = z.strictObject({
  title: z.string().min(1),
  url: z.url().nullable(),
  checkedOn: z.iso.date(),
  confidence: Confidence,
  /** What the source said, or what could not be found, in our own words. */
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;
