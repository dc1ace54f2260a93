import { lateStages, type DatedStage } from '../ceu/late';
import { openPastEnd } from '../ceu/past-end';
import type { Cycle } from '../ceu/schema';
import { addDays, formatDay } from '../dates';
import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import { bodyName } from '../reference';
import type { Reference } from '../reference/schema';
import type { Deadline } from './deadline';

type Slices = Pick<Library, 'holdings' | 'cycles' | 'adjustments' | 'occurrences'>;

const onTheDay = [0];

/**
 * What a body says of the time after a cycle's end, once that has passed and nobody said that it is dealt with
 * (`openPastEnd`). A stage is there while it lasts; nothing is done by it. Counted from the end that holds, an
 * extension included. A stage without a known day has no deadline.
 */
export function deadlinesOfLate(library: Slices, today: Day, reference: Reference): Deadline[] {
  return [...openPastEnd(library, today)].flatMap(([id, endsOn]) => {
    const cycle = library.cycles[id];
    return cycle ? stagesOf(cycle, endsOn, today, reference) : [];
  });
}

function stagesOf(cycle: Cycle, endsOn: Day, today: Day, reference: Reference): Deadline[] {
  const name = bodyName(cycle.body, reference);
  return lateStages(cycle, endsOn, today, reference).flatMap((stage): Deadline[] => {
    const { id, title, says, from, until, check, source } = stage;
    if (from === null || (until !== null && until < today)) return [];
    return [
      {
        id: `late:${cycle.id}:${id}`,
        kind: 'late',
        date: from,
        title: `${name} after the end: ${inSentence(title, name)}`,
        detail: [says, lastDay(stage), check].filter((part) => part !== '').join(' '),
        leads: onTheDay,
        // The end itself is told on the day after it; what begins on that day is only listed.
        isNoticed: from > addDays(endsOn, 2),
        isApproximate: false,
        isMinor: false,
        knownSince: cycle.createdAt,
        open: { screen: 'ceus', id: cycle.id },
        source,
        issuer: name,
      },
    ];
  });
}

function lastDay({ until }: DatedStage): string {
  return until === null ? '' : `It runs until ${formatDay(until, 'en-US', 'medium')}.`;
}

/** A stage's title within a sentence; one that begins with the body's name keeps it. */
function inSentence(title: string, name: string): string {
  return title.startsWith(name) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}
