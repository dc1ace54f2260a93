import type { Reference, Rule } from '../reference/schema';
import { holdingKey, holdingName } from './holdings';
import type { Holding } from './schema';
import type { RuleStanding } from './standing';

export type Minimum = Extract<Rule, { kind: 'minimum' }>;

/** A minimum with the holdings on account of which it is asked. */
export interface AskedMinimum {
  rule: Minimum;
  asking: Holding[];
  /** The rule ids under which the user's own figure for it may be kept; the first that is there holds. */
  figures: string[];
}

/**
 * The minimums that a rule asks for these holdings; none where it is about none of them. It is one for all of them, but
 * for each of several that the user named (other specialties) one of its own, whose id ends with the holding's. The
 * user's figure stays with the holding that was entered first when there come to be several, and with the one that is left.
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
  const idOf = ({ id }: Holding) => `${rule.id}:${id}`;
  if (byName.size < 2 || !isNamed) {
    const figures = [...asking.map(idOf), rule.id];
    return asking.length === 0 ? [] : [{ rule, asking, figures }];
  }
  const oldest = asking.reduce((one, other) => (isOlder(other, one) ? other : one));
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const title = `Units for ${holdingName(first, reference)}`;
    const figures = [...same.map(idOf), ...(same.includes(oldest) ? [rule.id] : [])];
    return [{ rule: { ...rule, id: idOf(first), title }, asking: same, figures }];
  });
}

/** By when they were entered here, since the figure for a single one was set by then; the id decides between equals. */
function isOlder(one: Holding, other: Holding): boolean {
  return one.createdAt === other.createdAt ? one.id < other.id : one.createdAt < other.createdAt;
}

/** The rule id to which the user's word on a rule is to be put: that of the word it has already, lest there be two. */
export function ruleToSet({ rule, override }: Pick<RuleStanding, 'rule' | 'override'>): string {
  return override?.rule ?? rule;
}

/** Whether a rule of a standing is this one of the reference data, or one of those made of it. */
export function isMadeOf(id: string, rule: Pick<Rule, 'id'>): boolean {
  return id === rule.id || id.startsWith(`${rule.id}:`);
}
