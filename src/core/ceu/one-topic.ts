import type { Day, Id } from '../library/fields';
import type { Library } from '../library/schema';
import { ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import { holdingsIn } from './counting';
import { cyclesOf, placeIn } from './cycles';
import { holdingName } from './holdings';
import { minimumsOf } from './minimums';
import type { Claim, Cycle, Holding } from './schema';

/** One of several minimums that a claim could count for, where it counts for one of them only. */
export interface TopicChoice {
  /** The id of the minimum's rule. */
  rule: string;
  /** Ids of the holdings on whose account it is asked: what the claim then names. */
  holdings: Id[];
  /** As people say them: `CPMA`. */
  credentials: string[];
}

/** What a choice rests on; `cycleId` is the cycle that was chosen for the claim, if one was. */
export type ChoiceClaim = Pick<Claim, 'body' | 'marks' | 'cycleId'>;

/**
 * The minimums between which a claim has to choose: two or more of whose topics it was said to be, at a body where
 * a unit counts for one of them and for the total (its rule `one-topic`). Empty where there is nothing to choose,
 * and where the claim falls into no cycle. In the order of the rules.
 */
export function topicChoices(
  claim: ChoiceClaim,
  completedOn: Day,
  { holdings, cycles }: Pick<Library, 'holdings' | 'cycles'>,
  reference: Reference,
): TopicChoice[] {
  // Most claims are of one topic at most, which leaves nothing to choose unless several credentials share it by name.
  const isShared = Object.values(holdings).some(
    ({ body, name }) => body === claim.body && name !== '',
  );
  if (Object.values(claim.marks).filter(Boolean).length < (isShared ? 1 : 2)) return [];
  const cycle = placeIn(cyclesOf(claim.body, cycles), completedOn, claim.cycleId, reference);
  return cycle ? topicChoicesIn(cycle, claim, holdings, reference) : [];
}

/** `topicChoices` of a claim whose cycle is known. */
export function topicChoicesIn(
  cycle: Cycle,
  { marks }: Pick<Claim, 'marks'>,
  all: Record<Id, Holding>,
  reference: Reference,
): TopicChoice[] {
  const set = ruleSetFor(cycle.body, cycle.start, reference);
  if (!set?.claimRules.some(({ kind }) => kind === 'one-topic')) return [];
  const held = holdingsIn(cycle, all);
  const asked = set.rules.flatMap((rule) =>
    rule.kind === 'minimum' && marks[rule.mark] === true ? minimumsOf(rule, held, reference) : [],
  );
  const choices = asked.map(({ rule, asking }): TopicChoice => ({
    rule: rule.id,
    holdings: asking.map(({ id }) => id),
    credentials: [...new Set(asking.map((one) => holdingName(one, reference)))],
  }));
  return choices.length < 2 ? [] : choices;
}

/** The choice that a claim has made by the holdings it names; null while it names none, or several of them. */
export function chosenTopic(
  choices: readonly TopicChoice[],
  named: readonly Id[],
): TopicChoice | null {
  const chosen = choices.filter(({ holdings }) => holdings.some((id) => named.includes(id)));
  return chosen.length === 1 ? (chosen[0] ?? null) : null;
}

/**
 * The holdings that a claim goes on naming after its answers have become others: a choice between topics ends with
 * what made it one, since the claim would else count for a topic that it is not of.
 */
export function holdingsStill(
  named: readonly Id[],
  before: readonly TopicChoice[],
  after: readonly TopicChoice[],
): Id[] {
  const chosen = chosenTopic(before, named);
  if (!chosen || after.some(({ rule }) => rule === chosen.rule)) return [...named];
  return [];
}
