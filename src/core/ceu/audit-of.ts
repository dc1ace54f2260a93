import type { Day } from '../library/fields';
import { live, type Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import type { AuditClaim, AuditPack } from './audit-pack';
import { standing } from './full-standing';
import { endRecordInWords } from './rule-words';
import type { Cycle } from './schema';

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
 * What an audit of one cycle is answered with, as it stands on a day: the summary, each rule with its source,
 * and a row for each claim that falls into the cycle, the earliest first. Units are hundredths.
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
  const claims = ledger.claims.map(({ claim, activity, reasons }): AuditClaim => ({
    id: claim.id,
    title: activity.title,
    completedOn: activity.completedOn,
    sponsor: activity.sponsor,
    indexNumber: activity.indexNumber,
    units: claim.units,
    state: claim.state,
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
    },
    opening: { units: ledger.opening, note: cycle.note },
    rules: ledger.rules.map(({ title, state, need, have, because, source }) => ({
      ...{ title, state, required: need, counted: have, note: because },
      source: { title: source.title, url: source.url, checkedOn: source.checkedOn },
    })),
    claims: claims.sort(
      (one, other) =>
        one.completedOn.localeCompare(other.completedOn) ||
        one.title.localeCompare(other.title) ||
        one.id.localeCompare(other.id),
    ),
  };
}

/** How the file of a pack is called: the body, and the cycle by its days. */
export function packName({ bodyName, cycle }: Pick<AuditPack, 'bodyName' | 'cycle'>): string {
  const plain = bodyName.replace(/[^\w -]/g, '').trim() || 'Body';
  return `${plain} audit pack ${cycle.start} to ${cycle.end}`;
}
