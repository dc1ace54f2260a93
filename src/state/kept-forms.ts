import type { CardFormState } from './card-form.svelte';
import type { DaysState, GrantedState } from './derived-dates.svelte';
import type { ExamDraft } from './exams.svelte';
import type { Kept } from './form-slot.svelte';
import type { OwnDateState } from './own-date.svelte';
import type { FactState, ProgramDraft } from './programs.svelte';

/** What was typed into forms and neither saved nor given up, for as long as one library is open. */
export class KeptForms {
  readonly cards: Kept<CardFormState> = new Map();
  readonly dates: Kept<OwnDateState> = new Map();
  readonly days: Kept<DaysState> = new Map();
  readonly exams: Kept<ExamDraft> = new Map();
  readonly facts: Kept<FactState> = new Map();
  readonly granted: Kept<GrantedState> = new Map();
  /** The new program that was begun. */
  program: ProgramDraft | null = null;
}
