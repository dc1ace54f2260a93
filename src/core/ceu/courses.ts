import type { Day, Id } from '../library/fields';
import { indexKey, titleKey } from './event-keys';
import type { Activity, Claim } from './schema';

interface Taken {
  claim: Claim;
  activity: Activity;
  verdict: { is: string };
}

/** Claims that repeat another, by their ids, each with the one that counts in its place. */
export interface Repeats<T> {
  /** Told by an equal index number. */
  same: Map<Id, T>;
  /** An equal title, of which only one or none has an index number: nobody but the user knows. */
  maybe: Map<Id, T>;
}

/** course: an equal title on whatever day may be the same. event: on one day alone. */
export type Repeated = 'course' | 'event';

/** Under which an activity is found by what may be the same: its index number, its title; none where neither tells. */
export function repeatKeys(
  { indexNumber, title, completedOn }: Pick<Activity, 'indexNumber' | 'title' | 'completedOn'>,
  of: Repeated,
): { index: string; title: string } {
  const index = indexKey(indexNumber);
  const name = titleKey(title);
  const day: Day = of === 'event' ? completedOn : '';
  return {
    index: index === '' ? '' : `index ${index}`,
    title: name === '' ? '' : `title ${day} ${name}`,
  };
}

/**
 * The claims that repeat another of their body. Of several the earned one counts, of these the earliest, on one day
 * that with more units, then with more answers: never the one that was typed first. Two with index numbers that differ are two.
 */
export function repeatsOf<T extends Taken>(claims: readonly T[], of: Repeated): Repeats<T> {
  const byIndex = new Map<string, T[]>();
  const byTitle = new Map<string, T[]>();
  const numbered = new Set<T>();
  for (const taken of claims) {
    const { index, title } = repeatKeys(taken.activity, of);
    if (index !== '') {
      numbered.add(taken);
      add(byIndex, `${taken.claim.body} ${index}`, taken);
    }
    if (title !== '') add(byTitle, `${taken.claim.body} ${title}`, taken);
  }
  const repeats: Repeats<T> = { same: new Map(), maybe: new Map() };
  for (const group of byIndex.values()) {
    const [first, ...others] = inOrder(group);
    for (const { claim } of first ? others : []) if (first) repeats.same.set(claim.id, first);
  }
  for (const group of byTitle.values()) {
    if (group.length < 2) continue;
    const ordered = inOrder(group);
    const first = ordered.find((one) => numbered.has(one)) ?? ordered[0];
    for (const one of ordered) {
      if (first && one !== first && !numbered.has(one)) repeats.maybe.set(one.claim.id, first);
    }
  }
  return repeats;
}

function add<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const there = groups.get(key);
  if (there) there.push(one);
  else groups.set(key, [one]);
}

function inOrder<T extends Taken>(group: T[]): T[] {
  if (group.length < 2) return group;
  return group
    .map((one) => ({ one, rank: rankOf(one) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ one }) => one);
}

/** Smaller counts. The id comes last: it hangs on the order of entry, which must decide of nothing. */
function rankOf({ verdict, activity, claim }: Taken): string {
  const marks = Object.entries(claim.marks).sort();
  const answered = marks.filter(([, isSo]) => isSo).length;
  return [
    ...[verdict.is === 'earned' ? 0 : 1, activity.completedOn],
    ...[900_000 - claim.units, 900 - answered, JSON.stringify(marks)],
    // Copies that are alike in all of that can still be put into another cycle, or to another credential.
    ...[claim.cycleId ?? '', JSON.stringify([...claim.holdings].sort()), activity.title],
    claim.id,
  ].join(' ');
}
