import type { Rule } from '../reference/schema';
import { formatUnits, unitsInWords } from '../units';
import type { Tally } from './counting';
import type { Cycle, Override } from './schema';
import type { RuleStanding, RuleState } from './standing';
import { isTotal, listed } from './totals';

/** One rule of one cycle, with its figures in hundredths of a unit. */
export interface Case {
  rule: Rule;
  cycle: Cycle;
  bodyName: string;
  tally: Tally;
  /** All that counts in the cycle, and the total asked for. */
  earned: number;
  /** Of the unsure units: those of claims that have still to say for which of several credentials they count. */
  toChoose?: number;
  required: number | null;
  /** By the standard rule, null if it cannot be said. */
  standardNeed: number | null;
  /** With the user's own total in place of the standard one. */
  need: number | null;
  /** Below this alone it is surely not met; where it is not said, `need` is. */
  leastNeed?: number | null;
  /** How the figure comes about. */
  figure: string;
  /** Credentials given up inside the cycle on whose account more is asked for than `leastNeed`. */
  endedHere?: string[];
  override: Override | null;
}

/**
 * How a rule stands. Met when what surely counts is enough; not met when it is too little even with all that is
 * unsure; else it cannot be told. A check to make, and a rule younger than the cycle, can be met but never not
 * met, unless the user's own word stands in for it.
 */
export function judged(one: Case): RuleStanding {
  const { rule, cycle, tally, earned, standardNeed, override, toChoose = 0 } = one;
  const { have, unsure, doubted, planned } = tally;
  const isUnknown = startedBefore(rule, cycle);
  const choice = isUnknown ? (override?.applies ?? null) : null;
  const own = override?.units ?? null;
  const need = choice === false ? 0 : (own ?? one.need);
  const least = choice === false ? 0 : (own ?? one.leastNeed ?? one.need);
  const hasWord = own !== null || choice !== null;
  const doubt = hasWord ? '' : doubtOf(one, isUnknown);
  const ended = hasWord ? '' : endedWords(one);
  const isOfEarned = rule.kind === 'every' || (rule.kind === 'share' && rule.ofEarned);
  // Where nothing is asked for, as in a leave, nothing can lack anything.
  const isEmpty = isOfEarned && !hasWord && earned === 0 && one.required !== 0;
  // Of the total, what is unsure is a part of what it has; elsewhere it comes on top.
  const [sure, most] = isTotal(rule) ? [have - unsure, have] : [have, have + unsure];
  let state: RuleState = 'cannot-tell';
  if (need !== null && !isEmpty && sure >= need) state = 'met';
  else if (least !== null && most < least && doubt === '') state = 'not-met';
  const open = state === 'met' ? [] : openWords(unsure - doubted - toChoose, toChoose, doubted);
  const decided = choice === false ? 'You decided that the rule does not apply to this cycle' : '';
  const because = isEmpty
    ? [rule.kind === 'every' ? one.figure : '', 'Nothing earned yet']
    : [decided || one.figure, ...open, ended, state === 'met' ? '' : doubt];
  return {
    rule: rule.id,
    title: rule.title,
    says: rule.says,
    need,
    standardNeed,
    override,
    standardWas: isOfEarned ? null : standardWas(standardNeed, override),
    have,
    unsure,
    toChoose,
    doubted,
    planned,
    lacking: need === null ? null : Math.max(0, need - have),
    state,
    isCheck: (!rule.isBinding || (ended !== '' && least === 0)) && !hasWord,
    choice: isUnknown ? { isOpen: !hasWord, ifApplies: one.need, ifNot: 0 } : null,
    because: inSentences(because),
    source: rule.source,
  };
}

function openWords(notAnswered: number, toChoose: number, doubted: number): string[] {
  return [
    notAnswered > 0 ? `Not answered: ${unitsInWords(notAnswered)}` : '',
    toChoose > 0
      ? `Not chosen: ${unitsInWords(toChoose)}, which count for one credential only. Choose at each claim for which`
      : '',
    doubted > 0 ? `To check, as they may not count: ${unitsInWords(doubted)}` : '',
  ];
}

function inSentences(parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** The figure the user saw beside their own, if an update or another credential has changed it since. */
function standardWas(standardNeed: number | null, override: Override | null): number | null {
  const seen = override?.standardUnits ?? null;
  return seen === null || seen === standardNeed ? null : seen;
}

/** Whether the cycle began before the rule, so that no source says how it applies. */
function startedBefore({ effectiveFrom }: Rule, { start }: Cycle): boolean {
  return effectiveFrom !== null && start < effectiveFrom;
}

/** That a credential was given up inside the cycle, for which the figure is asked; empty where none was. */
function endedWords({ endedHere = [], bodyName }: Case): string {
  if (endedHere.length === 0) return '';
  const [is, its] = endedHere.length === 1 ? ['is', 'its'] : ['are', 'their'];
  return `${listed(endedHere)} ${is} not held to the end of the cycle; whether ${bodyName} still asks for ${its} units was not found`;
}

/** Why the rule cannot find against the user by itself; empty if it can. */
function doubtOf({ rule, bodyName, need }: Case, isUnknown: boolean): string {
  if (isUnknown) {
    const figure =
      need === null ? '' : ` If the rule applies, ${formatUnits(need)} are needed; if not, none.`;
    return `This cycle began before the rule did. We could not find how ${bodyName} treats this cycle.${figure}`;
  }
  if (rule.isBinding) return '';
  return `We could not confirm that this rule is still in force. Check with ${bodyName}.`;
}
