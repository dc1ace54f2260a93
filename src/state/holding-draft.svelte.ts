import { cycleWarnings, proposeCycle } from '../core/ceu/cycles';
import type { Day, Id, Units } from '../core/library/fields';
import type { CommandOf } from '../core/library/commands';
import { ruleSetFor } from '../core/reference';
import type { Mark, Reference } from '../core/reference/schema';
import { failed, ok, type Result } from '../core/result';

type CycleFields = Omit<CommandOf<'cycle.add'>, 'type' | 'body'>;

/** The dates and the opening balance of one body's cycle while they are typed. */
export class CycleDraft {
  readonly body: string;
  start = $state.raw<Day | null>(null);
  end = $state.raw<Day | null>(null);
  openingUnits = $state.raw<Units | null>(null);
  openingMarked = $state.raw<Record<string, Units | null>>({});
  note = $state.raw('');
  /** Why these dates were proposed; empty once the user typed their own. */
  because = $state.raw('');
  #reference: Reference;

  constructor(body: string, reference: Reference) {
    this.body = body;
    this.#reference = reference;
  }

  /** The marks of which a part of the opening balance can be said to carry them: those of shares. */
  readonly shareMarks: Mark[] = $derived.by(() => {
    const rules = ruleSetFor(this.body, this.start ?? '9999-12-31', this.#reference)?.rules ?? [];
    const asked = rules.flatMap((rule) => (rule.kind === 'share' ? [rule.mark] : []));
    return this.#reference.marks.filter(({ id }) => asked.includes(id));
  });

  warnings(earnedOn: Day | null): string[] {
    if (this.start === null || this.end === null) return [];
    return cycleWarnings(
      { start: this.start, end: this.end },
      this.body,
      earnedOn,
      this.#reference,
    );
  }

  /** Fills in what the body's rule makes likely, unless the user has typed dates already. */
  propose(from: Day | { start: Day; end: Day }, today: Day): void {
    if (this.because === '' && (this.start !== null || this.end !== null)) return;
    const proposal = proposeCycle(this.body, from, today, this.#reference);
    if (!proposal) return;
    this.start = proposal.start;
    this.end = proposal.end;
    this.because = proposal.because;
  }

  get isEmpty(): boolean {
    return this.start === null && this.end === null;
  }

  fields(): Result<CycleFields> {
    if (this.start === null || this.end === null) return failed('bad-date', { text: '' });
    const marked = Object.entries(this.openingMarked).flatMap(([mark, units]) =>
      units === null ? [] : [[mark, units] as const],
    );
    return ok({
      start: this.start,
      end: this.end,
      openingUnits: this.openingUnits ?? 0,
      openingMarked: Object.fromEntries(marked),
      note: this.note,
    });
  }
}

/** A credential the user says to hold, while its day is typed. */
export class HoldingDraft {
  readonly credential: Id;
  readonly body: string;
  /** The user's own name, of one that stands for several. */
  name = $state('');
  earnedOn = $state.raw<Day | null>(null);

  constructor(credential: Id, body: string) {
    this.credential = credential;
    this.body = body;
  }
}
