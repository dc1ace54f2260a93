import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatUnits } from '../../units';
import { mostUnits } from '../../units';
import { schemaVersion, type Library } from '../schema';
import { emptyLibrary } from '../defaults';
import { migrate, MigrationError } from '.';

const at = '2025-01-05T15:00:00.000Z';
const times = { createdAt: at, updatedAt: at };

interface OldClaim {
  body: string;
  units: number;
  state: string;
  marks: Record<string, boolean>;
}
interface OldActivity {
  hours: number;
  claims: OldClaim[];
  deletedAt?: string;
}

/** A library as version 1 kept it: claims inside activities, units and hours as decimals. */
function version1(activities: OldActivity[], opening = 0) {
  let claims = 0;
  return {
    id: 'library',
    createdAt: at,
    isSample: false,
    settings: { theme: 'dark', isWelcomed: true },
    holdings: {
      h: { id: 'h', ...times, credential: 'ccs', body: 'ahima', earnedOn: null, note: '' },
    },
    cycles: {
      c: {
        ...{ id: 'c', ...times, body: 'ahima', start: '2025-01-01', end: '2026-12-31' },
        openingUnits: opening,
        note: '',
      },
    },
    activities: Object.fromEntries(
      activities.map(({ claims: own, ...activity }, index) => [
        `a-${index}`,
        {
          ...{ id: `a-${index}`, ...times, title: 'Sepsis', completedOn: '2025-05-04' },
          ...{ sponsor: '', indexNumber: '', note: '' },
          ...activity,
          claims: own.map((claim) => ({ id: `claim-${(claims += 1)}`, ...claim })),
        },
      ]),
    ),
    evidence: {},
  };
}

const hundredths = fc.integer({ min: 0, max: mostUnits });
/** A number of hundredths as version 1 wrote it down. */
const decimal = hundredths.map((units) => Number(formatUnits(units)));
const oldClaims = fc.uniqueArray(
  fc.record({
    body: fc.constantFrom('ahima', 'aapc', 'acdis'),
    units: decimal,
    state: fc.constantFrom('planned', 'earned', 'reported', 'accepted', 'rejected'),
    marks: fc.dictionary(fc.constantFrom('ahima-source', 'hiim-domain'), fc.boolean(), {
      noNullPrototype: true,
    }),
  }),
  { selector: ({ body }) => body },
);
const oldActivity = fc.record(
  { hours: decimal, claims: oldClaims, deletedAt: fc.constant(at) },
  { requiredKeys: ['hours', 'claims'], noNullPrototype: true },
);

describe('from version 1', () => {
  test('every claim is kept, and none is made', () => {
    fc.assert(
      fc.property(fc.array(oldActivity), decimal, (activities, opening) => {
        const { library } = migrate(version1(activities, opening), 1);
        const before = activities.flatMap((activity, index) =>
          activity.claims.map((claim) => ({
            ...claim,
            units: formatted(claim.units),
            activityId: `a-${index}`,
            deletedAt: activity.deletedAt,
          })),
        );
        const after = Object.values(library.claims).map(
          ({ body, units, state, marks, activityId, deletedAt }) => ({
            ...{ body, state, marks, activityId, deletedAt },
            units: formatUnits(units),
          }),
        );
        expect(sorted(after)).toEqual(sorted(before));
        for (const [id, claim] of Object.entries(library.claims)) expect(claim.id).toBe(id);
        expect(Object.keys(library.activities)).toHaveLength(activities.length);
      }),
    );
  });

  test('units are exact, to the hundredth', () => {
    fc.assert(
      fc.property(hundredths, (units) => {
        const text = formatUnits(units);
        const claim = { body: 'ahima', units: Number(text), state: 'earned', marks: {} };
        const old = version1([{ hours: Number(text), claims: [claim] }], Number(text));
        const { activities, claims, cycles } = migrate(old, 1).library;
        expect(Object.values(activities)[0]?.hours).toBe(units);
        expect(Object.values(claims)[0]?.units).toBe(units);
        expect(Object.values(cycles)[0]?.openingUnits).toBe(units);
      }),
    );
  });

  test('what is new begins empty, and nobody was asked yet', () => {
    const { library, steps } = migrate(version1([]), 1);
    expect(steps).toEqual(['1 to 2', '2 to 3', '3 to 4', '4 to 5']);
    expect(library).toMatchObject({ overrides: {}, occurrences: {}, tombstones: {} });
    expect(library).toMatchObject({ deadlines: {}, programs: {}, facts: {} });
    expect(library).toMatchObject({ highlights: {}, bookmarks: {}, cards: {}, documents: {} });
    expect(library).toMatchObject({ importMappings: {}, bodies: {}, adjustments: {} });
    expect(library).toMatchObject({ exams: {}, preparations: {} });
    expect(library.settings).toEqual({
      theme: 'dark',
      isWelcomed: true,
      isToldWhenClosed: null,
      usesCpt: false,
      sponsorAnswers: {},
      unitRounding: {},
      reminders: { leads: {}, at: '09:00', quiet: null },
    });
    expect(library.cycles['c']).toMatchObject({ openingMarked: {} });
  });

  test('does not touch what it is given', () => {
    const old = version1([{ hours: 1.5, claims: [] }]);
    const text = JSON.stringify(old);
    migrate(old, 1);
    expect(JSON.stringify(old)).toBe(text);
  });
});

describe('from version 3', () => {
  test('a figure of one’s own stays one, and what is new is not known', () => {
    const { overrides: _overrides, ...old } = migrate(
      version1([{ hours: 1, claims: [] }]),
      1,
    ).library;
    const override = { id: 'o', ...times, cycleId: 'c', rule: 'total', units: 1500, note: 'Told' };
    const { library } = migrate({ ...old, overrides: { o: override } }, 3);
    expect(library.overrides['o']).toEqual({
      ...override,
      ...{ applies: null, reason: 'own', standardUnits: null },
    });
    expect(library.holdings['h']).toMatchObject({ endedOn: null, name: '' });
    expect(library.activities['a-0']).toMatchObject({ cost: null });
    expect(library.settings.sponsorAnswers).toEqual({});
  });
});

describe('of the present version', () => {
  test('nothing is done but the full check', () => {
    const library: Library = emptyLibrary('library', at);
    expect(migrate(library, schemaVersion)).toEqual({ library, steps: [] });
  });
});

describe('what does not fit names the step', () => {
  const good = version1([{ hours: 1, claims: [] }]);
  test.each<[string, unknown, number, string]>([
    ['no settings', { ...good, settings: undefined }, 1, '1 to 2'],
    ['nothing', null, 1, '1 to 2'],
    [
      'hours that are no number',
      version1([{ hours: 'x' as never, claims: [] }]),
      1,
      'reading version 5',
    ],
    [
      'a day that is none',
      { ...good, cycles: { c: { ...good.cycles.c, end: '2026-02-30' } } },
      1,
      'reading version 5',
    ],
    ['an old library that says it is new', good, 4, 'reading version 5'],
  ])('%s', (_, raw, from, step) => {
    expect(() => migrate(raw, from)).toThrow(MigrationError);
    expect(() => migrate(raw, from)).toThrow(`migration ${step}`);
  });
});

function formatted(units: number): string {
  return formatUnits(Math.round(units * 100));
}

function sorted<T extends { activityId: string; body: string }>(claims: T[]): T[] {
  const key = ({ activityId, body }: T) => `${activityId} ${body}`;
  return [...claims].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
