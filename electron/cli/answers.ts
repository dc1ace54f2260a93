import { cycleOfClaim } from '../../src/core/ceu/cycles';
import { ledgerColumns } from '../../src/core/ceu/import/own-export';
import { learningRows } from '../../src/core/ceu/ledger';
import { addDays, daysBetween } from '../../src/core/dates';
import { checkInWords, recordInWords } from '../../src/core/deadlines/age';
import { remindersInWords } from '../../src/core/deadlines/later';
import { comingOf, remindersOf } from '../../src/core/deadlines/reminders';
import type { Deadline, Moment } from '../../src/core/deadlines/deadline';
import { inShort, missedInWords, thenInWords } from '../../src/core/deadlines/series-words';
import type { DueOccurrence } from '../../src/core/deadlines/occurrences';
import {
  awayInWords,
  daysInWords,
  kindOf,
  leadInWords,
  partOfMonth,
} from '../../src/core/deadlines/words';
import type { Library } from '../../src/core/library/schema';
import type { Reference } from '../../src/core/reference/schema';
import { formatUnits } from '../../src/core/units';
import { csv } from '../main/exports/csv';

/** One answer, for people and for programs. */
export interface Answer {
  text: string;
  json: unknown;
}

/** What came up and was not dealt with, as in the list of the Calendar, then all that is coming. */
export function deadlinesAnswer(library: Library, moment: Moment, reference: Reference): Answer {
  const on = moment.today;
  const reminders = remindersOf(library, moment, reference);
  const deadlines = inShort(comingOf(library, moment, reference));
  const cameUp = reminders.map((due) => reminderText(due, on)).join('');
  const coming = deadlines.map((deadline) => deadlineText(deadline, on)).join('');
  const text = [
    cameUp === '' ? 'Nothing has come up that is not dealt with.\n' : `Came up\n${cameUp}`,
    coming === '' ? `From ${on} on there is no date.\n` : `Coming\n${coming}`,
  ].join('\n');
  return { text, json: { on, reminders, deadlines } };
}

function reminderText({ deadline, lead, daysLeft }: DueOccurrence, on: string): string {
  const since = addDays(deadline.date, -lead);
  const ago = daysInWords(daysBetween(on, since));
  const first = missedInWords(deadline) === null ? null : deadline.series?.missed?.first;
  const cameUp = first
    ? `; the first on ${first}`
    : `; came up ${leadInWords(lead)}, on ${since} (${ago})`;
  return [
    `${whenOf(deadline)}  ${deadline.title}, ${awayInWords(deadline, daysLeft)}\n`,
    `            ${kindOf(deadline)}${deadline.isApproximate ? '' : cameUp}\n`,
    ...remarks(deadline, on),
  ].join('');
}

function deadlineText(deadline: Deadline, on: string): string {
  const { date, title, source } = deadline;
  const doubt = source && source.confidence !== 'official' ? `, ${source.confidence}` : '';
  const from = source ? `; ${source.title}, checked ${source.checkedOn}${doubt}` : '';
  const again = deadline.series ? `; ${thenInWords(deadline.series.repeat, (day) => day)}` : '';
  const reminders = remindersInWords(deadline, on, (day) => day).toLowerCase();
  return [
    `${whenOf(deadline)}  ${title}, ${awayInWords(deadline, daysBetween(on, date))}\n`,
    `            ${kindOf(deadline)}${again}; ${reminders}${from}\n`,
    ...remarks(deadline, on),
  ].join('');
}

/** What is recorded of it, and that its rule is to be checked: a line each. */
function remarks(deadline: Deadline, on: string): string[] {
  const record = recordInWords(deadline, asIs);
  const note = deadline.record?.note.split('\n', 1)[0] ?? '';
  const lines = [note === '' ? record : `${record}; ${note}`, checkInWords(deadline, on, asIs)];
  return lines.filter((line) => line !== '').map((line) => `            ${line}\n`);
}

const asIs = (day: string) => day;

/** The day, or about when: “early 2027-10”. */
function whenOf({ date, isApproximate }: Deadline): string {
  return isApproximate ? `${partOfMonth(date).toLowerCase()} ${date.slice(0, 7)}` : date;
}

/** The ledger: one row a claim, and one for each activity that is claimed nowhere. */
export function ledgerCsv(library: Library, reference: Reference): string {
  const rows = learningRows(library)
    .reverse()
    .flatMap(({ activity, claims, evidence }) => {
      const { completedOn, title, sponsor, indexNumber, note } = activity;
      const names = evidence.map(({ name }) => name).join('; ');
      const claimed = claims.map((claim) => {
        const cycle = cycleOfClaim(claim, activity, library.cycles, reference);
        const { body, units, state } = claim;
        const name = library.bodies[body]?.name ?? body;
        return [name, cycle?.start ?? '', cycle?.end ?? '', formatUnits(units), state] as const;
      });
      return (claimed.length > 0 ? claimed : [['', '', '', '', ''] as const]).map(
        ([body, start, end, units, state]) => [
          ...[body, start, end, completedOn, title, sponsor, indexNumber],
          ...[units, state, formatUnits(activity.hours), names, note],
        ],
      );
    });
  return csv([ledgerColumns, ...rows]);
}
