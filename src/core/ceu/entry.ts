import type { CommandOf } from '../library/commands';
import type { Day, Id, Units } from '../library/fields';
import { failed, ok, type Result } from '../result';
import type { ClaimDraft } from './commands';
import type { Activity, Claim, ClaimState, Marks } from './schema';

/** What is typed about one body. `units` null follows the hours, until the user says otherwise. */
export interface ClaimEntry {
  isOn: boolean;
  units: Units | null;
  state: ClaimState;
  marks: Marks;
  holdings: Id[];
  cycleId: Id | null;
}

/** An activity while it is typed: null where what was typed is empty or not understood. */
export interface Entry {
  title: string;
  completedOn: Day | null;
  hours: Units | null;
  sponsor: string;
  indexNumber: string;
  /** Cents; null while it is not known. */
  cost: number | null;
  note: string;
  claims: Record<string, ClaimEntry>;
}

export function emptyClaim(isOn: boolean): ClaimEntry {
  return { isOn, units: null, state: 'earned', marks: {}, holdings: [], cycleId: null };
}

/** The state to propose for a claim of that day: what lies ahead cannot be earned yet. Others stay as they are. */
export function stateFor(state: ClaimState, completedOn: Day | null, today: Day): ClaimState {
  const isAhead = completedOn !== null && completedOn > today;
  return isAhead && state === 'earned' ? 'planned' : state;
}

/** An entry for something completed today; `bodies` are those whose credentials the user holds. */
export function emptyEntry(today: Day, bodies: readonly string[], sponsor = ''): Entry {
  return {
    title: '',
    completedOn: today,
    hours: 100,
    sponsor,
    indexNumber: '',
    cost: null,
    note: '',
    claims: Object.fromEntries(bodies.map((body) => [body, emptyClaim(true)])),
  };
}

/** The entry that shows an activity as it is. */
export function entryOf(activity: Activity, claims: Claim[], bodies: readonly string[]): Entry {
  const { title, completedOn, hours, sponsor, indexNumber, cost, note } = activity;
  const entries: Record<string, ClaimEntry> = Object.fromEntries(
    bodies.map((body) => [body, emptyClaim(false)]),
  );
  for (const { body, units, state, marks, holdings, cycleId } of claims) {
    // Units that are the hours go on following them.
    const own = units === hours ? null : units;
    entries[body] = { isOn: true, units: own, state, marks: { ...marks }, holdings, cycleId };
  }
  return { title, completedOn, hours, sponsor, indexNumber, cost, note, claims: entries };
}

/** The fields of the command that an entry stands for, or the first thing that is wrong with it. */
export function fieldsOf(entry: Entry): Result<Omit<CommandOf<'activity.log'>, 'type'>> {
  const { completedOn, hours, sponsor, indexNumber, cost, note } = entry;
  const title = entry.title.trim();
  if (title === '') return failed('title-empty');
  if (completedOn === null) return failed('bad-date', { text: '' });
  if (hours === null) return failed('no-units');
  const claims: ClaimDraft[] = Object.entries(entry.claims)
    .filter(([, claim]) => claim.isOn)
    .map(([body, { units, state, marks, holdings, cycleId }]) => ({
      body,
      units: units ?? hours,
      state,
      marks,
      holdings,
      cycleId,
    }));
  return ok({ title, completedOn, hours, sponsor, indexNumber, cost, note, claims });
}
