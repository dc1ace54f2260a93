import { daysBetween } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/schema';
import { bodyOf, ruleSetFor } from '../reference';
import type { Reference, Rule } from '../reference/schema';
import { formatUnits, unitsInWords } from '../units';
import {
  everyMarksOf,
  holdingsIn,
  placeClaims,
  tallyAll,
  tallyMark,
  type LedgerSlices,
  type PlacedClaim,
  type Tally,
} from './counting';
import { currentCycle } from './cycles';
import type { Claim, Cycle, Holding, Override } from './schema';
import type { RuleStanding, RuleState, Standing } from './standing';
import { isTotal, namesOf, totalFor } from './totals';

interface Question {
  cycle: Cycle;
  library: LedgerSlices;
  today: Day;
  reference: Reference;
}

/**
 * What one cycle has, needs and lacks, in hundredths of a unit, by the rules in force when it began.
 *
 * Earned, reported and accepted claims count up to today; planned ones and those of a later day are told
 * apart; rejected ones are as if they were not there. Nothing counts from before the body's earliest
 * credential, nor what the user said lacks a mark that every unit must have. A rule is met when what surely
 * counts is enough; not met when it is too little even with all that is unsure; else it cannot be told. A
 * rule that could not be confirmed, or is younger than the cycle, can be met but never not met, unless the
 * user's own figure stands in for it. The sources stand beside each rule in content/reference.
 */
export function standingOf(question: Question): Standing {
  const { cycle, library, today, reference } = question;
  const claims = placeClaims(library, [cycle], today, reference).get(cycle.id) ?? [];
  return standingFrom(claims, question);
}

/** The standings of the cycles that hold today, one for each body of which a credential is held, in the order of the reference. */
export function standingsOf(library: LedgerSlices, today: Day, reference: Reference): Standing[] {
  const held = new Set(live(library.holdings).map(({ body }) => body));
  const cycles = [...held].flatMap((body) => currentCycle(body, library.cycles, today) ?? []);
  const placed = placeClaims(library, cycles, today, reference);
  const standings = cycles.map((cycle) =>
    standingFrom(placed.get(cycle.id) ?? [], { cycle, library, today, reference }),
  );
  const ids = reference.bodies.map(({ id }) => id);
  const place = (body: string) => (ids.includes(body) ? ids.indexOf(body) : ids.length);
  return standings.sort(
    (one, other) => place(one.body) - place(other.body) || (one.body < other.body ? -1 : 1),
  );
}

/** What the rules of one cycle have in common. */
interface Ledger {
  cycle: Cycle;
  claims: PlacedClaim[];
  holdings: Holding[];
  everyMarks: string[];
  all: Tally;
  /** The total asked for: as the user has it, and by the standard rule. */
  required: number | null;
  standardRequired: number | null;
}

function standingFrom(
  claims: PlacedClaim[],
  { cycle, library, today, reference }: Question,
): Standing {
  const holdings = holdingsIn(cycle, library.holdings);
  const rules = (ruleSetFor(cycle.body, cycle.start, reference)?.rules ?? []).filter((rule) =>
    isAsked(rule, cycle, holdings),
  );
  const overrides = new Map<string, Override>();
  for (const override of live(library.overrides)) {
    if (override.cycleId === cycle.id) overrides.set(override.rule, override);
  }
  const totalRule = rules.find(isTotal);
  const total = totalRule ? totalFor(totalRule, holdings, reference) : null;
  const standardRequired = total?.units ?? null;
  const ownRequired = totalRule && overrides.get(totalRule.id)?.units;
  const required = ownRequired ?? standardRequired;
  const everyMarks = everyMarksOf(cycle, reference);
  const all = tallyAll(cycle, claims, everyMarks);
  const ledger = { cycle, claims, holdings, everyMarks, all, required, standardRequired };
  const standings = rules.map((rule) =>
    rule === totalRule
      ? judged(rule, ledger, all, standardRequired, required, total?.because ?? '', overrides)
      : ruleStanding(rule, ledger, overrides),
  );
  return {
    body: cycle.body,
    bodyName: bodyOf(cycle.body, reference)?.name ?? cycle.body,
    cycle,
    credentials: namesOf(holdings, reference),
    required,
    earned: all.have,
    planned: all.planned,
    remaining: required === null ? null : Math.max(0, required - all.have),
    rules: standings,
    state: stateOfAll(standings),
    daysLeft: daysBetween(today, cycle.end),
  };
}

/** Whether the rule concerns the cycle at all: its credential is held, and it did not begin only after the end. */
function isAsked(rule: Rule, cycle: Cycle, holdings: Holding[]): boolean {
  if (rule.kind === 'share') return rule.since === null || rule.since <= cycle.end;
  if (rule.kind !== 'minimum') return true;
  return askingOf(rule, holdings).length > 0;
}

function ruleStanding(rule: Rule, ledger: Ledger, overrides: Map<string, Override>): RuleStanding {
  const { cycle, claims, holdings, everyMarks, all, required, standardRequired } = ledger;
  switch (rule.kind) {
    case 'share': {
      const part = (whole: number | null) =>
        whole === null ? null : Math.ceil((whole * rule.percent) / 100);
      const whole = rule.ofEarned ? all.have : required;
      const standardWhole = rule.ofEarned ? all.have : standardRequired;
      const because =
        whole === null
          ? 'The total asked for is not known.'
          : `${rule.percent}% of ${formatUnits(whole)} ${rule.ofEarned ? 'earned' : 'needed'}`;
      const tally = tallyMark(cycle, claims, rule.mark, everyMarks);
      return judged(rule, ledger, tally, part(standardWhole), part(whole), because, overrides);
    }
    case 'minimum': {
      const asking = askingOf(rule, holdings);
      // Two credentials that ask for the same subject share its units: the higher figure is asked for.
      const need = Math.max(...asking.map(({ credential }) => rule.perCredential[credential] ?? 0));
      const isFor = (claim: Claim) => isPutTo(claim, asking);
      const tally = tallyMark(cycle, claims, rule.mark, everyMarks, isFor);
      return judged(rule, ledger, tally, need, need, '', overrides);
    }
    default: {
      // Every unit: what counts must be all that is earned. What is known to lack the mark does not count.
      const isEvery = rule.kind === 'every';
      const tally = isEvery ? tallyMark(cycle, claims, rule.mark, everyMarks) : all;
      const logged = isEvery ? loggedUnits(claims, rule.mark) : 0;
      const because = logged === 0 ? '' : `${unitsInWords(logged)} logged, not counted`;
      return judged(rule, ledger, tally, all.have, all.have, because, overrides);
    }
  }
}

function loggedUnits(claims: PlacedClaim[], mark: string): number {
  return claims
    .filter(({ claim, role }) => role === 'logged' && claim.marks[mark] === false)
    .reduce((sum, { claim }) => sum + claim.units, 0);
}

/** The holdings on account of which the rule is asked. */
function askingOf(rule: Extract<Rule, { kind: 'minimum' }>, holdings: Holding[]): Holding[] {
  return holdings.filter(({ credential }) => rule.perCredential[credential] !== undefined);
}

/** Whether the claim was put to one of these holdings; one that names none was put to all. */
function isPutTo({ holdings }: Claim, asking: Holding[]): boolean {
  return holdings.length === 0 || asking.some(({ id }) => holdings.includes(id));
}

/** The earned claims of a cycle for which the rule's mark was not answered. */
export function unansweredBy(
  rule: Rule,
  claims: PlacedClaim[],
  holdings: Holding[],
): PlacedClaim[] {
  if (!('mark' in rule)) return [];
  return claims.filter(
    ({ claim, role }) =>
      role === 'earned' &&
      claim.marks[rule.mark] === undefined &&
      (rule.kind !== 'minimum' || isPutTo(claim, askingOf(rule, holdings))),
  );
}

function judged(
  rule: Rule,
  { cycle, all }: Ledger,
  { have, unsure, planned }: Tally,
  standardNeed: number | null,
  derivedNeed: number | null,
  figure: string,
  overrides: Map<string, Override>,
): RuleStanding {
  const override = overrides.get(rule.id) ?? null;
  const need = override ? override.units : derivedNeed;
  const doubt = override ? '' : doubtOf(rule, cycle);
  const isOfEarned = rule.kind === 'every' || (rule.kind === 'share' && rule.ofEarned);
  const isEmpty = isOfEarned && !override && all.have === 0;
  // Of the total, what is unsure is a part of what it has; elsewhere it comes on top.
  const [least, most] = isTotal(rule) ? [have - unsure, have] : [have, have + unsure];
  let state: RuleState = 'cannot-tell';
  if (need !== null && !isEmpty && least >= need) state = 'met';
  else if (need !== null && most < need && doubt === '') state = 'not-met';
  const open = state !== 'met' && unsure > 0 ? `Not answered: ${unitsInWords(unsure)}` : '';
  const because = isEmpty
    ? [rule.kind === 'every' ? figure : '', 'Nothing earned yet'].filter((part) => part !== '')
    : [figure, open, state === 'met' ? '' : doubt].filter((part) => part !== '');
  return {
    rule: rule.id,
    title: rule.title,
    says: rule.says,
    need,
    standardNeed,
    override,
    have,
    unsure,
    planned,
    state,
    because: because.map((part) => (/[.]$/.test(part) ? part : `${part}.`)).join(' '),
    source: rule.source,
  };
}

/** Why the rule cannot find against the user by itself; empty if it can. */
function doubtOf(rule: Rule, cycle: Cycle): string {
  if (rule.kind === 'share' && rule.since !== null && cycle.start < rule.since) {
    return 'This cycle began before the rule did. We did not find whether the rule applies to it.';
  }
  return rule.isConfirmed ? '' : 'We could not confirm that this rule is still in force.';
}

function stateOfAll(rules: RuleStanding[]): RuleState {
  if (rules.some(({ state }) => state === 'not-met')) return 'not-met';
  return rules.length > 0 && rules.every(({ state }) => state === 'met') ? 'met' : 'cannot-tell';
}
