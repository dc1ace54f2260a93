import type { Api } from '../core/ipc';
import { cycleToShow, ledgerRows, learningRows, type LedgerRow } from '../core/ceu/ledger';
import { emptyEntry, entryOf, type Entry } from '../core/ceu/entry';
import { marksAsked } from '../core/ceu/marks';
import { standingOf, standingsOf } from '../core/ceu/rules';
import type { Activity, Claim, Cycle, Holding, Marks } from '../core/ceu/schema';
import { marksBy, sponsorQuestions, type SponsorQuestion } from '../core/ceu/sponsors';
import type { Standing } from '../core/ceu/standing';
import type { Day, Id } from '../core/library/fields';
import { live } from '../core/library/schema';
import { referenceOf } from '../core/reference/own-bodies';
import type { Reference } from '../core/reference/schema';
import {
  duplicateIndex,
  duplicateOf,
  type Duplicate,
  type DuplicateIndex,
} from '../core/ceu/duplicates';
import { placeClaims, type LedgerSlices } from '../core/ceu/counting';
import {
  chosenTopic,
  topicChoices,
  type ChoiceClaim,
  type TopicChoice,
} from '../core/ceu/one-topic';
import { cycleMonths, type CycleMonth } from '../core/ceu/months';
import { proposedBodies } from '../core/ceu/proposed';
import { toReport } from '../core/ceu/report';
import type { Waiting } from './certificates.svelte';
import { EntryState } from './entry.svelte';
import type { KeptEntries, KeptEntry } from './kept-entries.svelte';
import { ImportState } from './import.svelte';
import { LedgerView } from './ledger-view.svelte';
import { Reasons } from './reasons.svelte';
import { ReportState } from './report.svelte';
import type { LibraryState } from './library.svelte';

/** The tab that shows everything learned, at whatever body or none. */
export const allLearning = 'all';

/** What the rules and the screen need of the library. */
export const ceuSubjects = [
  'settings',
  'bodies',
  'holdings',
  'cycles',
  'adjustments',
  'overrides',
  'activities',
  'claims',
  'evidence',
] as const;

/** What the CEU screen shows: one body's cycle or all learning, and the activity being entered. */
export class CeusState {
  /** What the program knows, with the bodies of the user's own. */
  readonly reference: Reference = $derived.by(() =>
    referenceOf({ bodies: this.#library.data.bodies ?? {} }),
  );
  readonly today: Day;

  entry = $state.raw<EntryState | null>(null);
  /** The claims that are being entered at a body, one after the other. */
  report = $state.raw<ReportState | null>(null);
  /** Rows that are about to be imported, in the place of the ledger. */
  importing = $state.raw<ImportState | null>(null);
  /** The certificate that is looked at, in the place of the ledger. */
  viewing = $state.raw<Id | null>(null);
  /** Files that were handed in where no form was open; the form that opens takes them. */
  #handed: readonly File[] = [];
  readonly view: LedgerView = new LedgerView(this);
  readonly reasons: Reasons = new Reasons(this);
  #library: LibraryState;
  #tab = $state.raw<string | null>(null);
  #cycle = $state.raw<Id | null>(null);

  #kept: KeptEntries;
  /** Certificates of a kept activity, for the form that opens with it. */
  #resumed: readonly Waiting[] = [];

  constructor(library: LibraryState, today: Day, kept: KeptEntries) {
    this.#library = library;
    this.today = today;
    this.#kept = kept;
  }

  readonly isReady: boolean = $derived.by(() => this.#library.has(...ceuSubjects));
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
  /** What the rules need to know, once all of it is there. */
  readonly slices: LedgerSlices | null = $derived.by(() => {
    const { settings, holdings, activities, claims } = this.#library.data;
    const { overrides, cycles, adjustments } = this.#library.data;
    if (!settings || !holdings || !activities || !claims) return null;
    if (!overrides || !cycles || !adjustments) return null;
    return { settings, holdings, activities, claims, overrides, cycles, adjustments };
  });
  readonly standing: Standing | null = $derived.by(() => {
    const { today, reference } = this;
    const library = this.slices;
    return this.cycle && library
      ? standingOf({ cycle: this.cycle, library, today, reference })
      : null;
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

  /** The cycles that hold today, one for each body. */
  readonly standings: Standing[] = $derived.by(() => {
    const slices = this.slices;
    return slices ? standingsOf(slices, this.today, this.reference) : [];
  });
  /** The months of the cycle that is shown. */
  readonly months: CycleMonth[] = $derived.by(() => {
    const slices = this.slices;
    if (!this.cycle || !slices) return [];
    const placed = placeClaims(slices, [this.cycle], this.today, this.reference);
    const counted = (placed.get(this.cycle.id) ?? []).filter(({ role }) => role === 'earned');
    return cycleMonths(
      this.cycle,
      counted.map(({ claim, activity }) => ({ on: activity.completedOn, units: claim.units })),
      this.standing?.required ?? null,
      this.today,
    );
  });
  /** Claims of the shown cycle that count and can be entered at the body now, the earliest first. */
  readonly reportable: { claim: Claim; activity: Activity }[] = $derived.by(() =>
    this.tab === allLearning ? [] : toReport(this.rows, this.reasons.verdictOf),
  );

  readonly #duplicates: DuplicateIndex | null = $derived.by(() => {
    const { activities, claims } = this.#library.data;
    return activities && claims ? duplicateIndex({ activities, claims }) : null;
  });

  /** The sponsor of what was logged last, to be proposed again. */
  readonly lastSponsor: string = $derived.by(() => {
    let last: Activity | null = null;
    for (const activity of live(this.#library.data.activities ?? {})) {
      if (activity.sponsor && activity.createdAt > (last?.createdAt ?? '')) last = activity;
    }
    return last?.sponsor ?? '';
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
    return claim?.isOn ? this.#openOf({ ...claim, body }, completedOn ?? this.today) : 0;
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

  /** A cycle that has begun and is not closed. */
  get canClose(): boolean {
    const { cycle } = this;
    return this.tab !== allLearning && cycle?.closedOn === null && cycle.start <= this.today;
  }

  /** How many questions about the claims of a row are not answered. */
  questionsOf({ activity, claims }: LedgerRow): number {
    let count = 0;
    for (const claim of claims) {
      if (claim.state === 'rejected') continue;
      const marks = this.#marksOf(claim, activity);
      count += this.#openOf({ ...claim, marks }, activity.completedOn);
    }
    return count;
  }

  #openOf(claim: ChoiceClaim & Pick<Claim, 'holdings'>, day: Day): number {
    const asked = marksAsked(claim.body, this.credentialsAt(claim.body), day, this.reference);
    const unanswered = asked.filter(({ id }) => claim.marks[id] === undefined).length;
    const choices = this.topicChoices(claim, day);
    const isToChoose = choices.length > 0 && chosenTopic(choices, claim.holdings) === null;
    return unanswered + (isToChoose ? 1 : 0);
  }

  /** The credentials between which a claim of that day has to choose; empty where it counts for all. */
  topicChoices(claim: ChoiceClaim, day: Day): TopicChoice[] {
    const { holdings = {}, cycles = {} } = this.#library.data;
    return topicChoices(claim, day, { holdings, cycles }, this.reference);
  }

  /** Another activity that seems to be the one in the form. */
  duplicateOf({ id, fields }: EntryState): Duplicate | null {
    if (!this.#duplicates) return null;
    const bodies = Object.keys(fields.claims).filter((body) => fields.claims[body]?.isOn);
    return duplicateOf({ ...fields, id, bodies }, this.#duplicates);
  }

  /** The bodies at which something of that day is proposed to be claimed. */
  proposedAt(day: Day | null): Set<string> {
    const { holdings = {}, cycles = {} } = this.#library.data;
    return proposedBodies(day, { holdings, cycles });
  }

  showTab(tab: string): void {
    this.#tab = tab;
    this.#cycle = null;
    this.view.clear();
  }

  showCycle(id: Id): void {
    this.#cycle = id;
    this.view.clear();
  }

  /** Begins to report, with a claim or with the earliest. */
  async startReport(claim: Id | null = null): Promise<void> {
    await this.closeEntry();
    if (claim !== null) this.#showLedgerOf(claim);
    const ids = this.reportable.map((one) => one.claim.id);
    if (claim !== null && !ids.includes(claim)) ids.unshift(claim);
    if (ids.length > 0) this.report = new ReportState(this.#library, ids, claim, this.today);
  }

  #showLedgerOf(id: Id): void {
    const claim = this.#library.data.claims?.[id];
    if (claim && claim.body !== this.tab) this.showTab(claim.body);
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
  async startEntry(sponsor = '', files: readonly File[] = [], title = ''): Promise<void> {
    await this.leaveEntry();
    this.#handed = files;
    this.viewing = null;
    this.importing = null;
    this.report = null;
    const proposed = this.proposedAt(this.today);
    const entry = emptyEntry(this.today, this.bodies, sponsor);
    for (const [body, claim] of Object.entries(entry.claims)) claim.isOn = proposed.has(body);
    this.entry = new EntryState(this.#library, { ...entry, title }, null);
  }

  /** Opens the import in the place of the ledger; what was in the form is saved first. */
  async startImport(api: Api): Promise<void> {
    await this.closeEntry();
    this.report = null;
    const { today, reference, bodies } = this;
    this.importing ??= new ImportState({ api, library: this.#library, today, reference, bodies });
  }

  /** Hands them over once. */
  takeHanded(): readonly File[] {
    const files = this.#handed;
    this.#handed = [];
    return files;
  }

  async editEntry(id: Id): Promise<void> {
    await this.leaveEntry();
    const entry = this.#entryAt(id);
    this.viewing = null;
    if (entry) this.report = null;
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

  /** Saves what is sound; a certificate that still waits for a title is kept beside the ledger. */
  async leaveEntry(): Promise<void> {
    const { entry } = this;
    if (!entry) return;
    await entry.leave();
    const { lost } = entry;
    if (!lost) return;
    entry.drop();
    this.#kept.keep(lost);
  }

  /** Opens the form again with what was kept of it. */
  async resume(kept: KeptEntry): Promise<void> {
    await this.leaveEntry();
    this.#kept.take(kept);
    this.#resumed = kept.waiting;
    this.viewing = null;
    this.importing = null;
    this.report = null;
    this.entry = new EntryState(this.#library, kept.fields, null);
  }

  /** Hands them over once. */
  takeResumed(): readonly Waiting[] {
    const waiting = this.#resumed;
    this.#resumed = [];
    return waiting;
  }

  async closeEntry(): Promise<void> {
    await this.leaveEntry();
    this.entry = null;
  }
}
