import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates';
import type { Command, CommandOf } from '../library/commands';
import { collections, live, type Library } from '../library/schema';
import { frozen, MemoryStore } from '../library/store.testing';
import { formatUnits } from '../units';
import { reference } from '../reference';
import { claimId } from './claim-id';
import type { ClaimDraft } from './commands';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { standing, type FullStanding } from './full-standing';
import { unitsFromHours } from './hours';
import { ClaimState } from './schema';

const data = reference();
const today = '2026-11-22';
const marks = {
  ahima: ['ahima-source', 'hiim-domain'],
  aapc: ['aapc-approved', 'topic-auditing', 'topic-compliance'],
};
type Body = keyof typeof marks;

const someDay = fc.integer({ min: -900, max: 600 }).map((days) => addDays(today, days));
const someMarks = (body: Body) =>
  fc.dictionary(fc.constantFrom(...marks[body]), fc.boolean(), { noNullPrototype: true });
const someState = fc.constantFrom(...ClaimState.options);
const title = fc.constantFrom('Sepsis', 'sepsis ', 'Queries', 'POA', 'Root operations');
const indexNumber = fc.constantFrom('', '', 'A1', 'a 1', 'B2');
const sponsor = fc.constantFrom('ACDIS', 'A sponsor');

const someClaim: fc.Arbitrary<ExampleClaim> = fc.constantFrom<Body>('ahima', 'aapc').chain((body) =>
  fc.record({
    ...{ body: fc.constant(body), units: fc.nat({ max: 900 }), on: someDay, state: someState },
    marks: someMarks(body),
    holdings: fc.subarray(body === 'ahima' ? ['ccs', 'rhit'] : ['cic', 'cpma', 'cpco']),
    cycleId: fc.constantFrom(null, 'aapc:2024-03-01', 'aapc:2026-03-01', 'ahima:2024-01-01'),
    activity: fc.record({ title, indexNumber, sponsor, cost: fc.constantFrom(null, 0, 4_950) }),
  }),
);
const someClaims = fc.array(someClaim, { maxLength: 25 });

function libraryOf(claims: ExampleClaim[], answer?: boolean): Library {
  const library = exampleLibrary({
    held: [
      ['ccs', '2025-06-15'],
      ['rhit', '2026-03-01'],
      ['cic', '2024-06-15'],
      ['cpma', '2026-03-01'],
      ['cpco', '2026-05-01'],
    ],
    cycles: [
      { body: 'ahima', start: '2024-01-01', end: '2025-12-31' },
      { body: 'ahima', start: '2026-01-01', end: '2027-12-31', openingUnits: 300 },
      { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
      { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
    ],
    claims,
  });
  if (answer !== undefined) library.settings.sponsorAnswers['ahima-source:acdis'] = answer;
  library.holdings['rhit']!.endedOn = '2026-09-01';
  return library;
}

function all(library: Library): FullStanding[] {
  return live(library.cycles).map((cycle) => standing({ cycle, library, reference: data }, today));
}

describe('a ledger', () => {
  it('never counts more than was earned', () => {
    fc.assert(
      fc.property(someClaims, fc.option(fc.boolean(), { nil: undefined }), (claims, answer) => {
        const library = libraryOf(claims, answer);
        for (const { body, cycle, earned, rules, claims: said } of all(library)) {
          const done = claims.filter(
            (one) => one.body === body && one.on <= today && one.state !== 'rejected',
          );
          const most = done.reduce((sum, { units }) => sum + units, cycle.openingUnits);
          expect(earned).toBeLessThanOrEqual(most);
          const counting = said.filter(({ counts }) => counts === 'yes');
          const sum = counting.reduce((units, { claim }) => units + claim.units, 0);
          expect(earned).toBe(cycle.openingUnits + sum);
          for (const { rule, have, unsure, doubted } of rules) {
            expect(doubted).toBeLessThanOrEqual(unsure);
            expect(rule === 'total' ? have : have + unsure).toBeLessThanOrEqual(earned);
          }
        }
      }),
    );
  });

  it('counts no claim twice inside a body: once in one cycle, whatever credentials it names', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const library = libraryOf(claims);
        const counted = all(library).flatMap(({ claims: said }) =>
          said.filter(({ counts }) => counts !== 'no').map(({ claim }) => claim.id),
        );
        expect(new Set(counted).size).toBe(counted.length);
        const named = claims.map((one) => ({ ...one, holdings: [] }));
        const totals = (of: Library) =>
          all(of).map(({ earned, planned, required }) => [earned, planned, required]);
        expect(totals(libraryOf(named))).toEqual(totals(library));
      }),
    );
  });

  it('never asks for more than was asked for on a single day, whoever was held when', () => {
    const span = fc.record({
      credential: fc.constantFrom('cca', 'ccs', 'ccs-p', 'rhit', 'rhia', 'cdip'),
      from: fc.nat({ max: 30 }),
      days: fc.nat({ max: 20 }),
    });
    const [start, end] = ['2026-01-01', '2026-01-31'];
    const base: Record<string, number> = { cca: 20, ccs: 20, 'ccs-p': 20, rhit: 20 };
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 5 }), (spans) => {
        const library = exampleLibrary({ cycles: [{ body: 'ahima', start, end }] });
        spans.forEach(({ credential, from, days }, at) => {
          const id = `held:${at}`;
          const earnedOn = addDays(start, from);
          const times = { createdAt: '', updatedAt: '' };
          const dates = { earnedOn, endedOn: addDays(earnedOn, days) };
          library.holdings[id] = {
            id,
            ...times,
            credential,
            name: '',
            body: 'ahima',
            ...dates,
            note: '',
          };
        });
        // By hand, day by day: the highest base, ten for each further one, fifty at most, RHIA in place of RHIT.
        const asked = Array.from({ length: 31 }, (_, day) => {
          const on = spans.filter(({ from, days }) => from <= day && day <= from + days);
          const held = new Set(on.map(({ credential }) => credential));
          if (held.has('rhia')) held.delete('rhit');
          if (held.size === 0) return 0;
          const highest = Math.max(...[...held].map((id) => base[id] ?? 30));
          return Math.min(50, highest + 10 * (held.size - 1));
        });
        const [one] = all(library);
        expect(one?.required).toBe(Math.max(...asked) * 100);
        for (const { before, after } of one?.changes ?? []) {
          expect(asked).toContain((before ?? -1) / 100);
          expect(asked).toContain((after ?? -1) / 100);
        }
      }),
    );
  });

  it('says of each claim of a body whether it counts, and why', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const standings = all(libraryOf(claims));
        claims.forEach((_, index) => {
          const said = standings.flatMap((one) =>
            one.claims.filter(({ claim }) => claim.id === `claim:${index}`),
          );
          expect(said.length).toBeGreaterThan(0);
          for (const { reasons } of said) expect(reasons.join('')).not.toBe('');
        });
      }),
    );
  });

  it('stays in whole hundredths and whole cents, and sums as decimals written down do', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        for (const one of all(libraryOf(claims))) {
          const { earned, planned, remaining, pace, cost, rules } = one;
          const figures = [earned, planned, remaining, pace.units, pace.per30Days];
          const sums = [cost.soFar.cents, cost.toCome.cents];
          const ofRules = rules.flatMap(({ need, have, unsure, lacking }) => [
            need,
            have,
            unsure,
            lacking,
          ]);
          for (const figure of [...figures, ...sums, ...ofRules]) {
            expect(figure === null || Number.isSafeInteger(figure)).toBe(true);
          }
          const written = one.claims
            .filter(({ counts }) => counts === 'yes')
            .map(({ claim }) => formatUnits(claim.units));
          const exact = written.reduce((sum, text) => {
            const [whole = '0', part = ''] = text.split('.');
            return sum + BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
          }, BigInt(one.cycle.openingUnits));
          expect(BigInt(earned)).toBe(exact);
        }
      }),
    );
  });

  it('makes of hours never more units than hours, by whatever rule', () => {
    const rule = data.ruleSets
      .flatMap((set) => set.claimRules)
      .find(({ kind }) => kind === 'hours-to-units');
    if (rule?.kind !== 'hours-to-units') throw new Error('no rule for hours');
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (hours) => {
        const { units } = unitsFromHours(hours, rule);
        expect(Number.isInteger(units)).toBe(true);
        expect(units).toBeLessThanOrEqual(hours);
        expect(hours - units).toBeLessThan(75);
        expect(unitsFromHours(hours, null).units).toBe(hours);
      }),
    );
  });
});

const ids = {
  ahima: { holdings: ['ccs', 'ccs-p'], cycles: ['ahima:2026-01-01'] },
  aapc: { holdings: ['cic', 'cpma'], cycles: ['aapc:2024-03-01', 'aapc:2026-03-01'] },
};
const someDraft = (body: Body): fc.Arbitrary<ClaimDraft> =>
  fc.record({
    ...{ body: fc.constant(body), units: fc.constantFrom(100, 200), state: someState },
    ...{ marks: someMarks(body), holdings: fc.subarray(ids[body].holdings) },
    cycleId: fc.constantFrom(null, ...ids[body].cycles),
  });
const someLog: fc.Arbitrary<CommandOf<'activity.log'>> = fc.record({
  ...{ type: fc.constant('activity.log' as const), title, indexNumber, sponsor },
  // Often on one day, and often in the month of which a unit may go to either cycle.
  completedOn: fc.oneof(
    fc.integer({ min: -150, max: 200 }).map((days) => addDays(today, days)),
    fc.constantFrom('2026-02-10', '2026-06-01', '2026-06-02'),
  ),
  ...{ hours: fc.nat({ max: 900 }), note: fc.constant(''), cost: fc.constantFrom(null, 0, 4_950) },
  claims: fc
    .tuple(fc.option(someDraft('ahima')), fc.option(someDraft('aapc')))
    .map((drafts) => drafts.filter((draft) => draft !== null)),
});

const none = { openingUnits: 0, openingMarked: {}, note: '' };

/** Copies of one course that differ only in what the claim is put to. */
const someCopy: fc.Arbitrary<CommandOf<'activity.log'>> = fc
  .tuple(fc.subarray(ids.aapc.holdings), fc.constantFrom(null, ...ids.aapc.cycles))
  .map(([holdings, cycleId]) => ({
    ...{ type: 'activity.log', title: 'Audits', indexNumber: 'C3', sponsor: '', note: '' },
    ...{ completedOn: '2026-02-10', hours: 100, cost: null },
    claims: [
      {
        ...{ body: 'aapc', units: 100, state: 'earned', holdings, cycleId },
        marks: { 'aapc-approved': true, 'topic-auditing': true },
      },
    ],
  }));

/** A claim of another month is refused by a cycle, and with it the whole activity. */
function withoutCycles(log: CommandOf<'activity.log'>): CommandOf<'activity.log'> {
  return { ...log, claims: log.claims.map((claim) => ({ ...claim, cycleId: null })) };
}

/** A store with credentials of two bodies and their cycles, under ids that claims can name. */
function opened(): MemoryStore {
  const store = new MemoryStore();
  const held: [string, string][] = [
    ['ccs', '2024-01-01'],
    ['ccs-p', '2024-01-01'],
    ['cic', '2024-03-01'],
    ['cpma', '2024-03-01'],
  ];
  const cycles = [
    { body: 'ahima', start: '2026-01-01', end: '2027-12-31' },
    { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
    { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
  ];
  store.library = frozen(exampleLibrary({ held, cycles }));
  return store;
}

describe('commands', () => {
  it('in whatever order lead to the same standing', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof({ weight: 2, arbitrary: someLog }, someCopy), { maxLength: 12 })
          .chain((logs) =>
            fc.tuple(fc.constant(logs), fc.shuffledSubarray(logs, { minLength: logs.length })),
          ),
        (orders) => {
          const [one, other] = orders.map((logs) => {
            const store = opened();
            // Some are refused, such as one put into a cycle to which its day cannot go; in either order.
            for (const log of logs) store.dispatch(log);
            return all(store.library).map(({ body, earned, planned, rules, pace, cost }) => [
              ...[body, earned, planned, pace.units, cost.soFar, cost.toCome],
              ...rules.map(({ rule, need, have, unsure, state }) => [
                rule,
                need,
                have,
                unsure,
                state,
              ]),
            ]);
          });
          expect(other).toEqual(one);
        },
      ),
      { numRuns: 60 },
    );
  });

  /** All but when it was changed; what lies in the trash is told by its id. */
  function kept(library: Library): unknown {
    const records = collections.map((name) =>
      Object.values<{ id: string; updatedAt: string; deletedAt?: string | undefined }>(
        library[name],
      )
        .filter(({ deletedAt }) => deletedAt === undefined)
        .map((record) => ({ ...record, updatedAt: '' }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    return { settings: library.settings, records };
  }

  it('taken back restore everything but updatedAt, and the standings with it', () => {
    fc.assert(
      fc.property(
        someLog.map(withoutCycles),
        someLog.map(withoutCycles),
        fc.boolean(),
        fc.nat({ max: 5000 }),
        (log, more, applies, units) => {
          const store = opened();
          const id = store.must(log);
          const [holding, cycleId] = ['ccs', 'ahima:2026-01-01'];
          const { type: _, claims, ...changes } = more;
          const next = { start: '2027-12-01', end: '2029-11-30', ...none };
          const word = { cycleId, note: 'as told', standardUnits: 2000 };
          const commands: Command[] = [
            more,
            { type: 'activity.edit', id, changes, claims },
            { type: 'override.set', rule: 'total', units, reason: 'leave', ...word },
            { type: 'override.choose', rule: 'ahima-share', applies, ...word },
            { type: 'holding.edit', id: holding, changes: { endedOn: '2026-12-31' } },
            {
              type: 'settings.change',
              changes: { sponsorAnswers: { 'ahima-source:acdis': applies } },
            },
            ...claims.flatMap(({ body }): Command[] => {
              const claim = claimId(id, body);
              const marks = { 'topic-auditing': applies, 'ahima-source': null };
              return [
                { type: 'claim.report', id: claim, on: addDays(today, -1) },
                {
                  type: 'claims.edit',
                  ids: [claim],
                  state: 'accepted',
                  marks,
                  holdings: [holding],
                },
              ];
            }),
            { type: 'cycle.edit', id: cycleId, changes: { openingUnits: units, note: 'Moved' } },
            { type: 'cycle.edit', id: cycleId, changes: { end: '2027-11-30' } },
            { type: 'cycle.close', id: cycleId, on: today, next },
            { type: 'cycle.reopen', id: cycleId },
            { type: 'cycle.delete', id: cycleId },
            { type: 'activities.delete', ids: Object.keys(store.library.activities) },
            // What was deleted together is there again for the last of them.
            { type: 'library.undo' },
            { type: 'activity.delete', id },
          ];
          for (const command of commands) {
            if (command.type === 'library.undo') {
              store.must(command);
              continue;
            }
            const before = {
              kept: kept(store.library),
              said: all(store.library).map(withoutTimes),
            };
            const lines = store.lines.length;
            store.must(command);
            // What changes nothing is no step that could be taken back.
            if (store.lines.length === lines) continue;
            store.must({ type: 'library.undo' });
            expect(kept(store.library)).toEqual(before.kept);
            expect(all(store.library).map(withoutTimes)).toEqual(before.said);
            store.must({ type: 'library.redo' });
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  function withoutTimes(one: FullStanding): unknown {
    return JSON.parse(
      JSON.stringify(one, (key, value: unknown) => (key === 'updatedAt' ? '' : value)),
    );
  }
});
