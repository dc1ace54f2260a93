import { holdingsIn } from '../ceu/counting';
import { lateStages, type DatedStage } from '../ceu/late';
import type { Cycle } from '../ceu/schema';
import { addDays, dayInWords } from '../dates';
import type { Day } from '../library/fields';
import { live, type Library } from '../library/schema';
import { bodyName } from '../reference';
import type { Reference } from '../reference/schema';
import { endingsIn } from './answers';
import type { Deadline } from './deadline';
import { cycleEndId, deadlineId } from './ids';
import { dayThatHolds } from './records';
import { renewedOf } from './renewed';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments' | 'occurrences'>;

const onTheDay = [0];

/**
 * What a body says of the time after a cycle's end, once that has passed and nobody said that it is dealt with: not
 * closed, not renewed, its end neither done nor said to be not relevant. A stage is there while it lasts; nothing is
 * done by it. Counted from the end that holds, an extension included. A stage without a known day has no deadline.
 */
export function deadlinesOfLate(library: Slices, today: Day, reference: Reference): Deadline[] {
  const { cycles, adjustments, occurrences } = library;
  const open = live(cycles)
    .map((cycle) => ({ ...cycle, end: dayThatHolds(cycleEndId(cycle.id), cycle.end, adjustments) }))
    .filter(({ end, closedOn }) => end < today && closedOn === null);
  if (open.length === 0) return [];
  const renewed = renewedOf(library, today);
  const endingOf = endingsIn(occurrences);
  const isAnswered = ({ id, end }: Cycle) =>
    endingOf({ id: cycleEndId(id), kind: 'cycle-end', date: end }) !== undefined;
  return open
    .filter((cycle) => !renewed.has(cycle.id) && !isAnswered(cycle))
    .filter((cycle) => holdingsIn(cycle, library.holdings).length > 0)
    .flatMap((cycle) => stagesOf(cycle, today, reference));
}

function stagesOf(cycle: Cycle, today: Day, reference: Reference): Deadline[] {
  const name = bodyName(cycle.body, reference);
  return lateStages(cycle, today, reference).flatMap((stage): Deadline[] => {
    const { id, title, says, from, until, check, source } = stage;
    if (from === null || (until !== null && until < today)) return [];
    return [
      {
        id: deadlineId({ of: 'late', cycle: cycle.id, stage: id }),
        kind: 'late',
        date: from,
        title: `${name} after the end: ${inSentence(title, name)}`,
        detail: [says, lastDay(stage), check].filter((part) => part !== '').join(' '),
        leads: onTheDay,
        // The end itself is told on the day after it; what begins on that day is only listed.
        isNoticed: from > addDays(cycle.end, 2),
        isApproximate: false,
        isMinor: false,
        knownSince: cycle.datedAt,
        open: { screen: 'ceus', id: cycle.id },
        source,
        issuer: name,
      },
    ];
  });
}

function lastDay({ until }: DatedStage): string {
  return until === null ? '' : `It runs until ${dayInWords(until)}.`;
}

/** A stage's title within a sentence; one that begins with the body's name keeps it. */
function inSentence(title: string, name: string): string {
  return title.startsWith(name) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
