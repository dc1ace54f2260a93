import { beyondOf, type Beyond } from '../core/ceu/beyond';
import { placedIn } from '../core/ceu/counting';
import { cyclesOf } from '../core/ceu/cycles';
import { standing, type FullStanding, type Ledger as FullLedger } from '../core/ceu/full-standing';
import { cycleToShow } from '../core/ceu/ledger';
import {
  courseIndex,
  notCountedAtEach,
  notCountedWords,
  weighEntry,
} from '../core/ceu/not-counted';
import { reasonsOf } from '../core/ceu/reasons';
import type { Verdicts } from '../core/ceu/report';
import { standingOf } from '../core/ceu/rules';
import type { Claim, Cycle } from '../core/ceu/schema';
import type { Standing, TotalChange } from '../core/ceu/standing';
import { weighClaims, type WeighedClaim } from '../core/ceu/weighing';
import type { Day, Id } from '../core/library/fields';
import type { Reference } from '../core/reference/schema';
import { showDay } from '../ui/locale';
import type { EntryState } from './entry.svelte';

/** Why a claim that is being typed would not count. */
export interface EntryReason {
  /** Empty where it counts. */
  short: string;
  /** What there is to say beyond that, such as what an open question decides; may be empty. */
  more: string;
}

/** What is asked of the screen it belongs to. */
interface Ledger {
  readonly slices: FullLedger['library'] | null;
  readonly bodies: string[];
  readonly cycle: Cycle | null;
  readonly standing: Standing | null;
  readonly today: Day;
  readonly reference: Reference;
}

/** Why each claim counts or not, and all that the shown cycle's ledger says beside its rules. */
export class Reasons {
  #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  readonly #weighed: ReadonlyMap<Id, WeighedClaim> = $derived.by(() => {
    const { slices, bodies, today, reference } = this.#ledger;
    const weighed = slices ? weighClaims(slices, new Set(bodies), today, reference) : [];
    return new Map(weighed.map((one) => [one.claim.id, one]));
  });
  readonly #courses = $derived.by(() => courseIndex(this.#weighed.values()));
  /** The earned claims of the shown cycle that help toward its total in part or not at all. */
  readonly #beyond: ReadonlyMap<Id, Beyond> = $derived.by(() => {
    const { standing, cycle, reference } = this.#ledger;
    if (!standing || !cycle) return new Map();
    const placed = placedIn([...this.#weighed.values()], [cycle]).get(cycle.id) ?? [];
    return beyondOf(placed, standing, reference);
  });
  /** Worked out only where it is read: it says more than a glance needs. */
  readonly full: FullStanding | null = $derived.by(() => {
    const { slices, cycle, today, reference } = this.#ledger;
    return slices && cycle ? standing({ cycle, library: slices, reference }, today) : null;
  });

  /** One short sentence for each claim that does not surely count. */
  of(claims: readonly Id[]): string[] {
    const { reference } = this.#ledger;
    return claims.flatMap((id) => {
      const one = this.#weighed.get(id);
      const words =
        this.#beyond.get(id)?.words ?? (one ? notCountedWords(one, reference, '', showDay) : '');
      return words === '' ? [] : [words];
    });
  }

  /** The same where several bodies stand together: each sentence names its own. */
  ofEach(claims: readonly Id[]): string[] {
    const weighed = claims.flatMap((id) => this.#weighed.get(id) ?? []);
    return notCountedAtEach(weighed, this.#ledger.reference, showDay);
  }

  /** What becomes of a claim; undefined while it is not known. */
  readonly verdictOf: Verdicts = (claim) => this.#weighed.get(claim)?.verdict;

  /** How many of its units help toward the total of the shown cycle, in hundredths. */
  helping({ id, units }: Pick<Claim, 'id' | 'units'>): number {
    if (this.#weighed.get(id)?.verdict.is !== 'earned') return 0;
    return units - (this.#beyond.get(id)?.units ?? 0);
  }

  /** What a credential added or given up changed about the total of the body's present cycle. */
  changesAt(body: string): TotalChange[] {
    const { slices, today, reference } = this.#ledger;
    const cycle = cycleToShow(cyclesOf(body, slices?.cycles ?? {}), today);
    if (!slices || !cycle) return [];
    return standingOf({ cycle, library: slices, today, reference }).changes;
  }

  /** The same of what is typed, as it stands. */
  ofEntry({ fields, id }: EntryState, body: string): EntryReason | null {
    const { slices, today, reference } = this.#ledger;
    if (!slices) return null;
    const one = weighEntry({ entry: fields, id, body }, slices, this.#courses, today, reference);
    if (!one) return null;
    const short = notCountedWords(one, reference, '', showDay);
    const more = one.cycle ? reasonsOf(one, one.cycle, reference, showDay).join(' ') : '';
    return { short, more: more === 'It counts.' ? '' : more };
  }
}
