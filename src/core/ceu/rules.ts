import { daysBetween } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/schema';
import { bodyOf, ruleSetFor } from '../reference';
import type { Reference, Rule } from '../reference/schema';
import { formatUnits } from '../units';
import {
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
 * Earned, reported and accepted claims count, planned ones are told apart, rejected ones are as if they
 * were not there. Nothing counts from before the body's earliest credential. A rule is met when what surely
 * counts is enough; not met when it is too little even with all that is unsure; else it cannot be told. A
 * rule that could not be confirmed, or is younger than the cycle, can be met but never not met, unless the
 * user's own figure stands in for it. The sources stand beside each rule in content/reference.
 */
export function standingOf(question: Question): Standing {
  const { cycle, library, reference } = question;
  const claims = placeClaims(library, [cycle], reference).get(cycle.id) ?? [];
  return standingFrom(claims, question);
}

/** The standings of the cycles that hold today, one for each body of which a credential is held, soonest end first. */
export function standingsOf(library: LedgerSlices, today: Day, reference: Reference): Standing[] {
  const held = new Set(live(library.holdings).map(({ body }) => body));
  const cycles = [...held].flatMap((body) => currentCycle(body, library.cycles, today) ?? []);
  const placed = placeClaims(library, cycles, reference);
  const standings = cycles.map((cycle) =>
    standingFrom(placed.get(cycle.id) ?? [], { cycle, library, today, reference }),
  );
  return standings.sort((one, other) =>
    `${one.cycle.end} ${one.body}` < `${other.cycle.end} ${other.body}` ? -1 : 1,
  );
}

/** What the rules of one cycle have in common. */
interface Ledger {
  cycle: Cycle;
  claims: PlacedClaim[];
  holdings: Holding[];
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
  const all = tallyAll(cycle, claims);
  const ledger = { cycle, claims, holdings, all, required, standardRequired };
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
  return holdings.some(({ credential }) => rule.perCredential[credential] !== undefined);
}

function ruleStanding(rule: Rule, ledger: Ledger, overrides: Map<string, Override>): RuleStanding {
  const { cycle, claims, all, required, standardRequired } = ledger;
  switch (rule.kind) {
    case 'share': {
      const part = (whole: number | null) =>
        whole === null ? null : Math.ceil((whole * rule.percent) / 100);
      const whole = rule.ofEarned ? all.have : required;
      const standardWhole = rule.ofEarned ? all.have : standardRequired;
      const because =
        whole === null
          ? 'The total asked for is not known.'
          : `${rule.percent} % of ${formatUnits(whole)} ${rule.ofEarned ? 'earned' : 'needed'}`;
      const tally = tallyMark(cycle, claims, rule.mark);
      return judged(rule, ledger, tally, part(standardWhole), part(whole), because, overrides);
    }
    case 'minimum': {
      const asking = ledger.holdings.filter(
        ({ credential }) => rule.perCredential[credential] !== undefined,
      );
      // Two credentials that ask for the same subject share its units: the higher figure is asked for.
      const need = Math.max(...asking.map(({ credential }) => rule.perCredential[credential] ?? 0));
      const ids = new Set(asking.map(({ id }) => id));
      const isFor = ({ holdings }: Claim) =>
        holdings.length === 0 || holdings.some((id) => ids.has(id));
      const tally = tallyMark(cycle, claims, rule.mark, isFor);
      return judged(rule, ledger, tally, need, need, '', overrides);
    }
    default: {
      // Every unit: what counts must be all that is earned.
      const tally = rule.kind === 'every' ? tallyMark(cycle, claims, rule.mark) : all;
      return judged(rule, ledger, tally, all.have, all.have, '', overrides);
    }
  }
}

function judged(
  rule: Rule,
  { cycle }: Ledger,
  { have, unsure, planned }: Tally,
  standardNeed: number | null,
  derivedNeed: number | null,
  figure: string,
  overrides: Map<string, Override>,
): RuleStanding {
  const override = overrides.get(rule.id) ?? null;
  const need = override ? override.units : derivedNeed;
  const doubt = override ? '' : doubtOf(rule, cycle);
  let state: RuleState = 'cannot-tell';
  if (need !== null && have >= need) state = 'met';
  else if (need !== null && have + unsure < need && doubt === '') state = 'not-met';
  const open = state !== 'met' && unsure > 0 ? `Not sorted yet: ${formatUnits(unsure)} units.` : '';
  const because = [figure, open, state === 'met' ? '' : doubt].filter((part) => part !== '');
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
    return 'This cycle began before the rule did; how the rule treats it could not be found.';
  }
  return rule.isConfirmed ? '' : 'It could not be confirmed that this rule is in force: check it.';
}

function stateOfAll(rules: RuleStanding[]): RuleState {
  if (rules.some(({ state }) => state === 'not-met')) return 'not-met';
  return rules.length > 0 && rules.every(({ state }) => state === 'met') ? 'met' : 'cannot-tell';
}
