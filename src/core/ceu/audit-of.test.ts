import { expect, test } from 'vitest';
import { reference } from '../reference';
import { auditPackOf, packName } from './audit-of';
import { missingProof } from './audit-pack';
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

test('the same data give the same pack', () => {
  if (!cycle) throw new Error('no cycle');
  const once = JSON.stringify(auditPackOf(cycle, library, '2026-11-22', reference()));
  expect(JSON.stringify(auditPackOf(cycle, library, '2026-11-22', reference()))).toBe(once);
});
