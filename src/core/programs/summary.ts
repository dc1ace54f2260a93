import type { Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import { credentialOf } from '../reference';
import type { Reference } from '../reference/schema';
import { factsOf, totalCostOf } from './cost';
import type { Cents, Fact } from './schema';

/** A program in one line. */
export interface ProgramLine {
  id: Id;
  name: string;
  /** The names of the credentials it leads to. */
  leadsTo: string[];
  /** Null while unknown. */
  teachesPcs: boolean | null;
  cents: Cents;
  /** How many parts of the cost are unknown; with any, `cents` is only the least. */
  unknownCosts: number;
  isForOutpatient: boolean;
}

/** The programs that are compared, in the order in which they were entered. */
export function programLines(
  { programs, facts }: Pick<Library, 'programs' | 'facts'>,
  reference: Reference,
): ProgramLine[] {
  return live(programs)
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .map(({ id, name }) => {
      const own = factsOf(facts, id);
      const { cents, unknown } = totalCostOf(own, reference);
      return {
        ...{ id, name, cents, unknownCosts: unknown.length },
        leadsTo: credentialsOf(own).map((one) => credentialOf(one, reference)?.name ?? one),
        teachesPcs: teachesPcs(own),
        isForOutpatient: isForOutpatient(own, reference),
      };
    });
}

function credentialsOf(facts: readonly Fact[]): string[] {
  const value = facts.find(({ fact }) => fact === 'credential')?.value;
  return value?.kind === 'credentials' ? value.credentials : [];
}

function teachesPcs(facts: readonly Fact[]): boolean | null {
  const value = facts.find(({ fact }) => fact === 'teaches-pcs')?.value;
  return value?.kind === 'yes-no' ? value.isSo : null;
}

/**
 * Whether a program prepares for outpatient work alone: it leads to an outpatient credential and to no inpatient
 * one, or it does not teach ICD-10-PCS, in which hospital inpatient procedures are coded (45 CFR 162.1002).
 * Unknown is not said, nor is a credential that belongs to no setting, such as RHIT.
 */
export function isForOutpatient(facts: readonly Fact[], reference: Reference): boolean {
  if (teachesPcs(facts) === false) return true;
  const leadsTo = credentialsOf(facts).map((one) => credentialOf(one, reference));
  return (
    leadsTo.some((one) => one?.isOutpatient === true) &&
    !leadsTo.some((one) => one?.isInpatient === true)
  );
}
