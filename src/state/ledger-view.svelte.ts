import { filterRows, isFiltering, noFilter, type LedgerFilter } from '../core/ceu/filter';
import type { LedgerRow } from '../core/ceu/ledger';
import type { Claim } from '../core/ceu/schema';
import type { Id } from '../core/library/fields';

/** What the ledger view asks of the screen it belongs to. */
interface Ledger {
  readonly rows: LedgerRow[];
  questionsOf(row: LedgerRow): number;
}

/** Which rows of the ledger are seen, and which of them are chosen. Both are forgotten with the screen. */
export class LedgerView {
  filter = $state.raw<LedgerFilter>(noFilter);
  #chosen = $state.raw<ReadonlySet<Id>>(new Set());
  /** Where a range that is chosen with Shift begins. */
  #anchor: Id | null = null;
  #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  readonly isFiltering: boolean = $derived(isFiltering(this.filter));
  readonly rows: LedgerRow[] = $derived.by(() =>
    this.isFiltering
      ? filterRows(this.#ledger.rows, this.filter, (row) => this.#ledger.questionsOf(row))
      : this.#ledger.rows,
  );
  /** The chosen rows that are seen: what is not seen is not changed. */
  readonly picked: LedgerRow[] = $derived.by(() =>
    this.#chosen.size === 0 ? [] : this.rows.filter(({ activity }) => this.has(activity.id)),
  );
  readonly claims: Claim[] = $derived(this.picked.flatMap(({ claims }) => claims));

  narrow(changes: Partial<LedgerFilter>): void {
    this.filter = { ...this.filter, ...changes };
  }

  has(id: Id): boolean {
    return this.#chosen.has(id);
  }

  toggle(id: Id): void {
    const chosen = new Set(this.#chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.#chosen = chosen;
    this.#anchor = id;
  }

  /** Chooses all from where the choosing began up to this row, and `from` if it did not begin yet. */
  extend(to: Id, from: Id = to): void {
    const ids = this.rows.map(({ activity }) => activity.id);
    const anchor = this.#anchor !== null && ids.includes(this.#anchor) ? this.#anchor : from;
    const [first, last] = [ids.indexOf(anchor), ids.indexOf(to)].sort((one, other) => one - other);
    this.#anchor = anchor;
    this.#chosen = new Set(ids.slice(first, (last ?? 0) + 1));
  }

  all(): void {
    this.#chosen = new Set(this.rows.map(({ activity }) => activity.id));
  }

  clear(): void {
    this.#chosen = new Set();
    this.#anchor = null;
  }
}
