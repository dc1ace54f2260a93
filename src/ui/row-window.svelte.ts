import { offsetsOf, piecesOf, rowAt, type Piece } from './row-window';

/** How many rows are drawn above and below those that are seen. */
const more = 8;

/** The id of the row in which something stands. */
export function rowOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
}

/**
 * Draws of a long table only what is near the window. Heights are measured as rows are drawn, and guessed until then; the page
 * scrolls, not the table.
 */
export class RowWindow {
  #ids: () => readonly string[];
  #heights = new Map<string, number>();
  #guess = $state.raw(60);
  #measured = $state.raw(0);
  #seen = $state.raw({ top: 0, bottom: 1200 });
  #focused = $state.raw<string | null>(null);
  #body: HTMLElement | null = null;
  #width = 0;

  constructor(ids: () => readonly string[]) {
    this.#ids = ids;
  }

  readonly #places: ReadonlyMap<string, number> = $derived.by(
    () => new Map(this.#ids().map((id, index) => [id, index])),
  );
  readonly #offsets: Float64Array = $derived.by(() => {
    void this.#measured;
    return offsetsOf(this.#ids(), this.#heights, this.#guess);
  });
  readonly #drawn: { pieces: Piece[]; after: number } = $derived.by(() =>
    piecesOf(this.#offsets, this.#seen, more, this.indexOf(this.#focused)),
  );
  get pieces(): Piece[] {
    return this.#drawn.pieces;
  }
  get after(): number {
    return this.#drawn.after;
  }

  indexOf(id: string | null): number {
    return id === null ? -1 : (this.#places.get(id) ?? -1);
  }

  /** Drawn wherever it is, from now on. */
  keep(id: string | null): void {
    this.#focused = id;
  }

  /** For `{@attach}` on the part of the table that holds the rows; each row carries `data-row`, its id. */
  follow = (body: HTMLElement): (() => void) => {
    this.#body = body;
    const look = () => this.#look();
    const focused = ({ target }: FocusEvent) => this.keep(rowOf(target));
    // Where the focus goes is heard anywhere; that it left is not: it also leaves a row that is just being taken away.
    document.addEventListener('focusin', focused);
    const resized = new ResizeObserver(() => requestAnimationFrame(() => this.#resized()));
    resized.observe(body);
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    look();
    return () => {
      document.removeEventListener('focusin', focused);
      resized.disconnect();
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
      this.#body = null;
    };
  };

  /** The rows that are seen; said only when others come into view, so that a small scroll draws nothing. */
  #look(): void {
    if (!this.#body) return;
    const top = -this.#body.getBoundingClientRect().top;
    const bottom = top + window.innerHeight;
    const offsets = this.#offsets;
    const isNear = (one: number, other: number) =>
      Math.abs(rowAt(offsets, one) - rowAt(offsets, other)) < more / 2;
    if (isNear(top, this.#seen.top) && isNear(bottom, this.#seen.bottom)) return;
    this.#seen = { top, bottom };
  }

  /** Another width breaks the lines elsewhere. */
  #resized(): void {
    if (!this.#body) return;
    if (this.#width !== this.#body.clientWidth) {
      this.#width = this.#body.clientWidth;
      this.#heights.clear();
    }
    this.measure();
    this.#look();
  }

  /** Reads how high the drawn rows are; to be called after they were drawn. */
  measure(): void {
    const rows = this.#body?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
    let isOff = false;
    for (const row of rows) {
      const id = row.dataset['row'] ?? '';
      const { height } = row.getBoundingClientRect();
      if (height === 0) continue;
      if (Math.abs((this.#heights.get(id) ?? this.#guess) - height) > 0.5) isOff = true;
      this.#heights.set(id, height);
    }
    if (!isOff) return;
    const known = [...this.#heights.values()].sort((one, other) => one - other);
    this.#guess = known[Math.floor(known.length / 2)] ?? this.#guess;
    this.#measured += 1;
  }
}
