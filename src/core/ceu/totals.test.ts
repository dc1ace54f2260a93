import { describe, expect, it } from 'vitest';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { aapc, aapcId, ahima, ahimaId, rule, standing } from './rule-example.testing';

const claim = (units: number, more: Partial<ExampleClaim> = {}): ExampleClaim => ({
  body: 'ahima',
  units,
  on: '2026-06-01',
  marks: {},
  ...more,
});
const approved = (units: number, more: Partial<ExampleClaim> = {}): ExampleClaim =>
  claim(units, { body: 'aapc', marks: { 'aapc-approved': true }, ...more });

describe('the total by highest and extra credentials', () => {
  it.each([
    [['cca'], 2000, 800, '20 for CCA.'],
    [['ccs'], 2000, 800, '20 for CCS.'],
    [['ccs-p'], 2000, 800, '20 for CCS-P.'],
    [['rhit'], 2000, 800, '20 for RHIT.'],
    [['rhia'], 3000, 1200, '30 for RHIA.'],
    [['chps'], 3000, 1200, '30 for CHPS.'],
    [['chda'], 3000, 1200, '30 for CHDA.'],
    [['cdip'], 3000, 1200, '30 for CDIP.'],
    [['ccs', 'ccs-p'], 3000, 1200, '20 + 10 for CCS and CCS-P.'],
    [['ccs', 'rhit'], 3000, 1200, '20 + 10 for CCS and RHIT.'],
    [['chps', 'rhit'], 4000, 1600, '30 + 10 for CHPS and RHIT.'],
    [['chda', 'rhia'], 4000, 1600, '30 + 10 for CHDA and RHIA.'],
    [['cdip', 'rhia'], 4000, 1600, '30 + 10 for CDIP and RHIA.'],
    [['ccs', 'ccs-p', 'rhia'], 5000, 2000, '30 + 10 + 10 for RHIA, CCS and CCS-P.'],
    [['rhia', 'rhit'], 3000, 1200, '30 for RHIA; RHIT is replaced and no longer counts.'],
    [
      ['ccs', 'rhia', 'rhit'],
      4000,
      1600,
      '30 + 10 for RHIA and CCS; RHIT is replaced and no longer counts.',
    ],
    [
      ['ccs', 'cdip', 'chps', 'rhia'],
      5000,
      2000,
      '30 + 10 + 10 + 10, at most 50, for CDIP, CHPS, RHIA and CCS.',
    ],
  ])('for %j is %d, of which %d from AHIMA sources', (credentials, total, share, because) => {
    const held = credentials.map((id): [string, string] => [id, '2020-01-01']);
    const result = standing(exampleLibrary({ held, cycles: [ahima] }), ahimaId);
    expect(result.required).toBe(total);
    expect(rule(result, 'total')).toMatchObject({ need: total, standardNeed: total, because });
    expect(rule(result, 'ahima-share').need).toBe(share);
  });

  it('counts a credential earned in the cycle, and none earned after its end', () => {
    const held = (day: string): [string, string][] => [
      ['ccs', '2020-01-01'],
      ['rhit', day],
    ];
    const required = (day: string) =>
      standing(exampleLibrary({ held: held(day), cycles: [ahima] }), ahimaId).required;
    expect(required('2027-12-31')).toBe(3000);
    expect(required('2028-01-01')).toBe(2000);
  });

  it('counts a credential once, even if it is there twice', () => {
    const library = exampleLibrary({ held: [['ccs', '2020-01-01']], cycles: [ahima] });
    library.holdings['again'] = { ...library.holdings['ccs']!, id: 'again' };
    expect(standing(library, ahimaId)).toMatchObject({ required: 2000, credentials: ['CCS'] });
  });

  it('counts a credential whose date is missing, and none in the trash', () => {
    const library = exampleLibrary({
      held: [
        ['ccs', null],
        ['rhit', '2020-01-01'],
      ],
      cycles: [ahima],
    });
    expect(standing(library, ahimaId)).toMatchObject({
      required: 3000,
      credentials: ['RHIT', 'CCS'],
    });
    library.holdings['rhit']!.deletedAt = '2026-05-01T00:00:00Z';
    expect(standing(library, ahimaId)).toMatchObject({ required: 2000, credentials: ['CCS'] });
  });

  it('cannot tell without a credential', () => {
    const result = standing(exampleLibrary({ cycles: [ahima], claims: [claim(2000)] }), ahimaId);
    expect(result).toMatchObject({
      required: null,
      remaining: null,
      earned: 2000,
      state: 'cannot-tell',
    });
    expect(rule(result, 'total')).toMatchObject({ need: null, state: 'cannot-tell' });
  });
});

describe('the total by number of credentials', () => {
  it.each([
    [['cic'], 3600],
    [['cic', 'cpc'], 4000],
    [['cic', 'cpc', 'coc'], 4400],
    [['cic', 'cpc', 'coc', 'crc'], 4800],
    [['cic', 'cpc', 'coc', 'crc', 'cpb'], 5200],
    [['cic', 'cpc', 'coc', 'crc', 'cpb', 'cpma'], 5200],
  ])('for %j is %d', (credentials, total) => {
    const held = credentials.map((id): [string, string] => [id, '2020-01-01']);
    const result = standing(exampleLibrary({ held, cycles: [aapc] }), aapcId);
    expect(result.required).toBe(total);
  });

  it.each([
    ['circc', 'topic-interventional'],
    ['cpma', 'topic-auditing'],
    ['cpco', 'topic-compliance'],
    ['cdeo', 'topic-documentation'],
    ['cppm', 'topic-practice-management'],
  ])('asks 16 units of a subject for %s, and never finds against the user by it', (id, mark) => {
    const at = (units: number, isMarked: boolean) =>
      rule(
        standing(
          exampleLibrary({
            held: [[id, '2020-01-01']],
            cycles: [aapc],
            claims: [approved(units, { marks: { 'aapc-approved': true, [mark]: isMarked } })],
          }),
          aapcId,
        ),
        `minimum-${id}`,
      );
    expect(at(1600, true)).toMatchObject({ need: 1600, have: 1600, state: 'met' });
    expect(at(1600, false)).toMatchObject({ have: 0, unsure: 0, state: 'cannot-tell' });
    expect(at(1600, false).because).toMatch(/could not confirm/);
  });

  it('asks no subject of a credential that is not held, and leaves out claims put to others only', () => {
    const held: [string, string][] = [
      ['cic', '2020-01-01'],
      ['cpma', '2020-01-01'],
    ];
    const marks = { 'aapc-approved': true, 'topic-auditing': true };
    const library = exampleLibrary({
      held,
      cycles: [aapc],
      claims: [
        approved(100, { marks }),
        approved(200, { marks, holdings: ['cpma', 'cic'] }),
        approved(400, { marks, holdings: ['cic'] }),
      ],
    });
    const result = standing(library, aapcId);
    expect(result.earned).toBe(700);
    expect(rule(result, 'minimum-cpma').have).toBe(300);
    expect(result.rules.map((one) => one.rule)).toEqual(['total', 'approved', 'minimum-cpma']);
  });
});

describe('a fixed total', () => {
  it('is 30 for the CCDS', () => {
    const library = exampleLibrary({
      held: [['ccds', '2025-06-30']],
      cycles: [{ body: 'acdis', start: '2025-06-30', end: '2027-06-29' }],
      claims: [claim(2999, { body: 'acdis' })],
    });
    expect(standing(library, 'acdis:2025-06-30')).toMatchObject({
      required: 3000,
      remaining: 1,
      state: 'not-met',
      credentials: ['CCDS'],
    });
  });
});
