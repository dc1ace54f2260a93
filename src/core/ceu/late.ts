import { addDays, addMonths } from '../dates';
import type { Day } from '../library/fields';
import { bodyName, ruleSetFor } from '../reference';
import type { LateStage, Reference, Source, Span } from '../reference/schema';
import type { Cycle } from './schema';

/** A stage after a cycle that was not completed, with its days where they could be worked out. */
export interface DatedStage {
  id: string;
  title: string;
  says: string;
  from: Day | null;
  until: Day | null;
  /** Whether a day lies in it; false where its days are not known. */
  isNow: boolean;
  cents: number | null;
  source: Source;
  /** Pages are old and may disagree: no stage is acted on. */
  check: string;
}

/**
 * What the body says of the time after the end of a cycle that is still open (`openPastEnd`), in the order of the
 * reference; none before that, since reminders count to the end alone. `endsOn` is the end that holds. Nothing here changes a standing.
 */
export function lateStages(
  cycle: Pick<Cycle, 'body' | 'start'>,
  endsOn: Day,
  today: Day,
  reference: Reference,
): DatedStage[] {
  const set = ruleSetFor(cycle.body, cycle.start, reference);
  if (!set || today <= endsOn) return [];
  const due = set.cycle.dueOn === 'last-day' ? endsOn : addDays(endsOn, 1);
  return set.late
    .filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= endsOn)
    .map((stage) => dated(stage, due, today, bodyName(cycle.body, reference)));
}

function dated(stage: LateStage, due: Day, today: Day, name: string): DatedStage {
  const from = stage.from && after(due, stage.from);
  // Without its first day a stage has no last one either.
  const until = from === null || stage.until === null ? null : after(due, stage.until);
  const { id, title, says, cents, source } = stage;
  const isNow = from !== null && from <= today && (until === null || today <= until);
  return { id, title, says, from, until, isNow, cents, source, check: `Check with ${name}.` };
}

function after(day: Day, { years = 0, days = 0 }: Span): Day {
  return addDays(addMonths(day, years * 12), days);
}
