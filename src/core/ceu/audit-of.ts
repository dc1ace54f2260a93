import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import type { AuditClaim, AuditPack, AuditRule } from './audit-pack';
import { standing } from './full-standing';
import { ruleSetFor } from '../reference';
import { changeInWords, endRecordInWords, ownWords } from './rule-words';
import type { Cycle, Override } from './schema';
import type { RuleStanding } from './standing';
import { isTotal } from './totals';

type Slices = Pick<
  Library,
  | 'settings'
  | 'holdings'
  | 'cycles'
  | 'adjustments'
  | 'overrides'
  | 'activities'
  | 'claims'
  | 'evidence'
>;

/**
 * What an audit of one cycle is answered with, as it stands on a day: the summary, each rule with its source and
 * the user's own word beside the standard, and a row for each claim that falls into the cycle, the earliest first;
 * one of its days that was put into another cycle belongs to that one's pack. Units are hundredths.
 */
export function auditPackOf(
  cycle: Cycle,
  library: Slices,
  on: Day,
  reference: Reference,
): AuditPack {
  // The pack says nothing of the time after the end, of which answers to reminders decide.
  const ledger = standing({ cycle, library: { ...library, occurrences: {} }, reference }, on);
  const files = live(library.evidence);
  const total = ruleSetFor(cycle.body, cycle.start, reference)?.rules.find(isTotal);
  const own = ledger.claims.filter(({ isHere }) => isHere);
  const claims = own.map(({ claim, activity, counts, reasons }): AuditClaim => ({
    id: claim.id,
    title: activity.title,
    completedOn: activity.completedOn,
    sponsor: activity.sponsor,
    indexNumber: activity.indexNumber,
    units: claim.units,
    state: claim.state,
    counts,
    why: reasons.join(' '),
    note: activity.note,
    evidence: files
      .filter(({ activityId }) => activityId === activity.id)
      .map(({ sha256, name, bytes, kind }) => ({ sha256, name, bytes, kind }))
      .sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1)),
  }));
  return {
    body: ledger.body,
    bodyName: ledger.bodyName,
    credentials: ledger.credentials,
    cycle: { start: cycle.start, end: cycle.end },
    endsOn: ledger.endsOn,
    endRecord: endRecordInWords(ledger),
    on,
    summary: {
      required: ledger.required,
      counted: ledger.earned,
      planned: ledger.planned,
      lacking: ledger.remaining,
      state: ledger.state,
      ownWords: ledger.rules.filter(({ rule }) => rule === total?.id).flatMap(ownWords),
    },
    changes: ledger.changes.map((change) => changeInWords(change, ledger.bodyName)),
    opening: { units: ledger.opening, note: cycle.note },
    rules: ledger.rules.map(auditRuleOf),
    claims: claims.sort(
      (one, other) =>
        one.completedOn.localeCompare(other.completedOn) ||
        one.title.localeCompare(other.title) ||
        one.id.localeCompare(other.id),
    ),
  };
}

const pick = ({ units, applies, reason, note }: Override): AuditRule['own'] => ({
  ...{ units, applies, reason, note },
});

function auditRuleOf(rule: RuleStanding): AuditRule {
  const { title, state, need, standardNeed, have, because, override, source } = rule;
  return {
    ...{ title, state, required: need, standard: standardNeed, counted: have, note: because },
    own: override && pick(override),
    ownWords: ownWords(rule),
    source: {
      ...{ title: source.title, url: source.url },
      ...{ checkedOn: source.checkedOn, confidence: source.confidence },
    },
  };
}

/** How the file of a pack is called: the body, and the cycle by its days. */
export function packName({ bodyName, cycle }: Pick<AuditPack, 'bodyName' | 'cycle'>): string {
  const plain = bodyName.replace(/[^\w -]/g, '').trim() || 'Body';
  return `${plain} audit pack ${cycle.start} to ${cycle.end}`;
}
