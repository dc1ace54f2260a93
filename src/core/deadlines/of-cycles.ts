import { holdingsIn } from '../ceu/counting';
import type { Cycle } from '../ceu/schema';
import { listed, namesOf } from '../ceu/totals';
import { addDays, addMonths, dayInWords } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { bodyOf, ruleSetFor } from '../reference';
import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import { cycleEndId, deadlineId } from './ids';
import { leadsByKind } from './leads';
import { dayThatHolds } from './records';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments'>;

/** The ends of the cycles of bodies of which a credential is held, and the days from which they can be submitted. */
export function deadlinesOfCycles(library: Slices, today: Day, reference: Reference): Deadline[] {
  return live(library.cycles).flatMap((cycle) =>
    deadlinesOfCycle(cycle, library, today, reference),
  );
}

function deadlinesOfCycle(
  cycle: Cycle,
  library: Slices,
  today: Day,
  reference: Reference,
): Deadline[] {
  const held = holdingsIn(cycle, library.holdings);
  if (held.length === 0) return [];
  const body = bodyOf(cycle.body, reference);
  const name = body?.name ?? cycle.body;
  const names = listed(namesOf(held, reference));
  const rule = ruleSetFor(cycle.body, cycle.start, reference)?.cycle;
  const base = {
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    knownSince: cycle.datedAt,
    open: { screen: 'ceus', id: cycle.id },
    source: rule?.source ?? null,
    issuer: name,
    ...(cycle.closedOn === null ? {} : { isSettled: true as const }),
  };
  const id = cycleEndId(cycle.id);
  const holds = dayThatHolds(id, cycle.end, library.adjustments);
  const isOver = holds < today;
  // The ledger still counts to the cycle's own end; what the body counts after it is not known.
  const lastDay =
    holds > cycle.end
      ? `the day that was granted. Ask ${name} whether units after the cycle’s own end count.`
      : 'the last day on which a unit counts.';
  const end: Deadline = {
    ...base,
    id,
    kind: 'cycle-end',
    date: cycle.end,
    title: `${name} cycle ${isOver ? 'ended' : 'ends'}`,
    detail:
      cycle.closedOn !== null
        ? `${names}: you closed this cycle on ${dayInWords(cycle.closedOn)}.`
        : isOver
          ? `${names}: the cycle is over. Check with ${name} what can still be done.`
          : `${names}: ${lastDay}`,
    leads: [...leadsByKind['cycle-end']],
  };
  if (!rule?.opensBefore) return [end];
  const { months = 0, days = 0 } = rule.opensBefore;
  const dueOn = rule.dueOn === 'last-day' ? cycle.end : addDays(cycle.end, 1);
  const opens: Deadline = {
    ...base,
    id: deadlineId({ of: 'window-opens', cycle: cycle.id }),
    kind: 'window-opens',
    date: addDays(addMonths(dueOn, -months), -days),
    title: `${name} submission opens`,
    detail: `${names}: ${months > 0 ? inWords(months, 'month') : inWords(days, 'day')} before the due date.`,
    leads: [...leadsByKind['window-opens']],
  };
  return [end, opens];
}

function inWords(count: number, unit: string): string {
  return count === 1 ? `one ${unit}` : `${count} ${unit}s`;
}
