import type { Id, Units } from '../library/fields';
import { ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import { formatUnits } from '../units';
import type { PlacedClaim } from './counting';
import { isMadeOf } from './minimums';
import type { Standing } from './standing';

/** The part of an earned claim that does not help toward the total, and why, for a row of the ledger. */
export interface Beyond {
  units: Units;
  words: string;
}

/**
 * Which earned claims of a cycle help toward its total only in part or not at all, by their ids: what a binding
 * share leaves no room for, and what goes beyond the total. Earlier days come first, after claims that help with a
 * rule that is not met. Units are hundredths. Nothing while the total is not known, nor by a rule that may not apply.
 */
export function beyondOf(
  placed: readonly PlacedClaim[],
  standing: Pick<Standing, 'cycle' | 'required' | 'rules' | 'opening'>,
  reference: Reference,
): Map<Id, Beyond> {
  const { cycle, required, rules, opening } = standing;
  const beyond = new Map<Id, Beyond>();
  if (required === null) return beyond;
  const known = ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? [];
  const stands = new Map(rules.map((rule) => [rule.rule, rule]));
  const open = known.flatMap((rule) => {
    const isPart = rule.kind === 'minimum' || (rule.kind === 'share' && !rule.ofEarned);
    const isOpen = rules.some(
      (stand) => isMadeOf(stand.rule, rule) && !stand.isCheck && stand.state !== 'met',
    );
    return isPart && isOpen ? [rule.mark] : [];
  });
  const rooms = known.flatMap((rule) => {
    const stand = stands.get(rule.id);
    if (rule.kind !== 'share' || rule.ofEarned || !stand || stand.isCheck) return [];
    if (stand.choice?.isOpen || stand.need === null || stand.need === 0) return [];
    const marked = cycle.openingMarked[rule.mark];
    // Of an opening balance nobody said what it is; then it takes no room.
    const taken = marked === undefined ? 0 : Math.max(0, opening - marked);
    const room = required - stand.need;
    return [{ mark: rule.mark, title: rule.title, room, left: Math.max(0, room - taken) }];
  });
  let left = Math.max(0, required - opening);
  const helps = ({ claim }: PlacedClaim) => open.some((mark) => claim.marks[mark] === true);
  for (const one of inOrder(placed, helps)) {
    const { claim } = one;
    let helping = claim.units;
    let words = '';
    for (const room of rooms) {
      if (claim.marks[room.mark] !== false) continue;
      if (room.left < helping) {
        helping = room.left;
        words = `“${room.title}” leaves room for ${formatUnits(room.room)} from elsewhere`;
      }
    }
    if (left < helping && !helps(one)) {
      helping = left;
      words = `the ${formatUnits(required)} needed are reached`;
    }
    for (const room of rooms) if (claim.marks[room.mark] === false) room.left -= helping;
    left = Math.max(0, left - helping);
    if (helping === claim.units) continue;
    const part =
      helping === 0
        ? 'Does not help toward the total'
        : `Only ${formatUnits(helping)} of ${formatUnits(claim.units)} help toward the total`;
    beyond.set(claim.id, { units: claim.units - helping, words: `${part}: ${words}` });
  }
  return beyond;
}

function inOrder(placed: readonly PlacedClaim[], helps: (one: PlacedClaim) => boolean) {
  const key = (one: PlacedClaim) =>
    `${helps(one) ? 0 : 1} ${one.activity.completedOn} ${one.claim.id}`;
  return placed
    .filter(({ role }) => role === 'earned')
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => one);
}
