import type { Day } from '../library/fields';
import { emptyLibrary } from '../library/defaults';
import type { Library } from '../library/schema';
import { factId, type FactValue } from './schema';

const at = '2026-01-01T00:00:00.000Z';

type Said = FactValue | null;
export const money = (cents: number): FactValue => ({ kind: 'money', cents });
export const included: FactValue = { kind: 'included' };
export const isSo = (value: boolean): FactValue => ({ kind: 'yes-no', isSo: value });
export const leadsTo = (...credentials: string[]): FactValue => ({
  kind: 'credentials',
  credentials,
});

/** A library of programs by their names, in that order, each with facts by their ids; for tests. */
export function examplePrograms(
  programs: Record<string, Record<string, Said>>,
  asOf: Day | null = null,
): Pick<Library, 'programs' | 'facts'> {
  const library = emptyLibrary('example', at);
  Object.entries(programs).forEach(([id, facts], order) => {
    const createdAt = `2026-01-01T00:00:${String(order).padStart(2, '0')}.000Z`;
    library.programs[id] = { id, createdAt, updatedAt: at, name: id, provider: '', note: '' };
    for (const [fact, value] of Object.entries(facts)) {
      const record = { id: factId(id, fact), createdAt: at, updatedAt: at, programId: id, fact };
      library.facts[record.id] = { ...record, value, source: '', asOf, note: '' };
    }
  });
  return library;
}
