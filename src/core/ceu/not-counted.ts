import type { Day, Id } from '../library/fields';
import { formatDay } from '../day-words';
import { bodyName, markOf } from '../reference';
import type { Reference } from '../reference/schema';
import { claimId } from './claim-id';
import { repeatKeys } from './courses';
import type { Entry } from './entry';
import type { DayWords } from './rule-words';
import type { Activity, Claim } from './schema';
import { listed } from './totals';
import { weighClaims, type Doubt, type LedgerSlices, type WeighedClaim } from './weighing';

const inWords: DayWords = (day) => formatDay(day, 'en-US', 'medium');

/**
 * Why a claim does not count, not yet or maybe not, in one short sentence for a row of the ledger; empty where it surely counts.
 * With `names` it says at which bodies, for a list of several.
 */
export function notCountedWords(
  { claim, activity, cycle, verdict, doubt }: WeighedClaim,
  reference: Reference,
  names = '',
  dayWords: DayWords = inWords,
): string {
  const name = bodyName(claim.body, reference);
  const at = names === '' ? '' : ` at ${names}`;
  const none = `Not counted${at}:`;
  switch (verdict.is) {
    case 'earned':
      return doubt ? `Counted${at} for now: ${doubtWords(doubt, dayWords)}` : '';
    case 'planned':
      return claim.state === 'planned'
        ? `Planned${at}, not counted yet`
        : `Not counted${at} yet: ${dayWords(activity.completedOn)} is still to come`;
    case 'lacks':
      return `${none} answered with no, “${markOf(verdict.mark, reference)?.name ?? verdict.mark}”`;
    case 'same-course':
      return `${none} same course already counted (${dayWords(verdict.as.completedOn)})`;
    case 'rejected':
      return names === '' ? `${none} ${name} rejected it` : `${none} rejected`;
    case 'before':
      return `${none} before certification`;
    case 'no-cycle':
      if (cycle !== null) return none;
      return `${none} its day lies in no ${names === '' ? `${name} cycle` : 'cycle there'}`;
  }
}

/** The same of all claims of an activity: what is so at several bodies is said once, with their names. */
export function notCountedAtEach(
  weighed: readonly WeighedClaim[],
  reference: Reference,
  dayWords: DayWords = inWords,
): string[] {
  const alike = new Map<string, WeighedClaim[]>();
  for (const one of weighed) {
    const words = notCountedWords(one, reference, 'the body', dayWords);
    alike.set(words, [...(alike.get(words) ?? []), one]);
  }
  return [...alike].flatMap(([words, [first, ...others]]) => {
    if (words === '' || !first) return [];
    const names = [first, ...others].map(({ claim }) => bodyName(claim.body, reference));
    return [notCountedWords(first, reference, listed(names), dayWords)];
  });
}

function doubtWords(doubt: Doubt, dayWords: DayWords): string {
  switch (doubt.is) {
    case 'same-course':
      return `maybe the same course as on ${dayWords(doubt.as.completedOn)}`;
    case 'same-event':
      return 'maybe the same event, entered twice';
    case 'before':
      return 'completed before certification';
  }
}

/** The claims of each course at each body, so that one entry need not be held against all of them. */
export type CourseIndex = ReadonlyMap<string, readonly WeighedClaim[]>;

/** `CourseIndex` of claims that were weighed. */
export function courseIndex(weighed: Iterable<WeighedClaim>): CourseIndex {
  const index = new Map<string, WeighedClaim[]>();
  for (const one of weighed) {
    for (const key of keysOf(one.claim.body, one.activity)) {
      const there = index.get(key);
      if (there) there.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

/** An event is a course of one day, so that what may repeat it is among what has its title. */
function keysOf(body: string, activity: Activity): string[] {
  const { index, title } = repeatKeys(activity, 'course');
  return [index, title].filter((key) => key !== '').map((key) => `${body} ${key}`);
}

/**
 * What would become of a claim as it stands in the entry form, before it is saved: null while it is not claimed
 * there, or its day is missing. `id` is the activity's own, null while it is new.
 */
export function weighEntry(
  { entry, id, body }: { entry: Entry; id: Id | null; body: string },
  library: LedgerSlices,
  courses: CourseIndex,
  today: Day,
  reference: Reference,
): WeighedClaim | null {
  const typed = entry.claims[body];
  const { completedOn, hours, title, sponsor, indexNumber, cost, note } = entry;
  if (!typed?.isOn || completedOn === null) return null;
  const activityId = id ?? 'entry';
  const times = { createdAt: '', updatedAt: '' };
  const activity: Activity = {
    ...{ id: activityId, ...times, title, completedOn, hours: hours ?? 0 },
    ...{ sponsor, indexNumber, cost, note },
  };
  const { units, state, marks, holdings, cycleId } = typed;
  const claim: Claim = {
    ...{ id: claimId(activityId, body), ...times, activityId, body, reportedOn: null },
    ...{ units: units ?? hours ?? 0, state, marks, holdings, cycleId },
  };
  // A form without a title or an index number is no course yet.
  const others = keysOf(body, activity).flatMap((key) => courses.get(key) ?? []);
  const same = others.filter((other) => other.activity.id !== activityId);
  const few: LedgerSlices = {
    ...library,
    activities: Object.fromEntries(
      [...same.map((other) => other.activity), activity].map((one) => [one.id, one]),
    ),
    claims: Object.fromEntries(
      [...same.map((other) => other.claim), claim].map((one) => [one.id, one]),
    ),
  };
  const weighed = weighClaims(few, new Set([body]), today, reference);
  return weighed.find((one) => one.claim.id === claim.id) ?? null;
}
