import { reportFields, reportFormOf, type ReportField, type ReportForm } from '../core/ceu/report';
import type { Activity, Claim } from '../core/ceu/schema';
import type { Day, Id } from '../core/library/fields';
import type { Problem } from '../core/result';
import type { LibraryState } from './library.svelte';

/** The way through the claims that are to be entered at a body, one at a time. */
export class ReportState {
  /** The claims as they stood in the ledger when the reporting began. */
  readonly ids: readonly Id[];
  at = $state.raw(0);
  on = $state.raw<Day | null>(null);
  problem = $state.raw<Problem | null>(null);
  #library: LibraryState;

  constructor(library: LibraryState, ids: readonly Id[], first: Id | null, today: Day) {
    this.#library = library;
    this.ids = ids;
    this.at = Math.max(0, first === null ? 0 : ids.indexOf(first));
    this.on = today;
  }

  readonly claim: Claim | null = $derived.by(() => {
    const claim = this.#library.data.claims?.[this.ids[this.at] ?? ''];
    return claim && claim.deletedAt === undefined ? claim : null;
  });
  readonly activity: Activity | null = $derived.by(() => {
    const activity = this.#library.data.activities?.[this.claim?.activityId ?? ''];
    return activity && activity.deletedAt === undefined ? activity : null;
  });
  readonly form: ReportForm | null = $derived(this.claim ? reportFormOf(this.claim.body) : null);
  readonly fields: ReportField[] = $derived(
    this.form && this.activity && this.claim
      ? reportFields(this.form, this.activity, this.claim)
      : [],
  );
  /** How many of them the body does not have yet. */
  readonly left: number = $derived.by(() => {
    const claims = this.#library.data.claims ?? {};
    return this.ids.filter((id) => claims[id]?.state === 'earned' && !claims[id].deletedAt).length;
  });
  readonly isReported: boolean = $derived(this.claim !== null && this.claim.state !== 'earned');

  step(by: 1 | -1): void {
    this.problem = null;
    this.at = Math.min(this.ids.length, Math.max(0, this.at + by));
  }

  get isAtEnd(): boolean {
    return this.at >= this.ids.length;
  }

  /** Keeps the day, and goes on to the next that is not reported; false when something is wrong with the day. */
  async reported(): Promise<boolean> {
    if (!this.claim) return false;
    if (this.on === null) {
      this.problem = { code: 'bad-date', about: { text: '' } };
      return false;
    }
    const result = await this.#library.dispatch(
      { type: 'claim.report', id: this.claim.id, on: this.on },
      { isQuiet: true },
    );
    this.problem = result.ok ? null : result.problem;
    if (result.ok) this.#next();
    return result.ok;
  }

  #next(): void {
    const claims = this.#library.data.claims ?? {};
    const isOpen = (id: Id) => claims[id]?.state === 'earned' && !claims[id].deletedAt;
    const after = this.ids.findIndex((id, index) => index > this.at && isOpen(id));
    const before = this.ids.findIndex(isOpen);
    this.at = after >= 0 ? after : before >= 0 ? before : this.ids.length;
  }
}
