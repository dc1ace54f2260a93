import { adjustmentId, cycleEndId } from '../deadlines/ids';
import type { Library } from '../library/schema';
import { reference } from '../reference';
import { exampleLibrary, type ExampleClaim } from './example-library.testing';
import { standing } from './full-standing';

export const data = reference();
export const today = '2026-11-22';
export const aapcId = 'aapc:2026-03-01';
export const ahimaId = 'ahima:2026-01-01';
export const cycles = [
  { body: 'aapc', start: '2024-03-01', end: '2026-02-28' },
  { body: 'aapc', start: '2026-03-01', end: '2028-02-29' },
  { body: 'ahima', start: '2026-01-01', end: '2027-12-31' },
];
export const held: [string, string][] = [
  ['ccs', '2020-01-01'],
  ['cic', '2026-02-01'],
];
export const approved = (on: string, more: Partial<ExampleClaim> = {}): ExampleClaim => ({
  ...{ body: 'aapc', units: 100, on, marks: { 'aapc-approved': true } },
  ...more,
});
export const libraryWith = (claims: ExampleClaim[]) => exampleLibrary({ held, cycles, claims });

export function full(library: Library, id = aapcId, on = today) {
  const cycle = library.cycles[id];
  if (!cycle) throw new Error(`no cycle ${id}`);
  return standing({ cycle, library, reference: data }, on);
}

/** What was held in a cycle of which none follows. */
export const unfinished = (claims: ExampleClaim[] = []) =>
  exampleLibrary({ held: [['cic', '2024-01-01']], cycles: cycles.slice(0, 1), claims });

export function extend(library: Library, cycle: string, movedTo: string) {
  const at = '2026-02-20T15:00:00.000Z';
  const deadline = cycleEndId(cycle);
  const record = {
    ...{ id: adjustmentId(deadline), createdAt: at, updatedAt: at, deadline },
    ...{ movedTo, why: 'extension' as const, standard: '2026-02-28' },
    ...{ datedAt: at, leads: null, note: 'ticket 12' },
  };
  library.adjustments[record.id] = record;
  return record;
}
