import type { OwnBody } from '../ceu/own-body-schema';
import type { Library } from '../library/schema';
import { reference, withBodies } from './index';
import type { BodyFile, Reference, Source } from './schema';

interface Made {
  /** What the bodies say, since a library changes its records in place. */
  says: string;
  reference: Reference;
}
const made = new WeakMap<Reference, Made>();

/**
 * The reference data for a library: what the program knows, and after it each body that the user has entered.
 * Bodies in the trash are among them, since cycles and claims that name them stay readable; see `isOffered`.
 * Put together anew only when a body has changed; a library without bodies of its own costs nothing.
 */
export function referenceOf(
  { bodies }: Pick<Library, 'bodies'>,
  data: Reference = reference(),
): Reference {
  const own = Object.values(bodies);
  if (own.length === 0) return data;
  const says = JSON.stringify(own);
  const there = made.get(data);
  if (there?.says === says) return there.reference;
  const files = own
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .map((body) => bodyFileOf(body));
  const fresh = { says, reference: withBodies(data, files) };
  made.set(data, fresh);
  return fresh.reference;
}

/** Whether credentials of the body can be added: it is not one of the user's that was deleted. */
export function isOffered(body: string, { bodies }: Pick<Library, 'bodies'>): boolean {
  return !Object.hasOwn(bodies, body) || bodies[body]?.deletedAt === undefined;
}

/**
 * A body of the user's own in the form of the program's files. All that is known of it is what was entered:
 * the length of its cycle, and the total where the user knows it. No rule says which claims count.
 */
export function bodyFileOf(body: OwnBody): BodyFile {
  const { id, name, months, units, note, updatedAt } = body;
  const source: Source = {
    title: 'Entered by you',
    url: null,
    checkedOn: updatedAt.slice(0, 10),
    confidence: 'own',
    ...(note === '' ? {} : { note }),
  };
  const length = months === 1 ? 'one month' : `${months} months`;
  const total = {
    ...({ kind: 'total-fixed', id: 'total', title: 'Total units' } as const),
    says: 'What a cycle has to reach, as you entered it.',
    ...{ effectiveFrom: null, source, isBinding: true, units: units ?? 0 },
  };
  return {
    ...{ id, name, fullName: name, source, asksForProof: false, asksForIndexNumber: false },
    whereDatesAre: 'You entered this body. Take the dates of its cycle from where its rules stand.',
    earnedOnMeans: 'The day on which you got it.',
    credentials: Object.entries(body.credentials).map(([credential, called]) => ({
      ...{ id: credential, name: called, fullName: `${called}, ${name}` },
      ...{ isInpatient: false, source },
    })),
    marks: [],
    ruleSets: [
      {
        ...{ id: `own:${id}`, from: null, claimRules: [], late: [], fees: [], known: [] },
        cycle: {
          ...({ months, anchor: 'unknown', dueOn: 'last-day', source } as const),
          ...{ canPlaceLastMonth: false, opensBefore: null },
          says: `A cycle lasts ${length}, as you entered it.`,
        },
        rules: units === null ? [] : [total],
      },
    ],
  };
}
