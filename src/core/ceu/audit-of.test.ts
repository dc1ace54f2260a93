import { describe, expect, test } from 'vitest';
import { reference } from '../reference';
import { auditPackOf, packName } from './audit-of';
import { missingProof } from './audit-pack';
import { unprovedCount } from './audit-proof';
import { exampleLibrary } from './example-library.testing';
import { live } from '../library/live';

const library = exampleLibrary({
  held: [['ccs', '2020-01-01']],
  cycles: [{ body: 'ahima', start: '2026-01-01', end: '2027-12-31' }],
  claims: [
    { body: 'ahima', units: 150, on: '2026-03-04' },
    { body: 'ahima', units: 200, on: '2026-02-01' },
    { body: 'ahima', units: 300, on: '2027-02-01', state: 'planned' },
    { body: 'ahima', units: 100, on: '2025-02-01' },
  ],
});
const [cycle] = live(library.cycles);

test('the pack says what the ledger says: its total, each rule with its source, one row a claim', () => {
  if (!cycle) throw new Error('no cycle');
  const pack = auditPackOf(cycle, library, '2026-11-22', reference());
  expect(pack.summary).toMatchObject({ required: 2000, counted: 350, planned: 300, lacking: 1650 });
  expect(pack.rules.length).toBeGreaterThan(0);
  for (const { source } of pack.rules) expect(source?.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  const days = pack.claims.map(({ completedOn }) => completedOn);
  expect(days).toEqual([...days].sort());
  expect(days).toContain('2026-02-01');
  for (const { why } of pack.claims) expect(why).not.toBe('');
  // What is planned needs no proof yet.
  expect(missingProof(pack).map(({ completedOn }) => completedOn)).not.toContain('2027-02-01');
  expect(packName(pack)).toBe('AHIMA audit pack 2026-01-01 to 2027-12-31');
});

test('the same data give the same pack on the same day', () => {
  if (!cycle) throw new Error('no cycle');
  const once = JSON.stringify(auditPackOf(cycle, library, '2026-11-22', reference()));
  expect(JSON.stringify(auditPackOf(cycle, library, '2026-11-22', reference()))).toBe(once);
});

describe('the claims of a pack', () => {
  const [first, second] = ['aapc:2025-03-01', 'aapc:2027-03-01'];
  const approved = { 'aapc-approved': true };
  const other = exampleLibrary({
    held: [['cic', '2025-04-01']],
    cycles: [
      { body: 'aapc', start: '2025-03-01', end: '2027-02-28' },
      { body: 'aapc', start: '2027-03-01', end: '2029-02-28' },
    ],
    claims: [
      {
        ...{ body: 'aapc', units: 100, on: '2026-03-04', marks: approved },
        activity: { indexNumber: 'A1' },
      },
      { body: 'aapc', units: 100, on: '2027-02-10', marks: approved, cycleId: second },
      { body: 'aapc', units: 100, on: '2024-02-10', marks: approved },
      { body: 'aapc', units: 100, on: '2026-05-01', marks: { 'aapc-approved': false } },
      { body: 'aapc', units: 100, on: '2025-03-20', marks: approved },
      {
        body: 'aapc',
        units: 100,
        on: '2026-06-01',
        marks: approved,
        activity: { indexNumber: 'A1' },
      },
      { body: 'aapc', units: 100, on: '2026-07-01', marks: approved, state: 'rejected' },
    ],
  });
  const packOf = (id: string) => auditPackOf(other.cycles[id]!, other, '2027-02-20', reference());
  const ids = (claims: readonly { id: string }[]) => claims.map(({ id }) => id).sort();

  test('are those of its cycle: none that lies in no cycle, and none that was put into another', () => {
    expect(ids(packOf(first).claims)).toEqual([
      ...['claim:0', 'claim:3', 'claim:4', 'claim:5', 'claim:6'],
    ]);
    expect(ids(packOf(second).claims)).toEqual(['claim:1']);
  });

  test('owe proof where they count; what does not count is listed with the reason, and owes none', () => {
    const pack = packOf(first);
    expect(ids(missingProof(pack))).toEqual(['claim:0']);
    expect(unprovedCount(pack)).toBe(1);
    expect(pack.summary.counted).toBe(100);
    expect(
      pack.claims.map(({ counts }) => counts).filter((counts) => counts === 'no'),
    ).toHaveLength(4);
  });
});

test('the user’s own word stands beside the standard, and what changed inside the cycle is said', () => {
  const id = 'aapc:2026-03-01';
  const changed = exampleLibrary({
    held: [
      ['cic', '2020-01-01'],
      ['cpma', '2026-06-01'],
    ],
    cycles: [{ body: 'aapc', start: '2026-03-01', end: '2028-02-29' }],
    overrides: [[id, 'total', 2800]],
  });
  Object.assign(changed.overrides[`override:${id}:total`]!, {
    ...{ reason: 'proration', note: 'Letter of May 3' },
  });
  const pack = auditPackOf(changed.cycles[id]!, changed, '2026-11-22', reference());
  const words = ['Standard figure 40; yours, 28: pro-rated, Letter of May 3'];
  expect(pack.rules[0]).toMatchObject({
    ...{ required: 2800, standard: 4000, ownWords: words },
    own: { units: 2800, applies: null, reason: 'proration', note: 'Letter of May 3' },
  });
  expect(pack.rules[1]).toMatchObject({ own: null, ownWords: [] });
  expect(pack.summary).toMatchObject({ required: 2800, ownWords: words });
  expect(pack.changes).toEqual([
    expect.stringMatching(/^From Jun 1, 2026 CPMA was added: 36 before, 40 after\./),
  ]);
});

test('on another day with nothing new, only that day is another', () => {
  if (!cycle) throw new Error('no cycle');
  const { on, ...one } = auditPackOf(cycle, library, '2026-11-22', reference());
  const { on: next, ...other } = auditPackOf(cycle, library, '2026-11-23', reference());
  expect([on, next]).toEqual(['2026-11-22', '2026-11-23']);
  expect(other).toEqual(one);
});
