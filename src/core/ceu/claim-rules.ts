import { ruleSetFor } from '../reference';
import type { ClaimRule, Reference } from '../reference/schema';

export type ClaimRules = ReadonlyMap<ClaimRule['kind'], ClaimRule>;

/**
 * The rules for claims in a cycle of the body that begins on that day, by their kind. One from a later day on is left out. One
 * that does not bind may put a unit in doubt and never leaves it out.
 */
export function claimRulesFor(body: string, cycleStart: string, reference: Reference): ClaimRules {
  const rules = ruleSetFor(body, cycleStart, reference)?.claimRules ?? [];
  return new Map(
    rules
      .filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= cycleStart)
      .map((rule) => [rule.kind, rule]),
  );
}
