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
 * one counts, of these the earliest, and on one day that with more units: never the one that was typed first.
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
  const rank = ({ verdict, activity, claim }: Taken) =>
    `${verdict.is === 'earned' ? 0 : 1} ${activity.completedOn} ${String(1e6 - claim.units).padStart(8, '0')} ${claim.id}`;
  return rank(one) < rank(other) ? -1 : 1;
}
