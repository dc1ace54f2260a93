import type { Day } from '../library/fields';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { credentialOf, reference } from '../reference';
import type { Activity, Claim, Cycle } from './schema';

/** A claim and, unless it names one that is there, the activity that is claimed. */
export interface ExampleClaim extends Partial<Omit<Claim, 'id'>> {
  body: string;
  units: number;
  on: Day;
  activity?: Partial<Activity>;
}

interface Example {
  /** Credential id and the day it was earned. */
  held?: [string, Day | null][];
  cycles?: (Partial<Cycle> & Pick<Cycle, 'body' | 'start' | 'end'>)[];
  claims?: ExampleClaim[];
  /** Cycle id, rule id, hundredths. */
  overrides?: [string, string, number][];
}

const at = '2026-01-01T00:00:00.000Z';
const times = { createdAt: at, updatedAt: at };

/**
 * A library made of few words, for tests. A holding's id is its credential's, a cycle's is
 * its body's with the first day, `body:2025-06-30`,
 * the nth claim is `claim:n` and its activity `activity:n`.
 */
export function exampleLibrary({ held, cycles, claims, overrides }: Example): Library {
  const library = emptyLibrary('example', at);
  for (const [credential, earnedOn] of held ?? []) {
    const body = credentialOf(credential, reference())?.body ?? '';
    library.holdings[credential] = {
      id: credential,
      ...times,
      credential,
      name: '',
      body,
      earnedOn,
      endedOn: null,
      note: '',
    };
  }
  for (const cycle of cycles ?? []) {
    const id = cycle.id ?? `${cycle.body}:${cycle.start}`;
    library.cycles[id] = {
      id,
      ...times,
      openingUnits: 0,
      openingMarked: {},
      note: '',
      closedOn: null,
      ...cycle,
    };
  }
  (claims ?? []).forEach((example, index) => {
    const { on, activity, ...claim } = example;
    const activityId = claim.activityId ?? `activity:${index}`;
    library.activities[activityId] ??= {
      id: activityId,
      ...times,
      title: `Event ${index}`,
      completedOn: on,
      hours: claim.units,
      sponsor: '',
      indexNumber: '',
      cost: null,
      note: '',
      ...activity,
    };
    const id = `claim:${index}`;
    library.claims[id] = {
      id,
      ...times,
      state: 'earned',
      marks: {},
      holdings: [],
      cycleId: null,
      reportedOn: null,
      ...claim,
      activityId,
    };
  });
  for (const [cycleId, rule, units] of overrides ?? []) {
    const id = `override:${cycleId}:${rule}`;
    const word = { applies: null, reason: 'own' as const, standardUnits: null, note: '' };
    library.overrides[id] = { id, ...times, cycleId, rule, units, ...word };
  }
  return library;
}
