import { addMonths } from '../dates';
import type { Day } from '../library/fields';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import { codeSetDatesOf, codeSetDeadlineId } from './code-set-year';
import type { Deadline } from './deadline';
import { leadsByKind } from './leads';

type Slices = Pick<Library, 'createdAt' | 'settings' | 'adjustments'>;

/** April 1 was adopted from 2022 on (86 FR 44950): of the years before, these dates would say what was not so. */
const codeSetsKnownFrom = '2022-01-01';

const onTheDay = [0];

/** The code-set dates from a day on, until twelve months after today unless said otherwise. */
export function deadlinesOfCodeSets(
  library: Slices,
  today: Day,
  reference: Reference,
  from: Day,
  until: Day = addMonths(today, 12),
): Deadline[] {
  const first = from < codeSetsKnownFrom ? codeSetsKnownFrom : from;
  return codeSetDatesOf(first, until, library, reference).map(
    ({ id, standard, title, says, weight, isApproximate, isMinor, source }): Deadline => {
      const kind = weight === 'takes-effect' ? 'code-set' : 'preparation';
      return {
        id: codeSetDeadlineId(id),
        kind,
        // As it is reckoned: what the user confirmed is applied to all deadlines alike, by `withRecords`.
        date: standard,
        title,
        detail: says,
        // Of what users of CPT have besides, each quarter, the list tells on the day, and that is all.
        leads: isMinor ? onTheDay : [...leadsByKind[kind]],
        isNoticed: kind === 'code-set' && !isMinor,
        isApproximate,
        isMinor,
        knownSince: library.createdAt,
        // What is prepared for has its plan there; so has the day on which it takes effect.
        open: { screen: needsPlan(id) ? 'codes' : 'calendar', id: null },
        source,
      };
    },
  );
}

/** Whether the preparation for a release is about the date: see content/reference/preparation.json. */
function needsPlan(id: string): boolean {
  return /^(october|april|files|guidelines|april-announced|corrections|final-rule):/.test(id);
}
