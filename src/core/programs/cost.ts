import type { Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { ProgramFact, Reference } from '../reference/schema';
import type { Cents, Fact } from './schema';

/** What a program costs as far as it is known. With anything unknown, `cents` is only the least it can cost. */
export interface TotalCost {
  cents: Cents;
  /** The parts that are known, in the order of the reference data; what is included counts nothing. */
  known: { fact: ProgramFact; cents: Cents; isIncluded: boolean }[];
  unknown: ProgramFact[];
}

/** The sum of a program's cost facts. Costs that no one looked for are unknown, never nothing. */
export function totalCostOf(facts: readonly Fact[], reference: Reference): TotalCost {
  const total: TotalCost = { cents: 0, known: [], unknown: [] };
  for (const fact of reference.programFacts) {
    if (fact.kind !== 'money') continue;
    const value = facts.find((one) => one.fact === fact.id)?.value;
    if (value?.kind === 'money') {
      total.cents += value.cents;
      total.known.push({ fact, cents: value.cents, isIncluded: false });
    } else if (value?.kind === 'included') {
      total.known.push({ fact, cents: 0, isIncluded: true });
    } else {
      total.unknown.push(fact);
    }
  }
  return total;
}

/** A program's facts that are not in the trash. */
export function factsOf(facts: Library['facts'], programId: Id): Fact[] {
  return live(facts).filter((fact) => fact.programId === programId);
}
