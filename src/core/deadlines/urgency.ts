import type { Deadline } from './deadline';
import type { DueOccurrence } from './occurrences';
import { isAsked, isOverdue, wasSat } from './words';

/*
 * The one order of what came up, for Today, the Calendar, the notices and the command line, and the one rule of
 * what must not be folded away.
 */

type Kind = Pick<Deadline, 'kind' | 'isAskedAfter'>;

/** 0: overdue, due today or waiting for a result. 1: to come, or taking effect today. 2: it has happened, or is only prepared. */
function rank({ deadline, daysLeft }: Pick<DueOccurrence, 'deadline' | 'daysLeft'>): 0 | 1 | 2 {
  if (isAsked(deadline)) return daysLeft <= 0 ? 0 : 1;
  if (wasSat(deadline, daysLeft)) return 0;
  if (daysLeft < 0 || (deadline.kind === 'preparation' && daysLeft === 0)) return 2;
  return 1;
}

/** What is overdue and what is due today first, then the soonest; what has merely happened is last. */
export function byUrgency(one: DueOccurrence, other: DueOccurrence): number {
  const ranks = rank(one) - rank(other);
  if (ranks !== 0) return ranks;
  if (one.daysLeft !== other.daysLeft) return one.daysLeft - other.daysLeft;
  return one.deadline.id < other.deadline.id ? -1 : 1;
}

const pressingDays = 6;
const pressingDaysOfCycle = 30;

/**
 * Whether it is always shown: what is overdue, what is due within the week, a cycle that ends within 30 days, and an
 * exam of which nobody has said how it went.
 */
export function isPressing(deadline: Kind, daysLeft: number): boolean {
  if (daysLeft < 0) return isOverdue(deadline, daysLeft) || wasSat(deadline, daysLeft);
  if (deadline.kind === 'cycle-end') return daysLeft <= pressingDaysOfCycle;
  return deadline.kind !== 'preparation' && daysLeft <= pressingDays;
}

/** All of a list that is pressing, and others up to `few` in all; the order stays. */
export function atFirst<Item>(
  items: readonly Item[],
  few: number,
  isOne: (item: Item) => boolean,
): Item[] {
  let room = Math.max(0, few - items.filter(isOne).length);
  return items.filter((item) => isOne(item) || room-- > 0);
}
