import type { CommandOf } from '../core/library/commands';
import type { Day, Id } from '../core/library/fields';
import { live } from '../core/library/schema';
import { hasAnotherTry } from '../core/exams/rules';
import type { Exam, ExamResult } from '../core/exams/schema';
import { isOffered, referenceOf } from '../core/reference/own-bodies';
import type { Credential, Reference } from '../core/reference/schema';
import type { Problem } from '../core/result';
import { FormSlot } from './form-slot.svelte';
import type { LibraryState } from './library.svelte';
import type { ShellState } from './shell.svelte';

type Fields = Omit<CommandOf<'exam.add'>, 'type'>;

const examDays = [
  'appliedOn',
  'approvedOn',
  'windowEnd',
  'appointmentOn',
  'resultOn',
  'retestFrom',
] as const;
export type ExamDayField = (typeof examDays)[number];

/** One sitting of an exam in the form. */
export class ExamDraft {
  readonly id: Id | null;
  credential = $state('');
  days = $state<Record<ExamDayField, Day | null>>({
    ...{ appliedOn: null, approvedOn: null, windowEnd: null },
    ...{ appointmentOn: null, resultOn: null, retestFrom: null },
  });
  /** False where what stands in a field is no day. */
  areReadable = $state<Record<ExamDayField, boolean>>({
    ...{ appliedOn: true, approvedOn: true, windowEnd: true },
    ...{ appointmentOn: true, resultOn: true, retestFrom: true },
  });
  appointmentAt = $state('');
  place = $state('');
  result = $state<ExamResult | 'open'>('open');
  note = $state('');
  problem = $state.raw<Problem | null>(null);

  #library: LibraryState;
  #there: Exam | null;
  #before: string;

  constructor(library: LibraryState, there: Exam | null) {
    this.#library = library;
    this.#there = there;
    this.id = there?.id ?? null;
    if (there) {
      this.credential = there.credential;
      for (const day of examDays) this.days[day] = there[day];
      this.appointmentAt = there.appointmentAt ?? '';
      this.place = there.place;
      this.result = there.result ?? 'open';
      this.note = there.note;
    }
    this.#before = JSON.stringify(this.fields);
  }

  /** What the form stands for; what belongs to a result is left out while there is none. */
  get fields(): Fields {
    const { appliedOn, approvedOn, windowEnd, appointmentOn, resultOn, retestFrom } = this.days;
    const isRetest = this.result !== 'open' && hasAnotherTry(this.result);
    return {
      credential: this.credential,
      ...{ appliedOn, approvedOn, windowEnd, appointmentOn },
      appointmentAt: this.appointmentAt === '' ? null : this.appointmentAt,
      place: this.place.trim(),
      result: this.result === 'open' ? null : this.result,
      resultOn: this.result === 'open' ? null : resultOn,
      retestFrom: isRetest ? retestFrom : null,
      note: this.note,
    };
  }

  get isReadable(): boolean {
    return examDays.every((day) => this.areReadable[day]);
  }

  get isChanged(): boolean {
    return !this.isReadable || JSON.stringify(this.fields) !== this.#before;
  }

  again(): void {
    for (const day of examDays) {
      if (!this.areReadable[day]) this.days[day] = this.#there?.[day] ?? null;
      this.areReadable[day] = true;
    }
    this.problem = null;
  }

  /** Saves what was changed, if it is sound; false when it is not and stays in the form. */
  async keep(): Promise<boolean> {
    return !this.isChanged || this.save();
  }

  /** False when something keeps it from being saved; `problem` says what, or the field that cannot be read. */
  async save(): Promise<boolean> {
    this.problem = null;
    if (!this.isReadable) return false;
    if (this.credential === '') {
      this.problem = { code: 'unknown-credential', about: { credential: '' } };
      return false;
    }
    const { credential, ...changes } = this.fields;
    const result = await this.#library.dispatch(
      this.id === null
        ? { type: 'exam.add', credential, ...changes }
        : { type: 'exam.edit', id: this.id, changes },
      { isQuiet: true },
    );
    if (!result.ok) this.problem = result.problem;
    return result.ok;
  }
}

/** The exams on the Calendar screen, and the one in the form. */
export class ExamsState {
  /** What the program knows, with the bodies of the user's own. */
  readonly reference: Reference = $derived.by(() =>
    referenceOf({ bodies: this.#library.data.bodies ?? {} }),
  );
  /** Those to choose from. */
  readonly credentials: Credential[] = $derived.by(() => {
    const { bodies = {} } = this.#library.data;
    return this.reference.credentials.filter(({ body }) => isOffered(body, { bodies }));
  });

  readonly slot: FormSlot<ExamDraft>;
  #library: LibraryState;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.slot = new FormSlot(shell.keptForms.exams);
  }

  /** Those that are still open first, then the newest. */
  readonly list: Exam[] = $derived.by(() =>
    live(this.#library.data.exams ?? {}).sort((one, other) => {
      const order = Number(one.result !== null) - Number(other.result !== null);
      return order !== 0 ? order : one.createdAt < other.createdAt ? 1 : -1;
    }),
  );

  /** Whether the credential of that exam is among those held. */
  isHeld(credential: string): boolean {
    return live(this.#library.data.holdings ?? {}).some(
      (one) => one.credential === credential && one.endedOn === null,
    );
  }

  /** Opens the form, empty or with an exam that is there; false where it is not. */
  open(id: Id | null): boolean {
    const there = id === null ? null : this.#library.data.exams?.[id];
    if (id !== null && (!there || there.deletedAt)) return false;
    const make = () => new ExamDraft(this.#library, there ?? null);
    this.slot.open(id ?? 'new', there ?? null, make);
    return true;
  }

  async remove(id: Id): Promise<boolean> {
    return (await this.#library.dispatch({ type: 'exam.delete', id })).ok;
  }

  /** A passed exam makes its credential one that is held since that day. */
  async addCredential(credential: string, earnedOn: Day | null): Promise<boolean> {
    const holding = { credential, earnedOn, note: '', cycle: null };
    return (await this.#library.dispatch({ type: 'holding.add', ...holding })).ok;
  }
}
