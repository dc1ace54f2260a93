import type { ClaimDraft } from '../../../src/core/ceu/commands';
import type { CommandOf } from '../../../src/core/library/commands';
import type { Day } from '../../../src/core/library/fields';
import { addDays, addMonths, monthEnd } from '../../../src/core/dates';
import { fiscalYearTraining, learning, type Learned, type SampleClaim } from './learning';
import { sampleDates, sampleExam } from './own-dates';
import { samplePreparation } from './preparation';
import { samplePrograms } from './programs';
import { sampleReading } from './reading';

/** One step of making the sample, as its coder would have done it. */
export interface Step {
  /** The day on which it is entered. */
  on: Day;
  command: CommandOf<
    | 'holding.add'
    | 'cycle.add'
    | 'activity.log'
    | 'deadline.add'
    | 'exam.add'
    | 'program.add'
    | 'highlight.add'
    | 'bookmark.add'
    | 'card.add'
    | 'preparation.add'
    | 'preparation.answer'
  >;
  hasCertificate: boolean;
}

const isInvented = 'Everything in this library is invented.';

/** The end of an AAPC cycle in two to four months: odd months in odd years, even ones in even years. */
function aapcEnd(today: Day): Day {
  const ends = [2, 3, 4].map((months) => monthEnd(addMonths(`${today.slice(0, 7)}-01`, months)));
  const isDue = (day: Day) => Number(day.slice(0, 4)) % 2 === Number(day.slice(5, 7)) % 2;
  return ends.find(isDue) ?? today;
}

/** Whole months first, then the days of a fraction. */
function dayOf(when: Learned['when'], today: Day): Day {
  if ('on' in when) return when.on;
  if ('days' in when) return addDays(today, when.days);
  const whole = Math.trunc(when.months);
  return addDays(addMonths(today, whole), Math.round((when.months - whole) * 30));
}

function draft(body: string, { units, state, ...known }: SampleClaim): ClaimDraft {
  const marks: Record<string, boolean> = {};
  if (known.source !== undefined) marks['ahima-source'] = known.source;
  if (known.domain !== undefined) marks['hiim-domain'] = known.domain;
  if (known.approved !== undefined) marks['aapc-approved'] = known.approved;
  return { body, units, state, marks, holdings: [], cycleId: null };
}

/** The Septembers that the coder has been through since she holds both credentials. */
function fiscalYears(since: Day, today: Day): Learned[] {
  const trainings: Learned[] = [];
  for (let year = Number(since.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1) {
    const day = `${year}-09-18`;
    if (since < day && day < today) trainings.push(fiscalYearTraining(year + 1, day));
  }
  return trainings;
}

/**
 * The sample, its dates worked out from today: a CCS of 33 months ago, so that its second cycle runs, and a
 * CIC whose second cycle ends in the next months; two cycles at each body and what was learned for them; dates
 * of the coder's own, an exam, programs that are compared, and what was marked in the guide or made into cards.
 */
export function samplePlan(today: Day): Step[] {
  const ccs = addMonths(today, -33);
  const second = addMonths(ccs, 24);
  const end = aapcEnd(today);
  const secondEnd = addDays(addMonths(ccs, 48), -1);
  const firstEnd = monthEnd(addMonths(end, -24));
  const secondStart = addDays(firstEnd, 1);
  const cic = `${addMonths(end, -48).slice(0, 7)}-14`;
  const none = { openingUnits: 0, openingMarked: {}, note: '' };
  const credentials: Step[] = [
    step(ccs, {
      type: 'holding.add',
      credential: 'cic',
      earnedOn: cic,
      note: isInvented,
      cycle: {
        start: cic,
        end: firstEnd,
        openingUnits: 1800,
        openingMarked: { 'aapc-approved': 1800 },
        note: 'Counted before this library was begun (invented)',
      },
    }),
    step(ccs, {
      type: 'holding.add',
      credential: 'ccs',
      earnedOn: ccs,
      note: isInvented,
      cycle: { start: ccs, end: addDays(second, -1), ...none },
    }),
    step(secondStart, { type: 'cycle.add', body: 'aapc', start: secondStart, end, ...none }),
    step(second, { type: 'cycle.add', body: 'ahima', start: second, end: secondEnd, ...none }),
  ];
  const activities = [...learning, ...fiscalYears(ccs, today)]
    .map((item) => ({ item, day: dayOf(item.when, today) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1))
    .map(({ item, day }, index) =>
      // What is planned was entered yesterday.
      step(
        day < today ? day : addDays(today, -1),
        logged(item, day, index + 1),
        item.hasCertificate,
      ),
    );
  const dates = sampleDates(today).map(({ on, command }) => step(on, command));
  const exam = sampleExam(today);
  // One a day, so that they stay in their order.
  const programs = samplePrograms(today).map((command, nth) =>
    step(addDays(today, nth - 5), command),
  );
  const reading = sampleReading(today).map(({ on, command }) => step(on, command));
  const preparation = samplePreparation(today).map((command) => step(today, command));
  return [
    ...credentials,
    ...activities,
    ...dates,
    step(exam.on, exam.command),
    ...programs,
    ...reading,
    ...preparation,
  ];
}

function step(on: Day, command: Step['command'], hasCertificate = false): Step {
  return { on, command, hasCertificate };
}

function logged(
  { title, hours, sponsor, note = '', ahima, aapc, hasIndexNumber = true }: Learned,
  completedOn: Day,
  number: number,
): CommandOf<'activity.log'> {
  const indexNumber = aapc && hasIndexNumber ? `INVENTED-${String(number).padStart(2, '0')}` : '';
  const claims = [
    ...(ahima ? [draft('ahima', ahima)] : []),
    ...(aapc ? [draft('aapc', aapc)] : []),
  ];
  return { type: 'activity.log', title, completedOn, hours, sponsor, indexNumber, note, claims };
}
