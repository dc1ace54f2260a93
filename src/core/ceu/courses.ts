import type { Day, Id } from '../library/fields';
import { eventKeys } from './event-keys';
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
  /**
   * An equal title, of which only one or none has an index number: nobody but the user knows. Never by what the body has
   * not accepted where this is, nor by what is still to come where this is earned.
   */
  maybe: Map<Id, T>;
}

/** course: an equal number or title on whatever day may be the same. event: on one day alone, as a session may recur. */
export type Repeated = 'course' | 'event';

/** Under which an activity is found by what may be the same: its index number, its title; none where neither tells. */
export function repeatKeys(
  activity: Activity,
  of: Repeated,
): {
  index: string;
  title: string;
} {
  const { index, title } = eventKeys(activity);
  const day: Day = of === 'event' ? activity.completedOn : '';
  return {
    index: index === '' ? '' : `index ${day} ${index}`,
    title: title === '' ? '' : `title ${day} ${title}`,
  };
}

/**
 * The claims that repeat another of their body. Of several the earned one counts, of these one that the body has
 * accepted, then the earliest, on one day that with more units, then with more answers: never the one that was typed first. Two with index numbers that differ are two.
 */
export function repeatsOf<T extends Taken>(claims: readonly T[], of: Repeated): Repeats<T> {
  const repeats: Repeats<T> = { same: new Map(), maybe: new Map() };
  for (const ofBody of byBody(claims).values()) addRepeats(ofBody, of, repeats);
  return repeats;
}

function byBody<T extends Taken>(claims: readonly T[]): Map<string, T[]> {
  const bodies = new Map<string, T[]>();
  for (const taken of claims) {
    const there = bodies.get(taken.claim.body);
    if (there) there.push(taken);
    else bodies.set(taken.claim.body, [taken]);
  }
  return bodies;
}

function addRepeats<T extends Taken>(
  claims: readonly T[],
  of: Repeated,
  repeats: Repeats<T>,
): void {
  const isNumbered = ({ activity }: T) => eventKeys(activity).index !== '';
  for (const group of alike(claims, (taken) => repeatKeys(taken.activity, of).index)) {
    const [first, ...others] = inOrder(group);
    for (const { claim } of first ? others : []) if (first) repeats.same.set(claim.id, first);
  }
  for (const group of alike(claims, (taken) => repeatKeys(taken.activity, of).title)) {
    const ordered = inOrder(group);
    const surest = ordered.filter((one) => ordered[0] && bySureness(one, ordered[0]) === 0);
    const first = surest.find(isNumbered) ?? surest[0];
    if (!first) continue;
    const without = ordered.filter((one) => one !== first && !isNumbered(one));
    // Two with numbers of their own are two: no more of them can repeat the surest than there are of these.
    const among = isNumbered(first) ? [] : ordered.filter(isNumbered);
    for (const { claim } of [...without, ...among.slice(0, surest.length)]) {
      repeats.maybe.set(claim.id, first);
    }
  }
}

/** Those with equal keys, where there are several. A list for each of thousands that are alone would be most of the work. */
function alike<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const alone = new Map<string, T>();
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === '') continue;
    const group = groups.get(key);
    const first = alone.get(key);
    if (group) group.push(one);
    else if (first === undefined) alone.set(key, one);
    else groups.set(key, [first, one]);
  }
  return [...groups.values()];
}

function inOrder<T extends Taken>(group: T[]): T[] {
  return group.length < 2 ? group : [...group].sort(byRank);
}

const answersOf = ({ marks }: Claim) => Object.values(marks).filter((isSo) => isSo).length;
const marksOf = ({ marks }: Claim) => JSON.stringify(Object.entries(marks).sort());
const holdingsOf = ({ holdings }: Claim) => [...holdings].sort().join(' ');

/** What is earned before what is to come, and of what is earned that to which the body has said yes. */
function bySureness(one: Taken, other: Taken): number {
  const surenessOf = ({ claim, verdict }: Taken) =>
    verdict.is !== 'earned' ? 0 : claim.state === 'accepted' ? 2 : 1;
  return surenessOf(other) - surenessOf(one);
}

/**
 * Smaller counts. Copies that are alike in units and answers can still be put into another cycle or to another
 * credential. The id comes last: it hangs on the order of entry, which must decide of nothing.
 */
function byRank(one: Taken, other: Taken): number {
  const [mine, theirs] = [one.claim, other.claim];
  return (
    bySureness(one, other) ||
    inText(one.activity.completedOn, other.activity.completedOn) ||
    theirs.units - mine.units ||
    answersOf(theirs) - answersOf(mine) ||
    inText(marksOf(mine), marksOf(theirs)) ||
    inText(mine.cycleId ?? '', theirs.cycleId ?? '') ||
    inText(holdingsOf(mine), holdingsOf(theirs)) ||
    inText(one.activity.title, other.activity.title) ||
    inText(mine.id, theirs.id)
  );
}

function inText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
