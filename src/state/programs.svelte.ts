import type { Day, Id } from '../core/library/fields';
import { live } from '../core/library/schema';
import {
  compare,
  hiddenPartsInWords,
  isSameName,
  type Comparison,
  type FactGroup,
} from '../core/programs/compare';
import type { FactDraft } from '../core/programs/commands';
import { factId, type Fact, type Program } from '../core/programs/schema';
import {
  emptyInput,
  inputOf,
  isEmptyInput,
  checkAsOf,
  parseFact,
  type FactInput,
} from '../core/programs/values';
import { isOffered, referenceOf } from '../core/reference/own-bodies';
import type { Credential, Reference } from '../core/reference/schema';
import type { ProgramFact } from '../core/reference/schema';
import { ok, type Problem, type Result } from '../core/result';
import { FormSlot } from './form-slot.svelte';
import type { KeptForms } from './kept-forms';
import type { LibraryState } from './library.svelte';
import type { ShellState } from './shell.svelte';

/** What the comparison shows, and which of its facts or programs is being edited. */
export class ProgramsState {
  /** What the program knows, with the credentials of the user's own bodies. */
  readonly reference: Reference = $derived.by(() =>
    referenceOf({ bodies: this.#library.data.bodies ?? {} }),
  );
  /** Those to choose from. */
  readonly credentials: Credential[] = $derived.by(() => {
    const { bodies = {} } = this.#library.data;
    return this.reference.credentials.filter(({ body }) => isOffered(body, { bodies }));
  });

  isOnlyDiffering = $state(false);
  /** The program that the focus was at last: “this program” in the palette. */
  currentId = $state.raw<Id | null>(null);
  /** The fact that is being entered. */
  readonly facts: FormSlot<FactState>;
  /** Null for a new one; undefined while no form is open. */
  edited = $state.raw<Program | null | undefined>(undefined);
  /** Kept when its form is closed, so that Escape loses nothing. */
  draft: ProgramDraft;
  #library: LibraryState;
  #shell: ShellState;
  #kept: KeptForms;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.#shell = shell;
    this.#kept = shell.keptForms;
    this.facts = new FormSlot(this.#kept.facts);
    this.#kept.program ??= new ProgramDraft(this.reference.programFacts, this.today);
    this.draft = $state.raw(this.#kept.program);
  }

  /** The day it is, which passes while the screen stays open. */
  get today(): Day {
    return this.#shell.day;
  }

  readonly isReady: boolean = $derived.by(() => this.#library.has('programs', 'facts'));
  readonly comparison: Comparison = $derived.by(() => {
    const { programs = {}, facts = {} } = this.#library.data;
    return compare({ programs, facts }, this.today, this.reference);
  });
  readonly canCompare: boolean = $derived(this.comparison.columns.length > 1);
  readonly current: Program | null = $derived.by(() => {
    const { columns } = this.comparison;
    const at = columns.find(({ program }) => program.id === this.currentId) ?? columns[0];
    return at?.program ?? null;
  });
  /** The groups with the rows that are wanted; those without any are left out. */
  readonly groups: FactGroup[] = $derived.by(() => {
    const { groups } = this.comparison;
    if (!this.isOnlyDiffering || !this.canCompare) return groups;
    return groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => row.isDiffering) }))
      .filter(({ rows }) => rows.length > 0);
  });
  /** The parts of the cost that are left out as alike although the totals count them; null for none. */
  readonly hidden: string | null = $derived.by(() =>
    this.isOnlyDiffering && this.canCompare ? hiddenPartsInWords(this.comparison) : null,
  );
  /** Sources named before, the most frequent first. */
  readonly sources: string[] = $derived.by(() => {
    const counts = new Map<string, number>();
    for (const { source } of live(this.#library.data.facts ?? {})) {
      if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([source]) => source);
  });

  editFact(programId: Id, fact: ProgramFact): void {
    const there = this.#library.data.facts?.[factId(programId, fact.id)];
    const own = there && !there.deletedAt ? there : null;
    this.currentId = programId;
    const parts = { library: this.#library, today: () => this.today };
    const make = () => new FactState(parts, programId, fact, own);
    this.facts.open(factId(programId, fact.id), own, make);
  }

  /** Whether another program has this name already. */
  isNameTaken(name: string, own: Id | null): boolean {
    return this.comparison.columns.some(
      ({ program }) => program.id !== own && isSameName(program.name, name),
    );
  }

  /** The fact below the one that is open, of the same program; null at the end. */
  factAfter({ fact }: FactState): ProgramFact | null {
    const rows = this.groups.flatMap((group) => group.rows);
    const at = rows.findIndex((row) => row.fact.id === fact.id);
    return rows[at + 1]?.fact ?? null;
  }

  /** The form of a new program, as it was left. */
  startDraft(): void {
    this.draft.again(this.today);
    this.edited = null;
  }

  dropDraft(): void {
    this.draft = new ProgramDraft(this.reference.programFacts, this.today);
    this.#kept.program = this.draft;
  }
}

/** What a fact is saved into, and the day that it is by then. */
interface FactParts {
  library: LibraryState;
  today: () => Day;
}

/** One fact of one program while it is entered. */
export class FactState {
  readonly programId: Id;
  readonly fact: ProgramFact;
  /** As the library has it; null when nobody has looked for it yet. */
  readonly there: Fact | null;
  input: FactInput = $state({ ...emptyInput });
  source = $state('');
  asOf = $state.raw<Day | null>(null);
  isDayReadable = $state(true);
  note = $state('');
  problem = $state.raw<Problem | null>(null);
  /** Typed before, left without saving, and shown again. */
  isKept = $state.raw(false);
  #parts: FactParts;
  #begun: string;

  constructor(parts: FactParts, programId: Id, fact: ProgramFact, there: Fact | null) {
    this.#parts = parts;
    this.programId = programId;
    this.fact = fact;
    this.there = there;
    if (there) this.input = inputOf(there.value);
    this.source = there?.source ?? '';
    this.asOf = this.#asOf;
    this.note = there?.note ?? '';
    this.#begun = this.#typed();
  }

  /** The day that stands in an untouched form. */
  get #asOf(): Day | null {
    return this.there ? this.there.asOf : this.#parts.today();
  }

  get isChanged(): boolean {
    return this.#typed() !== this.#begun;
  }

  #typed(): string {
    const { input, source, asOf, isDayReadable, note } = this;
    return JSON.stringify([$state.snapshot(input), source, asOf, isDayReadable, note]);
  }

  again(): void {
    if (!this.isDayReadable) this.asOf = this.#asOf;
    this.isDayReadable = true;
    this.problem = null;
    this.isKept = true;
  }

  /** Saves what was changed, if it is sound; false when it is not and stays in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
  }

  /** False when something keeps it from being saved; `problem` says what, or the field that cannot be read. */
  async save(): Promise<boolean> {
    const draft = this.#draft();
    this.problem = draft.ok ? null : draft.problem;
    if (!draft.ok || !this.isDayReadable) return false;
    const command = { type: 'fact.set' as const, programId: this.programId, ...draft.value };
    const saved = await this.#parts.library.dispatch(command, { isQuiet: true });
    this.problem = saved.ok ? null : saved.problem;
    return saved.ok;
  }

  #draft(): Result<FactDraft> {
    const value = parseFact(this.fact, $state.snapshot(this.input));
    if (!value.ok) return value;
    const { source, asOf, note } = this;
    const ahead = checkAsOf(asOf, this.#parts.today());
    if (ahead) return ahead;
    return ok({ fact: this.fact.id, value: value.value, source: source.trim(), asOf, note });
  }
}

/** A new program while it is entered: its name, and what is known of it at once, from one source. */
export class ProgramDraft {
  name = $state('');
  provider = $state('');
  source = $state('');
  asOf = $state.raw<Day | null>(null);
  isDayReadable = $state(true);
  note = $state('');
  inputs: Record<string, FactInput> = $state({});
  readonly facts: ProgramFact[];
  /** The day that nobody chose. */
  #proposed: Day;

  constructor(facts: readonly ProgramFact[], today: Day) {
    this.facts = facts.filter(({ isFirst }) => isFirst);
    this.inputs = Object.fromEntries(this.facts.map(({ id }) => [id, { ...emptyInput }]));
    this.asOf = today;
    this.#proposed = today;
  }

  /** As it was left. A day that goes with nothing yet is the present one; what was no day is not shown again. */
  again(today: Day): void {
    const isUntouched = !this.isBegun && this.asOf === this.#proposed;
    if (isUntouched || !this.isDayReadable) this.asOf = this.#proposed = today;
    this.isDayReadable = true;
  }

  /** Whether anything was typed that would be lost. */
  get isBegun(): boolean {
    const texts = [this.name, this.provider, this.source, this.note];
    const inputs = Object.values(this.inputs);
    return texts.some((text) => text.trim() !== '') || !inputs.every(isEmptyInput);
  }

  /** What was filled in by `today`; the first field that cannot be read is named as `at`. */
  read(today: Day): { facts: FactDraft[]; wrong: { at: string; problem: Problem } | null } {
    const facts: FactDraft[] = [];
    const { source, asOf } = this;
    const ahead = checkAsOf(asOf, today);
    if (ahead?.ok === false) return { facts, wrong: { at: 'asOf', problem: ahead.problem } };
    for (const fact of this.facts) {
      const input = $state.snapshot(this.inputs[fact.id]) ?? emptyInput;
      if (isEmptyInput(input)) continue;
      const value = parseFact(fact, input);
      if (!value.ok) return { facts, wrong: { at: fact.id, problem: value.problem } };
      facts.push({ fact: fact.id, value: value.value, source: source.trim(), asOf, note: '' });
    }
    return { facts, wrong: null };
  }
}
