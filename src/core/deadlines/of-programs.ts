import { dayInWords } from '../dates';
import type { Day } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { Fact, Program } from '../programs/schema';
import type { ProgramFact, Reference } from '../reference/schema';
import type { Deadline } from './deadline';
import { deadlineId } from './ids';

type Slices = Pick<Library, 'programs' | 'facts'>;

/** The days that the user noted of programs: an application closes, a course starts. None is known by itself. */
export function deadlinesOfPrograms({ programs, facts }: Slices, reference: Reference): Deadline[] {
  const dated = new Map(
    reference.programFacts.filter(({ deadline }) => deadline).map((fact) => [fact.id, fact]),
  );
  return live(facts).flatMap((fact): Deadline[] => {
    const program = programs[fact.programId];
    const { deadline } = dated.get(fact.fact) ?? {};
    if (!program || program.deletedAt || !deadline || fact.value?.kind !== 'day') return [];
    return [deadlineOf(fact, fact.value.day, program, deadline)];
  });
}

function deadlineOf(
  fact: Fact,
  date: Day,
  program: Program,
  { title, leads }: NonNullable<ProgramFact['deadline']>,
): Deadline {
  return {
    id: deadlineId({ of: 'program', fact: fact.id }),
    kind: 'program',
    date,
    title: `${program.name}: ${title}`,
    detail: saidBy(fact, program),
    leads,
    isNoticed: true,
    isApproximate: false,
    isMinor: false,
    // Of a day that is typed anew, what had come up by then is no news.
    knownSince: fact.updatedAt,
    open: { screen: 'programs', id: program.id },
    source: null,
  };
}

/** Who offers it, where the day was found and when; what nobody noted is said to be so. */
function saidBy({ source, asOf }: Fact, { provider }: Program): string {
  const from = source.trim() === '' ? 'no source noted' : source.trim();
  const on = asOf === null ? '' : `, as of ${dayInWords(asOf)}`;
  return [...(provider === '' ? [] : [provider]), `${from}${on}`].join(' · ');
}
