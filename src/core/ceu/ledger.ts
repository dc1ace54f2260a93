import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { cyclesOf, placeIn } from './cycles';
import type { Activity, Claim, Cycle, Evidence } from './schema';

/** One activity as a ledger shows it. */
export interface LedgerRow {
  activity: Activity;
  /** The claims to show: of the ledger's body, or all of them under “All learning”. */
  claims: Claim[];
  evidence: Evidence[];
  /** Hundredths: the units claimed in this ledger, or the hours learned under “All learning”. */
  amount: number;
}

type Slices = Pick<Library, 'activities' | 'claims' | 'evidence' | 'cycles'>;

function group<T>(records: T[], key: (record: T) => Id): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const record of records) {
    const there = groups.get(key(record));
    if (there) there.push(record);
    else groups.set(key(record), [record]);
  }
  return groups;
}

function newestFirst(one: LedgerRow, other: LedgerRow): number {
  const byDay = other.activity.completedOn.localeCompare(one.activity.completedOn);
  return byDay || other.activity.createdAt.localeCompare(one.activity.createdAt);
}

/** The rows of one body's cycle: every activity with a live claim that counts into it, newest first. */
export function ledgerRows(library: Slices, cycle: Cycle, reference: Reference): LedgerRow[] {
  const evidence = group(live(library.evidence), ({ activityId }) => activityId);
  const sorted = cyclesOf(cycle.body, library.cycles);
  const rows: LedgerRow[] = [];
  for (const claim of live(library.claims)) {
    if (claim.body !== cycle.body) continue;
    const activity = library.activities[claim.activityId];
    if (!activity || activity.deletedAt) continue;
    const place = placeIn(sorted, activity.completedOn, claim.cycleId, reference);
    if (place?.id !== cycle.id) continue;
    const files = evidence.get(activity.id) ?? [];
    rows.push({ activity, claims: [claim], evidence: files, amount: claim.units });
  }
  return rows.sort(newestFirst);
}

/** Everything learned, claimed or not, newest first; the amount is hours, so nothing counts twice. */
export function learningRows(library: Omit<Slices, 'cycles'>): LedgerRow[] {
  const evidence = group(live(library.evidence), ({ activityId }) => activityId);
  const claims = group(live(library.claims), ({ activityId }) => activityId);
  return live(library.activities)
    .map((activity) => ({
      activity,
      claims: (claims.get(activity.id) ?? []).sort((a, b) => a.body.localeCompare(b.body)),
      evidence: evidence.get(activity.id) ?? [],
      amount: activity.hours,
    }))
    .sort(newestFirst);
}

/** The cycle that a ledger shows first: the one that holds today, else the next, else the last. */
export function cycleToShow(cycles: Cycle[], today: Day): Cycle | null {
  const sorted = [...cycles].sort((one, other) => one.start.localeCompare(other.start));
  return (
    sorted.find(({ start, end }) => start <= today && today <= end) ??
    sorted.find(({ start }) => start > today) ??
    sorted.at(-1) ??
    null
  );
}
