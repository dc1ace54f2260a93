import preparation from '../../../content/reference/preparation.json' with { type: 'json' };
import { dayIn, daysBetween } from '../day-words';
import { codeSetDatesBetween } from '../deadlines/code-set-year';
import type { Here } from '../deadlines/deadline';
import { adjustmentId, deadlineId } from '../deadlines/ids';
import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Reference } from '../reference/schema';
import type { Leads, PlanOf, PreparationFile } from './plan-schema';
import type { Preparation, PreparationState } from './preparation-schema';

// Shipped with the program, and checked against the schema by plan.test.ts, not at each start.
const { plans, tasks } = preparation as PreparationFile;

export type PlanSlices = Pick<Library, 'createdAt' | 'preparations' | 'adjustments'>;

/** One task of a plan; `task` is the id of the plan's own, `id` that of the record of the user's. */
export interface PlanTask {
  key: string;
  task: string | null;
  id: Id | null;
  title: string;
  why: string;
  leads: Leads | null;
  state: PreparationState;
  doneOn: Day | null;
}

/** What is to be done before a release takes effect. */
export interface Plan {
  /** Such as `october:2027`, for FY2028. */
  release: string;
  of: PlanOf;
  /** `FY2028`, `April 2027`. */
  name: string;
  /** When the files are expected, or the day that was confirmed. */
  startsOn: Day;
  isStartApproximate: boolean;
  takesEffectOn: Day;
  tasks: PlanTask[];
  /** Not counting what is not relevant. */
  done: number;
  outOf: number;
  /** It has taken effect, and something is left. */
  isOverdue: boolean;
  /** Nothing is left. */
  isComplete: boolean;
}

/** A plan that is complete is still shown for so many days after the day on which its release takes effect. */
const shownAfter = 30;

/**
 * The plans there are on a day, the one that takes effect soonest first. A plan starts when its files are
 * expected; what is left of it stays until it is done or not relevant. A release that had taken effect before
 * the library was begun has none, unless something was noted for it.
 */
export function plansOf(
  library: PlanSlices,
  { today, timeZone }: Here,
  reference: Reference,
): Plan[] {
  const records = live(library.preparations);
  const noted = new Set(records.map(({ release }) => release));
  const begun = dayIn(library.createdAt, timeZone);
  const first = [begun, ...[...noted].map((release) => `${release.split(':')[1] ?? ''}-01-01`)]
    .filter((day) => /^\d{4}-/.test(day))
    .reduce((one, other) => (other < one ? other : one));
  const found: Plan[] = [];
  const from = Number(first.slice(0, 4));
  const last = Number(today.slice(0, 4)) + 1;
  const datesOf = datesBetween(from, last, library, reference);
  for (let year = from; year <= last; year += 1) {
    for (const kind of plans) {
      const dates = datesOf(kind, year);
      const release = `${kind.date}:${year}`;
      if (!dates || dates.startsOn > today) continue;
      if (dates.takesEffectOn <= begun && !noted.has(release)) continue;
      const plan = planFrom(kind, year, dates, records, today);
      if (plan.isComplete && daysBetween(plan.takesEffectOn, today) > shownAfter) continue;
      found.push(plan);
    }
  }
  return found.sort((one, other) => (one.takesEffectOn < other.takesEffectOn ? -1 : 1));
}

/** The plan that begins next, for the sentence where none runs. */
export function nextPlanOf(
  library: Pick<PlanSlices, 'adjustments'>,
  today: Day,
  reference: Reference,
): Pick<Plan, 'name' | keyof Dates> | null {
  const year = Number(today.slice(0, 4));
  const datesOf = datesBetween(year, year + 2, library, reference);
  const coming = [year, year + 1, year + 2].flatMap((of) =>
    plans.flatMap((kind) => {
      const dates = datesOf(kind, of);
      return dates && dates.startsOn > today ? [{ name: filled(kind.name, of, ''), ...dates }] : [];
    }),
  );
  return coming.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1))[0] ?? null;
}

/** The plan that is told of first: the one that runs, else the newest of which something is left. */
export function planToTell(found: readonly Plan[], today: Day): Plan | null {
  const running = found.find(({ takesEffectOn }) => takesEffectOn > today);
  return running ?? found.findLast(({ isOverdue }) => isOverdue) ?? null;
}

/** “2 of 5 done; takes effect Oct 1, 2027”, under a title that names the release. `show` writes the day. */
export function progressInWords(
  { done, outOf, isOverdue, isComplete, takesEffectOn }: Plan,
  show: (day: Day) => string,
): string {
  if (isComplete) return 'Prepared: nothing is left';
  if (isOverdue) return `Left: ${outOf - done} of ${outOf}`;
  return `${done} of ${outOf} done; takes effect ${show(takesEffectOn)}`;
}

/** “Preparing for FY2028: 2 of 5 done”; after its day “Left of FY2028: 3 of 5”. */
export function planInWords({ name, done, outOf, isOverdue, isComplete }: Plan): string {
  if (isComplete) return `Prepared for ${name}: nothing is left`;
  if (isOverdue) return `Left of the preparation for ${name}: ${outOf - done} of ${outOf}`;
  return `Preparing for ${name}: ${done} of ${outOf} done`;
}

type Kind = PreparationFile['plans'][number];
type Dates = Pick<Plan, 'startsOn' | 'isStartApproximate' | 'takesEffectOn'>;

/** When a plan starts and when its release takes effect; a day that the user has recorded goes before. */
function datesBetween(
  first: number,
  last: number,
  { adjustments }: Pick<PlanSlices, 'adjustments'>,
  reference: Reference,
): (kind: Kind, year: number) => Dates | null {
  const all = codeSetDatesBetween(`${first - 1}-01-01`, `${last}-12-31`, false, reference);
  const byId = new Map(all.map((date) => [date.id, date]));
  return ({ date, startsWith, yearsBefore }, year) => {
    const start = byId.get(`${startsWith}:${year - yearsBefore}`);
    const effect = byId.get(`${date}:${year}`);
    if (!start || !effect) return null;
    const adjusted = adjustments[adjustmentId(deadlineId({ of: 'code-set', date: start.id }))];
    const moved = adjusted?.deletedAt === undefined ? (adjusted?.movedTo ?? null) : null;
    return {
      startsOn: moved ?? start.date,
      isStartApproximate: moved === null && start.isApproximate,
      takesEffectOn: effect.date,
    };
  };
}

function planFrom(
  kind: Kind,
  year: number,
  dates: Dates,
  records: readonly Preparation[],
  today: Day,
): Plan {
  const release = `${kind.date}:${year}`;
  const name = filled(kind.name, year, '');
  const noted = records.filter((record) => record.release === release);
  const all = [...standard(kind.date, year, name, noted), ...own(noted)];
  const relevant = all.filter(({ state }) => state !== 'not-relevant');
  const done = relevant.filter(({ state }) => state === 'done').length;
  const isComplete = done === relevant.length;
  return {
    ...{ release, of: kind.date, name, ...dates, tasks: all },
    ...{ done, outOf: relevant.length, isComplete },
    isOverdue: !isComplete && dates.takesEffectOn <= today,
  };
}

function standard(
  of: PlanOf,
  year: number,
  name: string,
  noted: readonly Preparation[],
): PlanTask[] {
  return tasks.map(({ id: task, title, why, leads }) => {
    const record = noted.find((one) => one.task === task);
    const to =
      leads.to === 'ceu' ? { ...leads, activity: filled(leads.activity, year, name) } : leads;
    return {
      ...{ key: task, task, id: null, leads: to, why: filled(why[of], year, name) },
      title: filled(title, year, name),
      state: record?.state ?? 'open',
      doneOn: record?.doneOn ?? null,
    };
  });
}

/** In the order in which they were entered. */
function own(noted: readonly Preparation[]): PlanTask[] {
  return noted
    .filter(({ task }) => task === null)
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .map(({ id, title, state, doneOn }) => {
      return { key: id, task: null, id, title, why: '', leads: null, state, doneOn };
    });
}

function filled(text: string, year: number, name: string): string {
  return text
    .replaceAll('{name}', name)
    .replaceAll('{year}', String(year))
    .replaceAll('{nextYear}', String(year + 1));
}
