import { cycleToShow, ledgerRows, learningRows, type LedgerRow } from '../core/ceu/ledger';
import { emptyEntry, entryOf, type Entry } from '../core/ceu/entry';
import { marksAsked } from '../core/ceu/marks';
import { standingOf } from '../core/ceu/rules';
import type { Activity, Claim, Cycle, Holding, Marks } from '../core/ceu/schema';
import { marksBy, sponsorQuestions, type SponsorQuestion } from '../core/ceu/sponsors';
import type { Standing } from '../core/ceu/standing';
import type { Day, Id } from '../core/library/fields';
import { live } from '../core/library/schema';
import { reference } from '../core/reference';
import { EntryState } from './entry.svelte';
import type { LibraryState } from './library.svelte';

/** The tab that shows everything learned, at whatever body or none. */
export const allLearning = 'all';

/** What the CEU screen shows: one body's cycle or all learning, and the activity being entered. */
export class CeusState {
  readonly reference = reference();
  readonly today: Day;

  entry = $state.raw<EntryState | null>(null);
  #library: LibraryState;
  #tab = $state.raw<string | null>(null);
  #cycle = $state.raw<Id | null>(null);

  constructor(library: LibraryState, today: Day) {
    this.#library = library;
    this.today = today;
  }

  readonly isReady: boolean = $derived.by(() =>
    this.#library.has(
      'settings',
      'holdings',
      'cycles',
      'overrides',
      'activities',
      'claims',
      'evidence',
    ),
  );
  readonly holdings: Holding[] = $derived.by(() => live(this.#library.data.holdings ?? {}));
  /** Bodies with a credential or a cycle, in the order of the reference data. */
  readonly bodies: string[] = $derived.by(() => {
    const used = new Set([...this.holdings, ...this.#cycles].map(({ body }) => body));
    return this.reference.bodies.map(({ id }) => id).filter((id) => used.has(id));
  });
  readonly tab: string = $derived(this.#tab ?? this.bodies[0] ?? allLearning);
  readonly cycles: Cycle[] = $derived.by(() =>
    this.#cycles
      .filter(({ body }) => body === this.tab)
      .sort((one, other) => other.start.localeCompare(one.start)),
  );
  readonly cycle: Cycle | null = $derived.by(
    () => this.cycles.find(({ id }) => id === this.#cycle) ?? cycleToShow(this.cycles, this.today),
  );
  readonly standing: Standing | null = $derived.by(() => {
    const { settings, holdings, activities, claims, overrides, cycles } = this.#library.data;
    if (!this.cycle || !settings || !holdings || !activities) return null;
    if (!claims || !overrides || !cycles) return null;
    return standingOf({
      cycle: this.cycle,
      library: { settings, holdings, activities, claims, overrides, cycles },
      today: this.today,
      reference: this.reference,
    });
  });
  /** What is asked once about sponsors of this body’s claims, answered or not. */
  readonly sponsorQuestions: SponsorQuestion[] = $derived.by(() => {
    const { settings, activities, claims } = this.#library.data;
    if (!settings || !activities || !claims) return [];
    const asked = sponsorQuestions({ settings, activities, claims }, this.reference);
    return asked.filter(({ body }) => body === this.tab);
  });
  readonly #marksOf = $derived.by(() => {
    const { settings } = this.#library.data;
    return marksBy(settings ?? { sponsorAnswers: {} }, this.reference);
  });
  readonly rows: LedgerRow[] = $derived.by(() => {
    const { activities, claims, evidence, cycles } = this.#library.data;
    if (!activities || !claims || !evidence || !cycles) return [];
    if (this.tab === allLearning) return learningRows({ activities, claims, evidence });
    if (!this.cycle) return [];
    return ledgerRows({ activities, claims, evidence, cycles }, this.cycle, this.reference);
  });

  /** Sponsors used before, the most frequent first. */
  readonly sponsors: string[] = $derived.by(() => {
    const counts = new Map<string, number>();
    for (const { sponsor } of live(this.#library.data.activities ?? {})) {
      if (sponsor) counts.set(sponsor, (counts.get(sponsor) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
  });

  get #cycles(): Cycle[] {
    return live(this.#library.data.cycles ?? {});
  }

  bodyName(id: string): string {
    return this.reference.bodies.find((body) => body.id === id)?.name ?? id;
  }

  credentialName(id: string): string {
    return this.reference.credentials.find((credential) => credential.id === id)?.name ?? id;
  }

  credentialsAt(body: string): string[] {
    return this.holdings.filter((holding) => holding.body === body).map((one) => one.credential);
  }

  /** How many questions about a claim at a body are not answered. */
  openQuestions(
    { completedOn, claims }: Pick<Entry, 'completedOn' | 'claims'>,
    body: string,
  ): number {
    const claim = claims[body];
    if (!claim?.isOn) return 0;
    const day = completedOn ?? this.today;
    const asked = marksAsked(body, this.credentialsAt(body), day, this.reference);
    return asked.filter(({ id }) => claim.marks[id] === undefined).length;
  }

  /** What is known of a claim, by its own answers and by those about its sponsor. */
  marksOf(claim: Claim, activity: Activity): Marks {
    return this.#marksOf(claim, activity);
  }

  /** Answers a question about a sponsor once for all its claims; null takes the answer back. */
  async answerSponsor({ key }: SponsorQuestion, isSo: boolean | null): Promise<void> {
    const { [key]: _, ...others } = this.#library.data.settings?.sponsorAnswers ?? {};
    const sponsorAnswers = isSo === null ? others : { ...others, [key]: isSo };
    await this.#library.dispatch({ type: 'settings.change', changes: { sponsorAnswers } });
  }

  showTab(tab: string): void {
    this.#tab = tab;
    this.#cycle = null;
  }

  showCycle(id: Id): void {
    this.#cycle = id;
  }

  /** Shows a cycle or an activity by its id; one that is gone changes nothing. */
  show(id: Id): void {
    const cycle = this.#library.data.cycles?.[id];
    if (cycle) {
      this.#tab = cycle.body;
      this.#cycle = id;
    } else {
      void this.editEntry(id);
    }
  }

  /** Opens an empty form; what was in the other one is saved first. */
  async startEntry(sponsor = ''): Promise<void> {
    await this.entry?.leave();
    const held = this.bodies.filter((body) => this.credentialsAt(body).length > 0);
    this.entry = new EntryState(this.#library, emptyEntry(this.today, held, sponsor), null);
  }

  async editEntry(id: Id): Promise<void> {
    await this.entry?.leave();
    const entry = this.#entryAt(id);
    if (entry) this.entry = new EntryState(this.#library, entry, id);
  }

  /** Follows what an undo or another change did to the activity in the form; closes it if it is gone. */
  followEntry(): void {
    const { entry } = this;
    if (!entry || entry.id === null) return;
    const now = this.#entryAt(entry.id);
    if (now) entry.refresh(now);
    else this.entry = null;
  }

  #entryAt(id: Id): Entry | null {
    const activity = this.#library.data.activities?.[id];
    if (!activity || activity.deletedAt) return null;
    const claims = live(this.#library.data.claims ?? {}).filter((one) => one.activityId === id);
    return entryOf(activity, claims, this.bodies);
  }

  async closeEntry(): Promise<void> {
    await this.entry?.leave();
    this.entry = null;
  }
}
