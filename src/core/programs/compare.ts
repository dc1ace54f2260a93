import type { Day, Id } from '../library/fields';
import { live } from '../library/live';
import type { Library } from '../library/schema';
import type { ProgramFact, Reference } from '../reference/schema';
import { factsOf, totalCostOf, type TotalCost } from './cost';
import { partsInWords, totalInWords } from './money';
import type { Fact, FactValue, Program } from './schema';
import { programLines, type ProgramLine } from './summary';
import { ageInWords, valueInWords } from './values';
import { factWords } from './words';

/** What is known of one fact of one program. `open`: nobody has looked for it yet. */
export interface FactCell {
  programId: Id;
  state: 'known' | 'not-found' | 'open';
  words: string;
  fact: Fact | null;
  /** `from Mar 2025: check`, where what is known is more than a year old. */
  age: string | null;
}

/** One fact of all programs, in their order. */
export interface FactRow {
  fact: ProgramFact;
  cells: FactCell[];
  /** Whether the programs do not all say the same. One that says nothing differs from one that does. */
  isDiffering: boolean;
}

export interface FactGroup {
  id: ProgramFact['group'];
  name: string;
  rows: FactRow[];
}

export interface ProgramColumn {
  program: Program;
  /** Its name; where others have the same name, what tells it from them as well. */
  label: string;
  line: ProgramLine;
  cost: TotalCost;
  /** `$2,345`, `at least $2,345` or `not known`. */
  total: string;
}

export interface Comparison {
  /** In the order in which they were entered. */
  columns: ProgramColumn[];
  groups: FactGroup[];
  isTotalDiffering: boolean;
}

const groupNames: Record<ProgramFact['group'], string> = {
  'leads-to': 'Leads to',
  cost: 'Cost',
  approval: 'Approval',
  time: 'Time',
  practice: 'Practice',
  terms: 'Terms',
};

/** The programs side by side: for each fact of the reference data, what each of them says. */
export function compare(
  library: Pick<Library, 'programs' | 'facts'>,
  today: Day,
  reference: Reference,
): Comparison {
  const programs = new Map(live(library.programs).map((program) => [program.id, program]));
  const columns = programLines(library, reference).flatMap((line): ProgramColumn[] => {
    const program = programs.get(line.id);
    if (!program) return [];
    const cost = totalCostOf(factsOf(library.facts, line.id), reference);
    const label = labelOf(program, [...programs.values()]);
    return [{ program, label, line, cost, total: totalInWords(cost.cents, cost.unknown.length) }];
  });
  const known = new Map<string, Fact>();
  for (const fact of live(library.facts)) known.set(`${fact.programId} ${fact.fact}`, fact);

  const rowOf = (fact: ProgramFact): FactRow => {
    const facts = columns.map(({ program }) => known.get(`${program.id} ${fact.id}`) ?? null);
    return {
      fact,
      isDiffering: isAnyOther(facts.map((one) => sameness(one?.value ?? null))),
      cells: columns.map(({ program }, at) => {
        const own = facts[at] ?? null;
        const state = own === null ? 'open' : own.value === null ? 'not-found' : 'known';
        return {
          programId: program.id,
          state,
          words: own === null ? factWords.notLookedFor : valueInWords(fact, own.value, reference),
          fact: own,
          age: ageInWords(own?.asOf ?? null, today),
        };
      }),
    };
  };
  return {
    columns,
    groups: Object.entries(groupNames).map(([id, name]) => ({
      id: id as ProgramFact['group'],
      name,
      rows: reference.programFacts.filter(({ group }) => group === id).map(rowOf),
    })),
    isTotalDiffering: isAnyOther(columns.map(({ total }) => total)),
  };
}

/** Whether two programs would be taken for each other by their names. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
}

function labelOf(program: Program, all: readonly Program[]): string {
  const { name, provider } = program;
  const twins = all.filter((one) => isSameName(one.name, name));
  if (twins.length < 2) return name;
  const doubles = twins.filter((one) => isSameName(`x ${one.provider}`, `x ${provider}`));
  const label = provider === '' ? name : `${name}, ${provider}`;
  return doubles.length < 2 ? label : `${label} (${doubles.indexOf(program) + 1})`;
}

/**
 * What a comparison of only what differs leaves out although the totals count it, in words: the parts of the
 * cost that are not known of any program. Null when there are none.
 */
export function hiddenPartsInWords({ groups }: Pick<Comparison, 'groups'>): string | null {
  const hidden = groups
    .flatMap(({ rows }) => rows)
    .filter(({ fact, cells }) => fact.kind === 'money' && cells.every(isWithoutValue));
  if (hidden.length === 0) return null;
  const names = hidden.map(({ fact }) => fact.name).join(', ');
  return `${partsInWords(hidden.length)} of the cost ${factWords.notKnown} of any program: ${names}`;
}

function isWithoutValue({ state }: FactCell): boolean {
  return state !== 'known';
}

function isAnyOther(values: string[]): boolean {
  return values.some((value) => value !== values[0]);
}

/** Equal for values that say the same, whatever the order or the case in which they were entered. */
function sameness(value: FactValue | null): string {
  if (value === null) return '';
  if (value.kind === 'credentials') return [...new Set(value.credentials)].sort().join(' ');
  if (value.kind === 'text') return value.text.trim().toLowerCase().replace(/\s+/g, ' ');
  return JSON.stringify(value);
}
