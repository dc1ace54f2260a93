import { cycleToShow, ledgerRows, learningRows, type LedgerRow } from '../core/ceu/ledger';
import type { Entry } from '../core/ceu/entry';
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
import { placeClaims } from '../core/ceu/counting';
import type { Ledger } from '../core/ceu/full-standing';
import {
  chosenTopic,
  topicChoices,
  type ChoiceClaim,
  type TopicChoice,
} from '../core/ceu/one-topic';
import { cycleMonths, type CycleMonth } from '../core/ceu/months';
import { proposedBodies } from '../core/ceu/proposed';
import { toReport } from '../core/ceu/report';
import { CeuPanel } from './ceu-panel.svelte';
import type { EntryState } from './entry.svelte';
import type { KeptEntries } from './kept-entries.svelte';
import { LedgerView } from './ledger-view.svelte';
import { Reasons } from './reasons.svelte';
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
  'occurrences',
  'overrides',
  'activities',
  'claims',
  'evidence',
] as const;

/** Who knows the day. */
interface Clock {
  readonly day: Day;
}

/** What the CEU screen shows: one body's cycle or all learning. What is done beside it is the panel's. */
export class CeusState {
  /** What the program knows, with the bodies of the user's own. */
  readonly reference: Reference = $derived.by(() =>
    referenceOf({ bodies: this.#library.data.bodies ?? {} }),
  );
  readonly view: LedgerView = new LedgerView(this);
  readonly reasons: Reasons = new Reasons(this);
  /** What is entered, reported or imported beside the ledger. */
  readonly panel: CeuPanel;
  #library: LibraryState;
  #tab = $state.raw<string | null>(null);
  #cycle = $state.raw<Id | null>(null);
  #clock: Clock;

  constructor(library: LibraryState, clock: Clock, kept: KeptEntries) {
    this.#library = library;
    this.#clock = clock;
    this.panel = new CeuPanel(this, library, kept);
  }

  /** The day it is: another one after midnight, also while the screen stays open. */
  get today(): Day {
    return this.#clock.day;
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
  readonly slices: Ledger['library'] | null = $derived.by(() => {
    const { settings, holdings, activities, claims } = this.#library.data;
    const { overrides, cycles, adjustments, occurrences } = this.#library.data;
    if (!settings || !holdings || !activities || !claims) return null;
    if (!overrides || !cycles || !adjustments || !occurrences) return null;
    const ofCycles = { overrides, cycles, adjustments, occurrences };
    return { settings, holdings, activities, claims, ...ofCycles };
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
      this.standing?.opening ?? 0,
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

  /** Shows a cycle or an activity by its id; one that is gone changes nothing. */
  show(id: Id): void {
    const cycle = this.#library.data.cycles?.[id];
    if (cycle) {
      this.#tab = cycle.body;
      this.#cycle = id;
    } else {
      void this.panel.editEntry(id);
    }
  }
}
