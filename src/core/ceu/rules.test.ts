import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withBodies } from '../reference';
import { BodyFile } from '../reference/schema';
import { proposeCycle } from './cycles';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { standingOf, standingsOf } from './rules';
import type { Cycle } from './schema';
import { aapc, aapcId, ahima, ahimaId, data, rule, standing, today } from './rule-example.testing';

const fromAhima = { 'ahima-source': true, 'hiim-domain': true };
const fromElsewhere = { 'ahima-source': false, 'hiim-domain': true };
const claim = (units: number, more: Partial<ExampleClaim> = {}): ExampleClaim => ({
  body: 'ahima',
  units,
  on: '2026-06-01',
  marks: fromElsewhere,
  ...more,
});
const approved = (units: number, more: Partial<ExampleClaim> = {}): ExampleClaim =>
  claim(units, { body: 'aapc', marks: { 'aapc-approved': true }, ...more });

describe('what counts', () => {
  const held: [string, string][] = [
    ['ccs', '2024-06-01'],
    ['cic', '2024-06-01'],
  ];

  it('is earned, reported and accepted; planned is told apart; rejected is nothing', () => {
    const claims = [
      claim(100, { state: 'earned' }),
      claim(200, { state: 'reported' }),
      claim(400, { state: 'accepted' }),
      claim(800, { state: 'planned', marks: fromAhima }),
      claim(1600, { state: 'rejected' }),
    ];
    const result = standing(exampleLibrary({ held, cycles: [ahima], claims }), ahimaId);
    expect(result).toMatchObject({ earned: 700, planned: 800, remaining: 1300 });
    expect(rule(result, 'ahima-share')).toMatchObject({ have: 0, unsure: 0, planned: 800 });
  });

  it.each(['planned', 'earned', 'reported', 'accepted'] as const)(
    'is planned while its day lies ahead, even if %s',
    (state) => {
      const claims = [claim(100, { on: '2026-11-23', state, marks: fromAhima })];
      const library = exampleLibrary({ held, cycles: [ahima], claims });
      expect(standing(library, ahimaId)).toMatchObject({ earned: 0, planned: 100 });
      expect(rule(standing(library, ahimaId), 'ahima-share')).toMatchObject({
        have: 0,
        planned: 100,
      });
      expect(standing(library, ahimaId, '2026-11-23').earned).toBe(state === 'planned' ? 0 : 100);
    },
  );

  it('includes the opening balance, whose parts may be unknown', () => {
    const opened = (openingMarked: Record<string, number>) =>
      standing(
        exampleLibrary({ held, cycles: [{ ...ahima, openingUnits: 1000, openingMarked }] }),
        ahimaId,
      );
    expect(opened({}).earned).toBe(1000);
    expect(rule(opened({}), 'ahima-share')).toMatchObject({
      have: 0,
      unsure: 1000,
      state: 'cannot-tell',
    });
    expect(rule(opened({ 'ahima-source': 500 }), 'ahima-share')).toMatchObject({
      have: 500,
      unsure: 0,
      state: 'not-met',
    });
  });

  it('leaves out what is in the trash, and other bodies’ claims', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima, aapc],
      claims: [claim(100), claim(200), claim(400), approved(800)],
    });
    library.claims['claim:1']!.deletedAt = '2026-07-01T00:00:00Z';
    library.activities['activity:2']!.deletedAt = '2026-07-01T00:00:00Z';
    expect(standing(library, ahimaId).earned).toBe(100);
    expect(standing(library, aapcId).earned).toBe(800);
  });

  it('leaves out what was done before the earliest credential, while its date is known', () => {
    const at = (day: string, earnedOn: [string, string | null][]) =>
      standing(
        exampleLibrary({ held: earnedOn, cycles: [ahima], claims: [claim(100, { on: day })] }),
        ahimaId,
      ).earned;
    expect(at('2026-02-01', [['ccs', '2026-02-01']])).toBe(100);
    expect(at('2026-01-31', [['ccs', '2026-02-01']])).toBe(0);
    const [ccs, rhit]: [string, string | null][] = [
      ['ccs', '2026-02-01'],
      ['rhit', '2026-01-15'],
    ];
    expect(at('2026-01-31', [ccs!, rhit!])).toBe(100);
    expect(at('2026-01-14', [ccs!, rhit!])).toBe(0);
    expect(at('2026-01-14', [ccs!, ['rhit', null]])).toBe(100);
  });

  it('U1: one webinar counts at two bodies, and rejecting it at one changes only that one', () => {
    const claims = [
      claim(150, { activityId: 'webinar' }),
      approved(150, { activityId: 'webinar', on: '2026-06-01' }),
    ];
    const library = exampleLibrary({ held, cycles: [ahima, aapc], claims });
    expect(Object.keys(library.activities)).toEqual(['webinar']);
    expect(standing(library, ahimaId).earned).toBe(150);
    expect(standing(library, aapcId).earned).toBe(150);
    const before = standing(library, ahimaId);
    library.claims['claim:1']!.state = 'rejected';
    expect(standing(library, ahimaId)).toEqual(before);
    expect(standing(library, aapcId).earned).toBe(0);
  });

  it('U2: a claim split over two credentials of a body counts once in its total', () => {
    const both: [string, string][] = [
      ['ccs', '2024-06-01'],
      ['rhit', '2024-06-01'],
    ];
    const claims = [claim(200, { holdings: ['ccs', 'rhit'] })];
    const result = standing(exampleLibrary({ held: both, cycles: [ahima], claims }), ahimaId);
    expect(result).toMatchObject({ required: 3000, earned: 200 });
  });

  it('U4: excess stays in its cycle, and a unit of the renewal month goes where it was put', () => {
    const earlier = { body: 'aapc', start: '2024-03-01', end: '2026-02-28' };
    const claims = [
      approved(4000, { on: '2025-06-01' }),
      approved(100, { on: '2026-02-10' }),
      approved(200, { on: '2026-02-10', cycleId: aapcId }),
      approved(400, { on: '2026-01-31', cycleId: aapcId }),
    ];
    const library = exampleLibrary({ held, cycles: [earlier, aapc], claims });
    expect(standing(library, 'aapc:2024-03-01')).toMatchObject({ earned: 4500, remaining: 0 });
    expect(standing(library, aapcId)).toMatchObject({ earned: 200, remaining: 3400 });
  });
});

describe('the share of a source', () => {
  const held: [string, string][] = [['ccs', '2020-01-01']];
  const share = (claims: ExampleClaim[], cycle = ahima) =>
    rule(
      standing(exampleLibrary({ held, cycles: [cycle], claims }), `ahima:${cycle.start}`),
      'ahima-share',
    );

  it('U3: 20 earned with 5 of 8 from AHIMA are not complete', () => {
    const claims = [claim(500, { marks: fromAhima }), claim(1500)];
    const result = standing(exampleLibrary({ held, cycles: [ahima], claims }), ahimaId);
    expect(rule(result, 'total').state).toBe('met');
    expect(rule(result, 'ahima-share')).toMatchObject({ need: 800, have: 500, state: 'not-met' });
    expect(result.state).toBe('not-met');
    expect(rule(result, 'hiim-share').state).toBe('met');
  });

  it('cannot be told while units that could suffice are not answered', () => {
    expect(share([claim(500, { marks: fromAhima }), claim(300, { marks: {} })])).toMatchObject({
      have: 500,
      unsure: 300,
      state: 'cannot-tell',
      because: '40% of 20 needed. Not answered: 3 units.',
    });
    expect(share([claim(500, { marks: fromAhima }), claim(299, { marks: {} })]).state).toBe(
      'not-met',
    );
    expect(share([claim(800, { marks: fromAhima }), claim(300, { marks: {} })]).state).toBe('met');
  });

  it('rounds up to a hundredth', () => {
    const library = exampleLibrary({
      held,
      cycles: [ahima],
      overrides: [[ahimaId, 'total', 2801]],
    });
    expect(rule(standing(library, ahimaId), 'ahima-share').need).toBe(1121);
  });

  it('cannot be told for a cycle that began before the rule, but can be met', () => {
    const older = { body: 'ahima', start: '2024-12-31', end: '2026-12-30' };
    const on = { on: '2025-06-01' };
    expect(share([claim(2000, on)], older)).toMatchObject({ need: 800, state: 'cannot-tell' });
    expect(share([claim(2000, on)], older).because).toMatch(/began before the rule/);
    expect(share([claim(800, { ...on, marks: fromAhima })], older).state).toBe('met');
    expect(share([claim(2000, on)], { ...older, start: '2025-01-01' }).state).toBe('not-met');
  });

  it('is not asked of a cycle that was over before the rule', () => {
    const asked = (end: string) => {
      const cycles = [{ body: 'ahima', start: '2023-01-01', end }];
      const { rules } = standing(exampleLibrary({ held, cycles }), 'ahima:2023-01-01');
      return rules.map((one) => one.rule);
    };
    expect(asked('2024-12-31')).toEqual(['total', 'hiim-share']);
    expect(asked('2025-01-01')).toEqual(['total', 'ahima-share', 'hiim-share']);
  });
});

describe('a rule that could not be confirmed', () => {
  const held: [string, string][] = [['ccs', '2020-01-01']];
  const marks = (isInDomain: boolean) => ({ 'ahima-source': true, 'hiim-domain': isInDomain });
  const with_ = (inside: number, outside: number, overrides: [string, string, number][] = []) =>
    standing(
      exampleLibrary({
        held,
        cycles: [ahima],
        claims: [claim(inside, { marks: marks(true) }), claim(outside, { marks: marks(false) })],
        overrides,
      }),
      ahimaId,
    );
  it('is met by 80% of what is earned', () => {
    expect(rule(with_(1600, 400), 'hiim-share')).toMatchObject({
      need: 1600,
      have: 1600,
      state: 'met',
    });
    expect(with_(1600, 400).state).toBe('met');
  });
  it('is a check to make when it would fail, never a failure', () => {
    expect(rule(with_(1599, 401), 'hiim-share').state).toBe('cannot-tell');
    expect(with_(1599, 401).state).toBe('cannot-tell');
  });
  it('binds once the user has set a figure', () => {
    expect(rule(with_(1599, 401, [[ahimaId, 'hiim-share', 1600]]), 'hiim-share').state).toBe(
      'not-met',
    );
  });
});

describe('every unit', () => {
  const held: [string, string][] = [['cic', '2020-01-01']];
  const approvedRule = (claims: ExampleClaim[]) =>
    rule(standing(exampleLibrary({ held, cycles: [aapc], claims }), aapcId), 'approved');
  it.each([
    ['all marked', [approved(100), approved(200)], 'met'],
    ['one not known', [approved(100), approved(200, { marks: {} })], 'cannot-tell'],
    ['one not marked', [approved(100), approved(1, { marks: { 'aapc-approved': false } })], 'met'],
    ['none at all', [], 'cannot-tell'],
  ])('%s', (_, claims, state) => {
    expect(approvedRule(claims).state).toBe(state);
  });

  const notApproved = (units: number, more: Partial<ExampleClaim> = {}) =>
    approved(units, { ...more, marks: { 'aapc-approved': false, 'topic-auditing': true } });
  const undecided = (units: number) => approved(units, { marks: {} });
  const of = (claims: ExampleClaim[], opening: Partial<Cycle> = {}) =>
    standing(
      exampleLibrary({
        held: [...held, ['cpma', '2020-01-01']],
        cycles: [{ ...aapc, ...opening }],
        claims,
      }),
      aapcId,
    );

  it('that lacks the mark is logged, and counts nowhere', () => {
    const result = of([approved(300), notApproved(100), notApproved(800, { state: 'planned' })]);
    expect(result).toMatchObject({ earned: 300, planned: 0, remaining: 3700 });
    expect(rule(result, 'total')).toMatchObject({ have: 300, unsure: 0, planned: 0 });
    expect(rule(result, 'approved')).toMatchObject({ need: 300, have: 300, state: 'met' });
    expect(rule(result, 'approved').because).toBe('9 units logged, not counted.');
    expect(rule(result, 'minimum-cpma').have).toBe(0);
  });

  it('that is not answered stays in the total, told apart; it does not make it met', () => {
    const total = (claims: ExampleClaim[]) => rule(of(claims), 'total');
    expect(total([approved(3900), undecided(100)])).toMatchObject({
      need: 4000,
      have: 4000,
      unsure: 100,
      state: 'cannot-tell',
      because: '40 for CIC and CPMA. Not answered: 1 unit.',
    });
    expect(total([approved(4000), undecided(100)])).toMatchObject({ unsure: 100, state: 'met' });
    expect(total([approved(3800), undecided(100)])).toMatchObject({ state: 'not-met' });
    expect(of([approved(3900), undecided(100)])).toMatchObject({ earned: 4000, remaining: 0 });
  });

  it('of the opening balance is asked for the same way', () => {
    const opened = (openingMarked: Record<string, number>) =>
      of([], { openingUnits: 4000, openingMarked });
    expect(rule(opened({}), 'total')).toMatchObject({ unsure: 4000, state: 'cannot-tell' });
    const answered = opened({ 'aapc-approved': 3000, 'topic-auditing': 3500 });
    expect(answered.earned).toBe(3000);
    expect(rule(answered, 'minimum-cpma').have).toBe(3000);
    expect(rule(answered, 'approved').state).toBe('met');
  });
});

describe('a share of nothing earned', () => {
  it('has no verdict', () => {
    const library = exampleLibrary({ held: [['ccs', '2020-01-01']], cycles: [ahima] });
    expect(rule(standing(library, ahimaId), 'hiim-share')).toMatchObject({
      state: 'cannot-tell',
      because: 'Nothing earned yet.',
    });
    expect(rule(standing(library, ahimaId), 'ahima-share').state).toBe('not-met');
  });
});

describe('an override (U5)', () => {
  it('replaces the total, carries into shares, and keeps the standard figure visible', () => {
    const library = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [ahima],
      claims: [claim(1500, { marks: fromAhima })],
      overrides: [[ahimaId, 'total', 1500]],
    });
    const result = standing(library, ahimaId);
    expect(result).toMatchObject({ required: 1500, remaining: 0, state: 'met' });
    expect(rule(result, 'total')).toMatchObject({
      need: 1500,
      standardNeed: 2000,
      override: { units: 1500 },
    });
    expect(rule(result, 'ahima-share')).toMatchObject({
      need: 600,
      standardNeed: 800,
      override: null,
    });
    library.overrides[`override:${ahimaId}:total`]!.deletedAt = '2026-05-01T00:00:00Z';
    expect(standing(library, ahimaId)).toMatchObject({ required: 2000, remaining: 500 });
  });
  it('holds for its own cycle only', () => {
    const library = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [ahima, { body: 'ahima', start: '2024-01-01', end: '2025-12-31' }],
      overrides: [['ahima:2024-01-01', 'total', 1500]],
    });
    expect(standing(library, ahimaId).required).toBe(2000);
    expect(standing(library, 'ahima:2024-01-01').required).toBe(1500);
  });
  it('of 28 for a pro-rated first cycle stands beside 36', () => {
    const library = exampleLibrary({
      held: [['cic', '2026-03-01']],
      cycles: [aapc],
      overrides: [[aapcId, 'total', 2800]],
    });
    expect(rule(standing(library, aapcId), 'total')).toMatchObject({
      need: 2800,
      standardNeed: 3600,
    });
  });
});

describe('standingsOf', () => {
  it('gives the cycle that holds today for each body held, in the order of the reference', () => {
    const library = exampleLibrary({
      held: [
        ['cic', '2020-02-10'],
        ['ccs', '2020-01-01'],
      ],
      cycles: [
        aapc,
        ahima,
        { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
        { body: 'acdis', start: '2026-01-01', end: '2027-12-31' },
      ],
      claims: [claim(100), approved(200), approved(400, { on: '2025-01-01' })],
    });
    const standings = standingsOf(library, today, data);
    expect(standings.map(({ cycle }) => cycle.id)).toEqual([ahimaId, aapcId]);
    expect(standings.map(({ earned }) => earned)).toEqual([100, 200]);
    expect(standings[0]?.daysLeft).toBe(404);
    library.cycles[aapcId]!.end = '2026-12-31';
    expect(standingsOf(library, today, data).map(({ body }) => body)).toEqual(['ahima', 'aapc']);
    library.cycles[aapcId]!.end = aapc.end;
    for (const one of standings) expect(one).toEqual(standing(library, one.cycle.id));
  });
});

describe('a fourth body, by data alone', () => {
  it('is counted without a line of code', () => {
    const file: unknown = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../tests/data/fourth-body.json'), 'utf8'),
    );
    const with4 = withBodies(data, [BodyFile.parse(file)]);
    const library = exampleLibrary({
      held: [['ccs', '2020-01-01']],
      cycles: [{ body: 'guild', start: '2026-01-01', end: '2026-12-31' }],
      claims: [
        claim(500, {
          ...{ body: 'guild', marks: { 'guild-ethics': true } },
          activity: { title: 'Once', indexNumber: 'G 1' },
        }),
        claim(700, { body: 'guild', on: '2026-07-01', activity: { indexNumber: 'g-1' } }),
        claim(900, { body: 'guild', on: '2026-08-01', marks: { 'guild-ethics': false } }),
        claim(400, { body: 'guild', on: '2026-12-01' }),
      ],
    });
    library.holdings['ccs'] = { ...library.holdings['ccs']!, credential: 'gcc', body: 'guild' };
    const cycle = library.cycles['guild:2026-01-01']!;
    const result = standingOf({ cycle, library, today, reference: with4 });
    expect(result).toMatchObject({
      ...{ bodyName: 'Guild', credentials: ['GCC'], required: 1200, earned: 1400, planned: 400 },
      state: 'met',
    });
    expect(rule(result, 'ethics')).toMatchObject({ need: 300, have: 500, state: 'met' });
    expect(proposeCycle('guild', '2026-01-10', today, with4)).toMatchObject({ end: '2027-01-09' });
    expect(standingOf({ cycle, library, today, reference: data })).toMatchObject({
      required: null,
      rules: [],
      state: 'cannot-tell',
    });
  });
});
