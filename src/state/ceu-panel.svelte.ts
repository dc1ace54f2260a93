import { bodiesEver } from '../core/ceu/claimable';
import { claimId } from '../core/ceu/claim-id';
import { emptyEntry, entryOf, type Entry } from '../core/ceu/entry';
import type { Claim } from '../core/ceu/schema';
import type { Api } from '../core/ipc';
import type { Day, Id } from '../core/library/fields';
import type { Reference } from '../core/reference/schema';
import type { Waiting } from './certificates.svelte';
import { EntryState } from './entry.svelte';
import { ImportState } from './import.svelte';
import type { KeptEntries, KeptEntry } from './kept-entries.svelte';
import type { LibraryState } from './library.svelte';
import { ReportState } from './report.svelte';

/** What is asked of the screen it belongs to. */
interface Ledger {
  readonly today: Day;
  readonly reference: Reference;
  readonly bodies: string[];
  readonly tab: string;
  /** Claims of the shown ledger that can be entered at the body now. */
  readonly reportable: readonly { claim: Claim }[];
  proposedAt(day: Day | null): Set<string>;
  showTab(tab: string): void;
}

/** What the CEU screen is at beside or in the place of the ledger: one of an entry, a report and an import. */
export class CeuPanel {
  entry = $state.raw<EntryState | null>(null);
  /** The claims that are being entered at a body, one after the other. */
  report = $state.raw<ReportState | null>(null);
  /** Rows that are about to be imported, in the place of the ledger. */
  importing = $state.raw<ImportState | null>(null);
  /** The certificate that is looked at, in the place of the ledger. */
  viewing = $state.raw<Id | null>(null);
  /** Files that were handed in where no form was open; the form that opens takes them. */
  #handed: readonly File[] = [];
  /** Certificates of a kept activity, for the form that opens with it. */
  #resumed: readonly Waiting[] = [];
  #ledger: Ledger;
  #library: LibraryState;
  #kept: KeptEntries;

  constructor(ledger: Ledger, library: LibraryState, kept: KeptEntries) {
    this.#ledger = ledger;
    this.#library = library;
    this.#kept = kept;
  }

  /** Shows what is named, and nothing else. */
  #showOnly(shown: Partial<Pick<CeuPanel, 'entry' | 'report' | 'importing'>>): void {
    this.viewing = null;
    this.entry = shown.entry ?? null;
    this.report = shown.report ?? null;
    this.importing = shown.importing ?? null;
  }

  /** Begins to report, with a claim or with the earliest. */
  async startReport(claim: Id | null = null): Promise<void> {
    await this.closeEntry();
    if (claim !== null) this.#showLedgerOf(claim);
    const ids = this.#ledger.reportable.map((one) => one.claim.id);
    if (claim !== null && !ids.includes(claim)) ids.unshift(claim);
    if (ids.length === 0) return;
    const report = new ReportState(this.#library, ids, claim, this.#ledger.today);
    // An import that is under way waits: what was set in it is nowhere else.
    this.#showOnly({ report, importing: this.importing });
  }

  #showLedgerOf(id: Id): void {
    const claim = this.#library.data.claims?.[id];
    if (claim && claim.body !== this.#ledger.tab) this.#ledger.showTab(claim.body);
  }

  /** Opens an empty form; what was in the other one is saved first. */
  async startEntry(sponsor = '', files: readonly File[] = [], title = ''): Promise<void> {
    await this.leaveEntry();
    this.#handed = files;
    const { today, bodies } = this.#ledger;
    const proposed = this.#ledger.proposedAt(today);
    const entry = emptyEntry(today, bodies, sponsor);
    for (const [body, claim] of Object.entries(entry.claims)) claim.isOn = proposed.has(body);
    this.#showOnly({ entry: new EntryState(this.#library, { ...entry, title }, null) });
  }

  /** Opens the import in the place of the ledger; what was in the form is saved first. */
  async startImport(api: Api): Promise<void> {
    await this.closeEntry();
    const parts = { api, library: this.#library, ledger: this.#ledger };
    this.#showOnly({ importing: this.importing ?? new ImportState(parts) });
  }

  /** Hands them over once. */
  takeHanded(): readonly File[] {
    const files = this.#handed;
    this.#handed = [];
    return files;
  }

  /** Opens the form with an activity; an import that is under way stays beside it. */
  async editEntry(id: Id): Promise<void> {
    await this.leaveEntry();
    const entry = this.#entryAt(id);
    this.viewing = null;
    if (!entry) return;
    const { importing } = this;
    this.#showOnly({ entry: new EntryState(this.#library, entry, id), importing });
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
    const { activities, claims = {}, holdings = {}, cycles = {} } = this.#library.data;
    const activity = activities?.[id];
    if (!activity || activity.deletedAt) return null;
    const own = bodiesEver({ holdings, cycles }, this.#ledger.reference).flatMap((body) => {
      const claim = claims[claimId(id, body)];
      return claim && claim.deletedAt === undefined ? claim : [];
    });
    return entryOf(activity, own, this.#ledger.bodies);
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
    this.#showOnly({ entry: new EntryState(this.#library, kept.fields, null) });
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
