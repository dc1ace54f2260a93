import { dayOf } from '../dates';
import type { Day, Id } from '../library/fields';
import type { Library } from '../library/schema';
import type { Deadline } from './deadline';
import { adjustmentId } from './ids';
import type { Adjustment, DeadlineKind } from './schema';

/** What the user recorded of dates that follow from something else, and when reminders come. */
export type RecordSlices = Pick<Library, 'adjustments' | 'settings'>;

export type Why = NonNullable<Adjustment['why']>;

/**
 * What can be recorded of a date of each kind. A date of the user's own, of a program and of an exam is theirs to
 * change, where the exam's form takes what the body granted; a code set's day is granted by nobody, only known.
 */
export const whysOf: Record<DeadlineKind, readonly Why[]> = {
  'cycle-end': ['extension', 'confirmed'],
  'window-opens': ['new-window', 'confirmed'],
  dues: ['confirmed', 'extension'],
  late: ['confirmed', 'extension'],
  exam: [],
  program: [],
  own: [],
  'code-set': ['confirmed'],
  preparation: ['confirmed'],
};

/** What is recorded of a deadline, null if nothing is. */
export function recordOf(
  id: Id,
  adjustments: Library['adjustments'],
): (Adjustment & { movedTo: Day; why: Why }) | null {
  const there = adjustments[adjustmentId(id)];
  if (!there || there.deletedAt !== undefined) return null;
  const { movedTo, why } = there;
  return movedTo === null || why === null ? null : { ...there, movedTo, why };
}

/** The day that holds for a deadline which is reckoned to be on `standard`. */
export function dayThatHolds(id: Id, standard: Day, adjustments: Library['adjustments']): Day {
  return recordOf(id, adjustments)?.movedTo ?? standard;
}

/**
 * The deadlines with the days that the user recorded, and with the leads that they chose: for the one date, else
 * for its kind, else the usual ones. A date that comes up on no day at all does so only where it was chosen itself.
 */
export function withRecords(
  deadlines: readonly Deadline[],
  { adjustments, settings }: RecordSlices,
  timeZone: string,
): Deadline[] {
  const { leads: wanted } = settings.reminders;
  return deadlines.map((deadline) => {
    const { id, kind } = deadline;
    const there = adjustments[adjustmentId(id)];
    const isThere = there !== undefined && there.deletedAt === undefined;
    const leads =
      (isThere ? there.leads : null) ??
      (deadline.leads.length === 0 ? undefined : wanted[kind]) ??
      deadline.leads;
    const record = isThere ? recordOf(id, adjustments) : null;
    if (record) return moved({ ...deadline, leads }, record, timeZone);
    return leads === deadline.leads ? deadline : { ...deadline, leads };
  });
}

function moved(
  deadline: Deadline,
  { movedTo, why, note, datedAt, updatedAt }: Adjustment & { movedTo: Day; why: Why },
  timeZone: string,
): Deadline {
  const recordedAt = datedAt ?? updatedAt;
  return {
    ...deadline,
    date: movedTo,
    // A day that was granted or confirmed is no expectation any more.
    isApproximate: false,
    knownSince: recordedAt > deadline.knownSince ? recordedAt : deadline.knownSince,
    record: { why, standard: deadline.date, note, recordedOn: dayOf(recordedAt, timeZone) },
  };
}
