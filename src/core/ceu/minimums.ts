import type { Reference, Rule } from '../reference/schema';
import { holdingKey, holdingName } from './holdings';
import type { Holding } from './schema';

export type Minimum = Extract<Rule, { kind: 'minimum' }>;

/** A minimum with the holdings on account of which it is asked. */
export interface AskedMinimum {
  rule: Minimum;
  asking: Holding[];
}

/**
 * The minimums that a rule asks for these holdings; none where it is about none of them. It is one for all of them, but
 * for each of several that the user named (other specialties) one of its own, whose id ends with the holding's.
 */
export function minimumsOf(
  rule: Minimum,
  holdings: readonly Holding[],
  reference: Reference,
): AskedMinimum[] {
  const asking = holdings.filter(({ credential }) => rule.perCredential[credential] !== undefined);
  const byName = new Map<string, Holding[]>();
  for (const one of asking) {
    const key = holdingKey(one);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const isNamed = asking.some(({ name }) => name !== '');
  if (byName.size < 2 || !isNamed) return asking.length === 0 ? [] : [{ rule, asking }];
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const title = `Units for ${holdingName(first, reference)}`;
    return [{ rule: { ...rule, id: `${rule.id}:${first.id}`, title }, asking: same }];
  });
}

/** Whether a rule of a standing is this one of the reference data, or one of those made of it. */
export function isMadeOf(id: string, rule: Pick<Rule, 'id'>): boolean {
  return id === rule.id || id.startsWith(`${rule.id}:`);
}
