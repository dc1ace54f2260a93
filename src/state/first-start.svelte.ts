import type { Day } from '../core/library/fields';
import { credentialOf, reference } from '../core/reference';
import type { Body, Credential } from '../core/reference/schema';
import type { Problem } from '../core/result';
import { CycleDraft, HoldingDraft } from './holding-draft.svelte';
import type { LibraryState } from './library.svelte';

export type Question = 'credentials' | 'dates' | 'told';

/** The answers of the first start while they are given. Each question can be skipped. */
export class FirstStartState {
  readonly reference = reference();
  readonly today: Day;
  question = $state.raw<Question>('credentials');
  problem = $state.raw<{ body: string; problem: Problem } | null>(null);
  holdings = $state.raw<HoldingDraft[]>([]);
  told = $state.raw<'' | 'yes' | 'no'>('');
  /** Whether credentials are in the library by now: then they are changed in CEUs, and not asked for again. */
  hasWritten = $state.raw(false);
  #cycles = new Map<string, CycleDraft>();
  #library: LibraryState;

  constructor(library: LibraryState, today: Day) {
    this.#library = library;
    this.today = today;
  }

  readonly credentials: readonly Credential[] = this.reference.credentials;
  readonly bodies: Body[] = $derived.by(() =>
    this.reference.bodies.filter(({ id }) => this.holdings.some(({ body }) => body === id)),
  );

  isHeld(credential: string): boolean {
    return this.holdings.some((one) => one.credential === credential);
  }

  hold(id: string, isHeld: boolean): void {
    const others = this.holdings.filter(({ credential }) => credential !== id);
    const known = credentialOf(id, this.reference);
    this.holdings = isHeld && known ? [...others, new HoldingDraft(id, known.body)] : others;
  }

  cycleAt(body: string): CycleDraft {
    const cycle = this.#cycles.get(body) ?? new CycleDraft(body, this.reference);
    this.#cycles.set(body, cycle);
    return cycle;
  }

  /** The body's earliest day decides what cycle is likely. */
  earnedAt(body: string): Day | null {
    const days = this.holdings.flatMap((one) =>
      one.body === body && one.earnedOn !== null ? [one.earnedOn] : [],
    );
    return days.sort()[0] ?? null;
  }

  earned(holding: HoldingDraft, day: Day | null): void {
    holding.earnedOn = day;
    const earliest = this.earnedAt(holding.body);
    if (earliest) this.cycleAt(holding.body).propose(earliest, this.today);
  }

  /** From the credentials to the dates, or past them when there is nothing to date. */
  afterCredentials(): void {
    this.question = this.holdings.length > 0 ? 'dates' : 'told';
  }

  /** Writes the credentials with what is known of their dates; a date that cannot be keeps the question open. */
  async saveDates(isSkipped: boolean): Promise<void> {
    this.problem = null;
    for (const holding of [...this.holdings]) {
      const cycle = this.cycleAt(holding.body);
      const fields = isSkipped || cycle.isEmpty ? null : cycle.fields();
      if (fields && !fields.ok) {
        this.problem = { body: holding.body, problem: fields.problem };
        return;
      }
      const { credential, body } = holding;
      const result = await this.#library.dispatch(
        {
          type: 'holding.add',
          credential,
          earnedOn: isSkipped ? null : holding.earnedOn,
          note: '',
          cycle: fields?.value ?? null,
        },
        { isQuiet: true },
      );
      // Going back and forth must not stumble over what was written the first time.
      if (!result.ok && result.problem.code !== 'already-held') {
        this.problem = { body, problem: result.problem };
        return;
      }
      this.holdings = this.holdings.filter((one) => one !== holding);
      this.hasWritten = true;
    }
    this.question = 'told';
  }

  /** Whether the answer could be written. */
  async finish(isTold: boolean | null): Promise<boolean> {
    const result = await this.#library.dispatch({
      type: 'settings.change',
      changes: { isWelcomed: true, isToldWhenClosed: isTold },
    });
    return result.ok;
  }
}
