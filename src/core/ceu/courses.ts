import type { Id } from '../library/fields';
import type { Activity, Claim } from './schema';

interface Taken {
  claim: Claim;
  activity: Activity;
  verdict: { is: string };
}

/** By what the same course is told: its index number, or its title where there is none. */
export function courseKey({ indexNumber, title }: Pick<Activity, 'indexNumber' | 'title'>): string {
  const index = indexNumber.replace(/\s+/g, '').toUpperCase();
  return index === ''
    ? `title ${title.trim().replace(/\s+/g, ' ').toLowerCase()}`
    : `index ${index}`;
}

/**
 * For each claim of a course that is there before, the claim that counts in its place. Of several the earned
 * one counts, of these the earliest, on one day that with more units, then with more answers: never the one that
 * was typed first.
 */
export function firstOfCourse<T extends Taken>(claims: readonly T[]): Map<Id, T> {
  const courses = new Map<string, T[]>();
  for (const taken of claims) {
    const key = `${taken.claim.body} ${courseKey(taken.activity)}`;
    const there = courses.get(key);
    if (there) there.push(taken);
    else courses.set(key, [taken]);
  }
  const firsts = new Map<Id, T>();
  for (const same of courses.values()) {
    const [first, ...others] = same.length > 1 ? same.sort(byWeight) : same;
    for (const { claim } of first ? others : []) if (first) firsts.set(claim.id, first);
  }
  return firsts;
}

function byWeight(one: Taken, other: Taken): number {
  return rankOf(one) < rankOf(other) ? -1 : 1;
}

/** Smaller counts. The id comes last: it hangs on the order of entry, which must decide of nothing. */
function rankOf({ verdict, activity, claim }: Taken): string {
  const marks = Object.entries(claim.marks).sort();
  const answered = marks.filter(([, isSo]) => isSo).length;
  return [
    ...[verdict.is === 'earned' ? 0 : 1, activity.completedOn],
    ...[900_000 - claim.units, 900 - answered, JSON.stringify(marks), claim.id],
  ].join(' ');
}
