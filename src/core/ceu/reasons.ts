import { formatDay } from '../day-words';
import { bodyName, markOf, ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import type { DayWords } from './rule-words';
import type { Activity, Claim, Cycle } from './schema';
import type { Doubt, WeighedClaim } from './weighing';

const inWords: DayWords = (day) => formatDay(day, 'en-US', 'medium');

/** Whether a claim counts in a cycle, and why, in sentences. */
export interface ClaimStanding {
  claim: Claim;
  activity: Activity;
  counts: 'yes' | 'planned' | 'no';
  /** It falls into this cycle, and not into none or, by the user's choice, into another. */
  isHere: boolean;
  /** It counts only as far as the program can tell: `reasons` says what there is to check. */
  isDoubted: boolean;
  reasons: string[];
  /** The titles of the rules with a mark of their own that it is known to help with. */
  toward: string[];
}

/**
 * The claims that concern a cycle, and what becomes of each: those that fall into it, those of its days that
 * were put into another one, and those of the body that fall into none. In no order.
 */
export function claimStandings(
  weighed: readonly WeighedClaim[],
  cycle: Cycle,
  reference: Reference,
  dayWords: DayWords = inWords,
): ClaimStanding[] {
  const rules = ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? [];
  return weighed
    .filter((one) => concerns(one, cycle))
    .map((one) => {
      const { claim, activity, verdict } = one;
      const isHere = one.cycle?.id === cycle.id;
      const counts = !isHere ? 'no' : (countsBy[verdict.is] ?? 'no');
      const toward =
        counts === 'no'
          ? []
          : rules.filter((rule) => 'mark' in rule && claim.marks[rule.mark] === true);
      return {
        ...{ claim, activity, counts, isHere, isDoubted: isHere && one.doubt !== null },
        reasons: reasonsOf(one, cycle, reference, dayWords),
        toward: toward.map(({ title }) => title),
      };
    });
}

const countsBy: Partial<Record<WeighedClaim['verdict']['is'], ClaimStanding['counts']>> = {
  earned: 'yes',
  planned: 'planned',
};

function concerns({ claim, activity, cycle: of }: WeighedClaim, cycle: Cycle): boolean {
  if (claim.body !== cycle.body) return false;
  const isOfItsDays = cycle.start <= activity.completedOn && activity.completedOn <= cycle.end;
  return of === null || of.id === cycle.id || isOfItsDays;
}

/** What becomes of a claim in a cycle, and why, in sentences. */
export function reasonsOf(
  { claim, activity, cycle: of, verdict, doubt }: WeighedClaim,
  cycle: Pick<Cycle, 'id' | 'body' | 'start'>,
  reference: Reference,
  dayWords: DayWords = inWords,
): string[] {
  const name = bodyName(cycle.body, reference);
  const question = (mark: string) => markOf(mark, reference)?.question ?? mark;
  if (of && of.id !== cycle.id) {
    return [`You put it into the cycle from ${dayWords(of.start)} to ${dayWords(of.end)}.`];
  }
  const isMoved = of !== null && activity.completedOn < of.start;
  const placed = isMoved ? ['Of the month before this cycle; you put it into this one.'] : [];
  /** That it counts is said last, and whether for good. */
  const countedWords = () => {
    const open = [
      ...openAnswers(claim, cycle, reference, question),
      ...doubtWords(doubt, name, dayWords),
    ];
    return [...open, open.length > 0 ? 'Until then it counts.' : 'It counts.'];
  };
  switch (verdict.is) {
    case 'earned':
      return [...placed, ...countedWords()];
    case 'planned':
      return [
        ...placed,
        claim.state === 'planned'
          ? 'Planned only: it counts once it is earned.'
          : `Its day, ${dayWords(activity.completedOn)}, is still to come.`,
        ...doubtWords(doubt, name, dayWords),
      ];
    case 'lacks':
      return [
        `Answered with no: ${question(verdict.mark)} Without that no unit counts at ${name}.`,
      ];
    case 'same-course':
      return [
        `The same course is counted already: “${verdict.as.title}” of ${dayWords(verdict.as.completedOn)}. If it is another one, enter its own index number.`,
      ];
    case 'rejected':
      return [`${name} rejected it.`];
    case 'before':
      return [
        `Completed before you held any ${name} credential, which was from ${dayWords(verdict.held)} on.`,
      ];
    case 'no-cycle':
      return [
        `Its day, ${dayWords(activity.completedOn)}, lies in no ${name} cycle that is entered.`,
      ];
  }
}

/** Why it may not count after all, and what would tell. */
function doubtWords(doubt: Doubt | null, name: string, dayWords: DayWords): string[] {
  switch (doubt?.is) {
    case undefined:
      return [];
    case 'same-course':
      return [
        `It may be the same course as “${doubt.as.title}” of ${dayWords(doubt.as.completedOn)}, which counts once at ${name}. Enter the index numbers of both: with the same one it does not count.`,
      ];
    case 'same-event':
      return [
        `It may be the same event as “${doubt.as.title}” of ${dayWords(doubt.as.completedOn)}, entered twice; one unit renews one credential. If it is, delete one; if not, tell them apart by index number or title.`,
      ];
    case 'before':
      return [
        `Completed before you held any ${name} credential, which was from ${dayWords(doubt.held)} on. Check with ${name} whether it counts.`,
      ];
  }
}

/** Questions whose answer decides whether the units go on counting. */
function openAnswers(
  claim: Claim,
  cycle: Pick<Cycle, 'body' | 'start'>,
  reference: Reference,
  question: (mark: string) => string,
): string[] {
  const rules = ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? [];
  return rules.flatMap((rule) =>
    rule.kind === 'every' && claim.marks[rule.mark] === undefined
      ? [`Not answered yet: ${question(rule.mark)} If the answer is no, it does not count.`]
      : [],
  );
}
