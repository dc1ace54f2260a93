import { Temporal } from 'temporal-polyfill';
import type { Context } from '../library/apply';
import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Collection, Library } from '../library/schema';
import { bodyName, ruleSetFor } from '../reference';
import { isOffered } from '../reference/own-bodies';
import { failed, type Problem } from '../result';
import { holdingKey, holdingName } from './holdings';
import type { Cycle, Holding } from './schema';

type Refusal = { ok: false; problem: Problem };

/** No known body's cycle is longer than two years; six leave room for leave, extensions and mistakes of theirs. */
const longestCycleYears = 6;

/** No credential is older, and nothing is planned further ahead than a cycle and the next. */
const earliestYear = 1980;
const yearsAhead = 6;

function refuse(...problem: Parameters<typeof failed>): Refusal {
  return failed(...problem) as Refusal;
}

/** Refuses years that can only be typing errors. */
export function checkDay(day: Day, today: Day, years = yearsAhead): Refusal | null {
  const year = Number(day.slice(0, 4));
  const isNear = year >= earliestYear && year <= Number(today.slice(0, 4)) + years;
  return isNear ? null : refuse('date-far-off', { date: day });
}

/** Refuses days that cannot be, and a credential that would end before it was earned. */
export function checkHoldingDates(
  { earnedOn, endedOn }: Pick<Holding, 'earnedOn' | 'endedOn'>,
  today: Day,
): Refusal | null {
  for (const day of [earnedOn, endedOn]) {
    const wrong = day === null ? null : checkDay(day, today);
    if (wrong) return wrong;
  }
  if (earnedOn === null || endedOn === null || endedOn >= earnedOn) return null;
  return refuse('holding-backwards', { earnedOn, endedOn });
}

/** Whether the credential is held now, under that name if it has one; one that was given up can be earned again. */
export function isHeld(
  { holdings }: Pick<Library, 'holdings'>,
  held: Pick<Holding, 'credential' | 'name'>,
  except?: Id,
): boolean {
  const key = holdingKey(held);
  return live(holdings).some(
    (one) => one.id !== except && one.endedOn === null && holdingKey(one) === key,
  );
}

type CycleDates = Pick<Cycle, 'id' | 'body' | 'start' | 'end' | 'openingUnits' | 'openingMarked'>;

/** Refuses a cycle whose dates cannot be, that shares a day with another, or whose parts exceed the whole. */
export function checkCycle(
  library: Pick<Library, 'cycles'>,
  cycle: CycleDates,
  { today, reference }: Context,
): Refusal | null {
  const { id, body, start, end, openingUnits, openingMarked } = cycle;
  const { months = 0 } = ruleSetFor(body, start, reference)?.cycle ?? {};
  // A body of the user's own may have longer ones than any that is known here.
  const years = Math.max(longestCycleYears, Math.ceil(months / 12) + 1);
  const farOff = checkDay(start, today, years) ?? checkDay(end, today, years);
  if (farOff) return farOff;
  if (end <= start) return refuse('cycle-backwards', { start, end });
  const latest = Temporal.PlainDate.from(start).add({ years }).toString();
  if (end > latest) return refuse('cycle-too-long', { start, end });
  const overlapped = live(library.cycles).find(
    (other) => other.id !== id && other.body === body && other.start <= end && other.end >= start,
  );
  if (overlapped) {
    return refuse('cycle-overlaps', {
      body: bodyName(body, reference),
      start: overlapped.start,
      end: overlapped.end,
    });
  }
  for (const [mark, units] of Object.entries(openingMarked)) {
    if (units <= openingUnits) continue;
    const part = reference.marks.find((known) => known.id === mark)?.name ?? mark;
    return refuse('opening-exceeds', { part });
  }
  return null;
}

/**
 * Refuses to take a record out of the trash where it could no longer be entered: what it belongs to is gone,
 * or something else has taken its place meanwhile.
 */
export function checkRestored(
  library: Library,
  collection: Collection,
  id: Id,
  context: Context,
): Refusal | null {
  switch (collection) {
    case 'holdings': {
      const holding = library.holdings[id];
      if (!holding || !isOffered(holding.body, library)) return goneWith('body');
      const name = holdingName(holding, context.reference);
      return holding.endedOn === null && isHeld(library, holding)
        ? refuse('already-held', { credential: name })
        : null;
    }
    case 'cycles': {
      const cycle = library.cycles[id];
      return cycle ? checkCycle(library, cycle, context) : null;
    }
    case 'claims': {
      const claim = library.claims[id];
      return !claim || isGone(library.activities, claim.activityId) ? goneWith('activity') : null;
    }
    case 'overrides': {
      const override = library.overrides[id];
      if (!override || isGone(library.cycles, override.cycleId)) return goneWith('cycle');
      const isSet = live(library.overrides).some(
        ({ cycleId, rule }) => cycleId === override.cycleId && rule === override.rule,
      );
      return isSet ? refuse('changed-since', { what: 'the adjusted requirement' }) : null;
    }
    case 'evidence': {
      const file = library.evidence[id];
      return !file || isGone(library.activities, file.activityId) ? goneWith('activity') : null;
    }
    case 'facts': {
      const fact = library.facts[id];
      return !fact || isGone(library.programs, fact.programId) ? goneWith('program') : null;
    }
    case 'activities':
    case 'bodies':
    case 'exams':
    case 'adjustments':
    case 'preparations':
    case 'deadlines':
    case 'occurrences':
    case 'programs':
    case 'highlights':
    case 'bookmarks':
    case 'cards':
    case 'documents':
    case 'importMappings':
      return null;
  }
}

function isGone(records: Record<Id, { deletedAt?: string | undefined }>, id: Id): boolean {
  const record = records[id];
  return record === undefined || record.deletedAt !== undefined;
}

function goneWith(what: string): Refusal {
  return refuse('not-there', { what });
}
