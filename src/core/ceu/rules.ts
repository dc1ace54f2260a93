import { daysBetween } from '../dates';
import { cycleEndId } from '../deadlines/ids';
import { recordOf } from '../deadlines/records';
import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import { bodyName, ruleSetFor } from '../reference';
import type { Reference, Rule } from '../reference/schema';
import { formatUnits, unitsInWords } from '../units';
import { claimRulesFor, type ClaimRules } from './claim-rules';
import {
  everyMarksOf,
  holdingsIn,
  isHeldOn,
  openingOf,
  placeClaims,
  tallyAll,
  tallyMark,
  type LedgerSlices,
  type PlacedClaim,
  type Tally,
} from './counting';
import { currentCycle } from './cycles';
import { judged } from './judging';
import { minimumsOf, type Minimum } from './minimums';
import type { Claim, Cycle, Holding, Override } from './schema';
import type { RuleStanding, RuleState, Standing } from './standing';
import { highestTotal, isTotal, leastTotal, namesOf, totalChanges } from './totals';

export interface Question {
  cycle: Cycle;
  library: LedgerSlices;
  today: Day;
  reference: Reference;
}

/**
 * What one cycle has, needs and lacks, in hundredths of a unit, by the rules in force when it began.
 *
 * Earned, reported and accepted claims count up to today; planned ones and those of a later day are told
 * apart; rejected ones are as if they were not there. Nothing counts that the body's rules for claims leave
 * out: from before its earliest credential, without the mark that every unit must have, the same course again.
 * How a rule comes to its state is said by `judged`. The sources stand beside each rule in content/reference.
 */
export function standingOf(question: Question): Standing {
  const { cycle, library, today, reference } = question;
  const claims = placeClaims(library, [cycle], today, reference).get(cycle.id) ?? [];
  return standingFrom(claims, question);
}

/** The standings of the cycles that hold today, one for each body of which a credential is held, in the order of the reference. */
export function standingsOf(library: LedgerSlices, today: Day, reference: Reference): Standing[] {
  const cycles = cyclesHeld(library, today);
  return standingsFrom(placeClaims(library, cycles, today, reference), library, today, reference);
}

function cyclesHeld({ holdings, cycles }: LedgerSlices, today: Day): Cycle[] {
  const now = live(holdings).filter((holding) => isHeldOn(holding, today));
  const held = new Set(now.map(({ body }) => body));
  return [...held].flatMap((body) => currentCycle(body, cycles, today) ?? []);
}

/** `standingsOf` for the claims of those cycles, placed already; other cycles may be among them. */
export function standingsFrom(
  placed: ReadonlyMap<Id, PlacedClaim[]>,
  library: LedgerSlices,
  today: Day,
  reference: Reference,
): Standing[] {
  const standings = cyclesHeld(library, today).map((cycle) =>
    standingFrom(placed.get(cycle.id) ?? [], { cycle, library, today, reference }),
  );
  const ids = reference.bodies.map(({ id }) => id);
  const place = (body: string) => (ids.includes(body) ? ids.indexOf(body) : ids.length);
  return standings.sort(
    (one, other) => place(one.body) - place(other.body) || (one.body < other.body ? -1 : 1),
  );
}

/** A rule, and of a minimum the holdings on account of which it is asked; `figures` as in `AskedMinimum`. */
interface AskedRule {
  rule: Rule;
  asking: Holding[];
  figures: string[];
}

/** What the rules of one cycle have in common. */
interface Ledger {
  cycle: Cycle;
  bodyName: string;
  claims: PlacedClaim[];
  reference: Reference;
  /** What is held in the cycle. */
  holdings: Holding[];
  asked: AskedRule[];
  claimRules: ClaimRules;
  everyMarks: string[];
  overrides: Map<string, Override>;
  all: Tally;
  /** The total asked for: as the user has it, by the standard rule, and the least it may be. */
  required: number | null;
  standardRequired: number | null;
  leastRequired: number | null;
}

/** `standingOf` for the claims of the cycle, placed already. */
export function standingFrom(
  claims: PlacedClaim[],
  { cycle, library, today, reference }: Question,
): Standing {
  const holdings = holdingsIn(cycle, library.holdings);
  const set = ruleSetFor(cycle.body, cycle.start, reference);
  const asked = (set?.rules ?? [])
    .filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= cycle.end)
    .flatMap((rule): AskedRule[] =>
      rule.kind === 'minimum'
        ? minimumsOf(rule, holdings, reference)
        : [{ rule, asking: [], figures: [rule.id] }],
    );
  const rules = asked.map(({ rule }) => rule);
  const overrides = overridesOf(cycle, library);
  const totalRule = rules.find(isTotal);
  const total = totalRule ? highestTotal(totalRule, cycle, holdings, reference) : null;
  const changes = totalRule ? totalChanges(totalRule, cycle, holdings, reference) : [];
  const standardRequired = total?.units ?? null;
  const own = (totalRule && overrides.get(totalRule.id)?.units) ?? null;
  const everyMarks = everyMarksOf(cycle, reference);
  const ledger: Ledger = {
    ...{ cycle, reference, claims, holdings, asked, everyMarks, overrides, standardRequired },
    bodyName: bodyName(cycle.body, reference),
    claimRules: claimRulesFor(cycle.body, cycle.start, reference),
    all: tallyAll(cycle, claims, everyMarks),
    required: own ?? standardRequired,
    leastRequired: own ?? leastTotal(standardRequired, changes),
  };
  const standings = asked.map((one) => ruleStanding(one, ledger, total?.because ?? ''));
  const { all, required } = ledger;
  const record = recordOf(cycleEndId(cycle.id), library.adjustments);
  const endsOn = record?.movedTo ?? cycle.end;
  return {
    body: cycle.body,
    bodyName: ledger.bodyName,
    cycle,
    credentials: namesOf(holdings, reference),
    required,
    earned: all.have,
    opening: openingOf(cycle, everyMarks),
    planned: all.planned,
    remaining: required === null ? null : Math.max(0, required - all.have),
    rules: standings,
    changes,
    state: stateOfAll(standings),
    endsOn,
    endRecord: record && { why: record.why, note: record.note },
    daysLeft: daysBetween(today, endsOn),
  };
}

function overridesOf(cycle: Cycle, library: LedgerSlices): Map<string, Override> {
  const overrides = new Map<string, Override>();
  for (const override of live(library.overrides)) {
    if (override.cycleId === cycle.id) overrides.set(override.rule, override);
  }
  return overrides;
}

function ruleStanding(
  { rule, asking, figures }: AskedRule,
  ledger: Ledger,
  totalBecause: string,
): RuleStanding {
  const { cycle, claims, everyMarks, all, required, standardRequired, leastRequired } = ledger;
  const common = {
    ...{ rule, cycle, bodyName: ledger.bodyName, earned: all.have, required },
    override: figures.flatMap((id) => ledger.overrides.get(id) ?? [])[0] ?? null,
  };
  switch (rule.kind) {
    case 'share': {
      const part = (whole: number | null) =>
        whole === null ? null : Math.ceil((whole * rule.percent) / 100);
      const whole = rule.ofEarned ? all.have : required;
      const figure =
        whole === null
          ? 'The total asked for is not known.'
          : `${rule.percent}% of ${formatUnits(whole)} ${rule.ofEarned ? 'earned' : 'needed'}`;
      return judged({
        ...common,
        tally: tallyMark(cycle, claims, rule.mark, everyMarks, undefined, !rule.ofEarned),
        standardNeed: part(rule.ofEarned ? all.have : standardRequired),
        need: part(whole),
        leastNeed: part(rule.ofEarned ? all.have : leastRequired),
        figure,
      });
    }
    case 'minimum': {
      // Two credentials that ask for the same subject share its units: the higher figure is asked for.
      const most = (of: Holding[]) =>
        Math.max(0, ...of.map(({ credential }) => rule.perCredential[credential] ?? 0));
      const need = most(asking);
      const kept = asking.filter(({ endedOn }) => endedOn === null || endedOn >= cycle.end);
      const isFor = (claim: Claim) => isForMinimum(claim, rule, asking, ledger);
      const tally = tallyMark(cycle, claims, rule.mark, everyMarks, isFor);
      const toChoose = claims
        .filter(({ claim, role }) => role === 'earned' && isFor(claim) === null)
        .reduce((sum, { claim }) => sum + claim.units, 0);
      const leastNeed = most(kept);
      return judged({
        ...{ ...common, tally, toChoose, standardNeed: need, need, leastNeed, figure: '' },
        // What was held for a part of the cycle alone cannot find against the user.
        endedHere:
          leastNeed < need
            ? namesOf(
                asking.filter((one) => !kept.includes(one)),
                ledger.reference,
              )
            : [],
      });
    }
    case 'every': {
      // What counts must be all that is earned; what is known to lack the mark does not count.
      const tally = tallyMark(cycle, claims, rule.mark, everyMarks, undefined, false);
      const logged = loggedUnits(claims, rule.mark);
      const figure = logged === 0 ? '' : `${unitsInWords(logged)} logged, not counted`;
      return judged({ ...common, tally, standardNeed: all.have, need: all.have, figure });
    }
    default: {
      const figure = totalBecause;
      return judged({
        ...{ ...common, tally: all, figure },
        ...{ standardNeed: standardRequired, need: standardRequired, leastNeed: leastRequired },
      });
    }
  }
}

function loggedUnits(claims: PlacedClaim[], mark: string): number {
  return claims
    .filter(({ claim, role }) => role === 'logged' && claim.marks[mark] === false)
    .reduce((sum, { claim }) => sum + claim.units, 0);
}

/**
 * Whether the claim was put to one of these holdings. One that names none of those held in the cycle was put to all: a
 * credential that was deleted or given up since takes the choice with it, which no screen could else undo.
 */
function isPutTo({ holdings: named }: Claim, asking: Holding[], held: Holding[]): boolean {
  const isNamed = ({ id }: Holding) => named.includes(id);
  return !held.some(isNamed) || asking.some(isNamed);
}

/**
 * Whether a claim counts for a minimum. Where a unit counts for one minimum only, a claim that could be for
 * several is for the one whose credential it names; null while it names none, or several of them.
 */
function isForMinimum(
  claim: Claim,
  rule: Minimum,
  asking: Holding[],
  { asked, claimRules, holdings }: Ledger,
): boolean | null {
  if (!isPutTo(claim, asking, holdings)) return false;
  if (!claimRules.has('one-topic') || claim.marks[rule.mark] !== true) return true;
  const isRival = asked.some(
    ({ rule: other, asking: rivals }) =>
      other.kind === 'minimum' &&
      other.id !== rule.id &&
      claim.marks[other.mark] === true &&
      isPutTo(claim, rivals, holdings),
  );
  return isRival ? null : true;
}

/** The earned claims of a cycle for which the rule's mark was not answered; `holdings` are those held in it. */
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
      (rule.kind !== 'minimum' ||
        isPutTo(
          claim,
          holdings.filter(({ credential }) => credential in rule.perCredential),
          holdings,
        )),
  );
}

function stateOfAll(rules: RuleStanding[]): RuleState {
  if (rules.some(({ state }) => state === 'not-met')) return 'not-met';
  return rules.length > 0 && rules.every(({ state }) => state === 'met') ? 'met' : 'cannot-tell';
}
