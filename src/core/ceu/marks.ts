import type { Mark, Reference } from '../reference/schema';
import { ruleSetFor } from '../reference';
import type { Day } from '../library/fields';

/** The marks that a body's rules ask about, for the credentials held there on a day. */
export function marksAsked(
  body: string,
  credentials: readonly string[],
  day: Day,
  reference: Reference,
): Mark[] {
  const asked = new Set<string>();
  for (const rule of ruleSetFor(body, day, reference)?.rules ?? []) {
    if (rule.kind === 'share' || rule.kind === 'every') asked.add(rule.mark);
    if (rule.kind === 'minimum' && credentials.some((id) => id in rule.perCredential)) {
      asked.add(rule.mark);
    }
  }
  return reference.marks.filter(({ id }) => asked.has(id));
}
