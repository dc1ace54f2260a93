import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { standingOf, standingsOf } from './rules';
import { ClaimState } from './schema';

const data = reference();
const today = '2026-11-22';
const bodies = ['ahima', 'aapc'] as const;
const marks: Record<(typeof bodies)[number], string[]> = {
  ahima: ['ahima-source', 'hiim-domain'],
  aapc: ['aapc-approved', 'topic-auditing'],
};
const cycles = [
  { body: 'ahima', start: '2026-01-01', end: '2027-12-31', openingUnits: 300 },
  { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
  { body: 'aapc', start: '2026-03-01', end: '2028-02-29', openingMarked: { 'aapc-approved': 0 } },
];
const held: [string, string][] = [
  ['ccs', '2025-06-15'],
  ['rhit', '2026-03-01'],
  ['cic', '2024-06-15'],
  ['cpma', '2026-03-01'],
];

const someClaim: fc.Arbitrary<ExampleClaim> = fc.constantFrom(...bodies).chain((body) =>
  fc.record({
    body: fc.constant(body),
    units: fc.integer({ min: 0, max: 900 }),
    on: fc.integer({ min: -900, max: 600 }).map((days) => addDays(today, days)),
    state: fc.constantFrom(...ClaimState.options),
    marks: fc.dictionary(fc.constantFrom(...marks[body]), fc.boolean(), { maxKeys: 2 }),
    cycleId: fc.constantFrom(null, 'aapc:2024-03-01', 'aapc:2026-03-01'),
  }),
);
const someClaims = fc.array(someClaim, { maxLength: 40 });

const libraryWith = (claims: ExampleClaim[]) => exampleLibrary({ held, cycles, claims });

function all(library: Library) {
  return Object.values(library.cycles)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((cycle) => standingOf({ cycle, library, today, reference: data }));
}

function reversed<T>(records: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(records).reverse());
}

describe('standings', () => {
  it('do not depend on the order of the records', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const library = libraryWith(claims);
        const other = {
          ...library,
          holdings: reversed(library.holdings),
          cycles: reversed(library.cycles),
          activities: reversed(library.activities),
          claims: reversed(library.claims),
        };
        expect(all(other)).toEqual(all(library));
        expect(standingsOf(other, today, data)).toEqual(standingsOf(library, today, data));
      }),
    );
  });

  it('never earn less by one more earned claim', () => {
    fc.assert(
      fc.property(someClaims, someClaim, (claims, more) => {
        const before = all(libraryWith(claims));
        const after = all(libraryWith([...claims, { ...more, state: 'earned' }]));
        before.forEach((one, index) => {
          expect(after[index]!.earned).toBeGreaterThanOrEqual(one.earned);
          one.rules.forEach((rule, at) => {
            expect(after[index]!.rules[at]!.have).toBeGreaterThanOrEqual(rule.have);
          });
        });
      }),
    );
  });

  it('treat a rejected claim as absent', () => {
    fc.assert(
      fc.property(someClaims, someClaim, (claims, more) => {
        const without = all(libraryWith(claims));
        expect(all(libraryWith([...claims, { ...more, state: 'rejected' }]))).toEqual(without);
      }),
    );
  });

  it('of one body never change with a claim at another', () => {
    fc.assert(
      fc.property(someClaims, someClaim, (claims, more) => {
        const others = (library: Library) => all(library).filter(({ body }) => body !== more.body);
        expect(others(libraryWith([...claims, more]))).toEqual(others(libraryWith(claims)));
      }),
    );
  });

  it('sum exactly: what counts, what does not and what is planned make all claims up', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const library = libraryWith(claims);
        const standings = all(library);
        const total = (part: 'earned' | 'planned') =>
          standings.reduce((sum, standing) => sum + standing[part], 0);
        const live = claims.filter(({ body, on, state, marks: answers }) => {
          const since = body === 'ahima' ? '2026-01-01' : '2024-06-15';
          const until = body === 'ahima' ? '2027-12-31' : '2028-02-29';
          const isCounted = body === 'ahima' || answers?.['aapc-approved'] !== false;
          return state !== 'rejected' && isCounted && on >= since && on <= until;
        });
        const sumOf = (isPlanned: boolean) =>
          live
            .filter(({ state, on }) => (state === 'planned' || on > today) === isPlanned)
            .reduce((sum, { units }) => sum + units, 0);
        expect(total('earned')).toBe(300 + sumOf(false));
        expect(total('planned')).toBe(sumOf(true));
      }),
    );
  });

  it('never have more of a mark than is earned, and stay whole numbers', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        for (const { earned, rules } of all(libraryWith(claims))) {
          for (const { rule, have, unsure, need } of rules) {
            if (rule === 'total') expect(unsure).toBeLessThanOrEqual(have);
            expect(rule === 'total' ? have : have + unsure).toBeLessThanOrEqual(earned);
            expect([have, unsure, need].every((figure) => Number.isInteger(figure))).toBe(true);
          }
        }
      }),
    );
  });

  it('leave the library as it was', () => {
    const library = libraryWith([{ body: 'ahima', units: 100, on: today }]);
    const copy = structuredClone(library);
    all(library);
    expect(library).toEqual(copy);
  });
});
