import { claimableBodies } from '../core/ceu/claimable';
import { firstMapping, rememberedMapping } from '../core/ceu/import/columns';
import {
  chosenOf,
  importCommand,
  readImport,
  type ImportPreview,
  type ImportReading,
  type ImportWorld,
  type PreviewRow,
} from '../core/ceu/import/preview';
import type { ImportField, Mapping } from '../core/ceu/import/schema';
import type { ImportTable } from '../core/ceu/import/table';
import type { Api } from '../core/ipc';
import type { Day } from '../core/library/fields';
import type { Reference } from '../core/reference/schema';
import type { Problem, Result } from '../core/result';
import type { LibraryState } from './library.svelte';

/** Which rows of the preview are seen. */
export type RowsShown = 'all' | PreviewRow['state'];

interface Parts {
  api: Api;
  library: LibraryState;
  /** What the screen knows, as it stands; `bodies` are those of the user's own ledgers. */
  ledger: {
    readonly today: Day;
    readonly reference: Reference;
    readonly bodies: readonly string[];
  };
}

/** An import before it is confirmed: a table, how it is read, and what would become of each row. */
export class ImportState {
  table = $state.raw<ImportTable | null>(null);
  problem = $state.raw<Problem | null>(null);
  isReading = $state.raw(false);
  /** Whether the columns are named as in the last import of such a table. */
  isRemembered = $state.raw(false);
  shown = $state.raw<RowsShown>('all');
  mapping = $state.raw<Mapping | null>(null);
  #choices = $state.raw<ReadonlyMap<number, boolean>>(new Map());
  #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly #world: ImportWorld | null = $derived.by(() => {
    const { library, ledger } = this.#parts;
    const { today, reference } = ledger;
    const { activities, claims, holdings, cycles } = library.data;
    if (!activities || !claims || !holdings || !cycles) return null;
    return { library: { activities, claims, holdings, cycles }, today, reference };
  });
  readonly bodies: string[] = $derived(
    this.#world ? claimableBodies(this.#world.library, this.#world.reference) : [],
  );
  /** Apart from what is chosen, so that a tick does not read thousands of rows again. */
  readonly #reading: ImportReading | null = $derived(
    this.table && this.mapping && this.#world
      ? readImport(this.table, this.mapping, this.#world)
      : null,
  );
  readonly preview: ImportPreview | null = $derived(
    this.#reading && chosenOf(this.#reading, this.#choices),
  );
  readonly rows: readonly PreviewRow[] = $derived.by(() => {
    const rows = this.preview?.rows ?? [];
    return this.shown === 'all' ? rows : rows.filter(({ state }) => state === this.shown);
  });

  async readFile(file: File): Promise<void> {
    await this.#read(async () =>
      this.#parts.api.readTable(file.name || 'table', new Uint8Array(await file.arrayBuffer())),
    );
  }

  async readPaste(text: string, html: string): Promise<void> {
    await this.#read(() => this.#parts.api.readPaste(text, html));
  }

  async #read(ask: () => Promise<Result<ImportTable>>): Promise<void> {
    this.problem = null;
    this.isReading = true;
    await this.#parts.library.ensure('importMappings');
    const answer = await ask();
    this.isReading = false;
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    const remembered = this.#parts.library.data.importMappings ?? {};
    this.isRemembered = rememberedMapping(answer.value, remembered) !== null;
    this.mapping = firstMapping(answer.value, remembered, this.#parts.ledger.bodies);
    this.#choices = new Map();
    this.shown = 'all';
    this.table = answer.value;
  }

  /** A field is held by one column: the one that had it is left out. */
  setColumn(at: number, field: ImportField | null): void {
    if (!this.mapping) return;
    const columns = this.mapping.columns.map((one, index) =>
      index === at ? field : field !== null && one === field ? null : one,
    );
    this.change({ columns });
  }

  change(changes: Partial<Mapping>): void {
    if (this.mapping) this.mapping = { ...this.mapping, ...changes };
    this.problem = null;
  }

  choose(at: number, isTaken: boolean): void {
    this.#choices = new Map(this.#choices).set(at, isTaken);
  }

  /** The rows whose claim could be added to an activity that is there. */
  readonly offered: readonly PreviewRow[] = $derived(
    (this.preview?.rows ?? []).filter(({ state }) => state === 'claim'),
  );

  /** Says yes or no to all claims that could be added. */
  chooseClaims(isTaken: boolean): void {
    this.#choices = new Map([
      ...this.#choices,
      ...this.offered.map(({ at }) => [at, isTaken] as const),
    ]);
  }

  /** Back to the choice of a file. */
  again(): void {
    this.table = null;
    this.mapping = null;
    this.problem = null;
  }

  /** Writes what is chosen as one step; false where something is still to be said. */
  async confirm(): Promise<boolean> {
    if (!this.table || !this.mapping || !this.preview) return false;
    const command = importCommand(this.table, this.mapping, this.preview);
    const result = command.ok
      ? await this.#parts.library.dispatch(command.value, { isQuiet: true })
      : command;
    this.problem = result.ok ? null : result.problem;
    return result.ok;
  }
}
