import type { Id } from '../../library/fields';
import { live } from '../../library/live';
import type { Library } from '../../library/schema';
import { indexKey } from '../event-keys';
import type { ReadRow } from './rows';
import { plainWords } from './table';

/** What a row repeats: a row of the table before it, or an activity of the library. */
export interface Duplicate {
  of: 'table' | 'library';
  /**
   * import: this very row was imported before, whatever was changed in its activity since; index: the same body and
   * index number; title: the same title, day and units.
   */
  by: 'import' | 'index' | 'title';
  /** Imported before, and its title, day or units are others by now. */
  isChanged: boolean;
  /** Where `of` is `library`. */
  activityId: Id | null;
  /** Where `of` is `table`: the row’s place in the preview. */
  row: number | null;
  title: string;
  /** The activity is there, but not claimed at the row’s body: the claim can be added to it. */
  lacksClaim: boolean;
}

const ofTable = { of: 'table', activityId: null, isChanged: false, lacksClaim: false } as const;
const numberKey = (body: string | null, indexNumber: string) =>
  body === null || indexKey(indexNumber) === '' ? null : `${body}\n${indexKey(indexNumber)}`;
const titleKey = (title: string, day: string, units: number) =>
  `${plainWords(title)}\n${day}\n${units}`;

/** Finds what is there already: by the row's own id, by body and index number, then by title, day and units. */
export class DuplicateFinder {
  readonly #byIndex = new Map<string, Id[]>();
  readonly #byTitle = new Map<string, Id[]>();
  readonly #claimed = new Set<string>();
  readonly #titles = new Map<Id, string>();
  readonly #rows = new Map<string, { row: number; title: string }>();
  /** Claims that rows before would add to activities that are there. */
  readonly #offered = new Map<string, { row: number; title: string }>();

  constructor(library: Pick<Library, 'activities' | 'claims'>) {
    for (const { id, title, completedOn, hours } of live(library.activities)) {
      this.#titles.set(id, title);
      add(this.#byTitle, titleKey(title, completedOn, hours), id);
    }
    for (const { activityId, body, units } of live(library.claims)) {
      const activity = library.activities[activityId];
      if (!activity || activity.deletedAt !== undefined) continue;
      this.#claimed.add(`${activityId}\n${body}`);
      add(this.#byTitle, titleKey(activity.title, activity.completedOn, units), activityId);
      const key = numberKey(body, activity.indexNumber);
      if (key !== null) add(this.#byIndex, key, activityId);
    }
  }

  /** Looks the row up, and remembers it for the rows after it. `id` is the one that its activity has or would get. */
  find(row: ReadRow, at: number, id: Id): Duplicate | null {
    const index = numberKey(row.body, row.indexNumber);
    const title = titleKey(row.title, row.completedOn, row.units);
    const found =
      this.#imported(row, id, title) ??
      this.#inLibrary(row, index === null ? undefined : this.#byIndex.get(index), 'index') ??
      this.#inLibrary(row, this.#byTitle.get(title), 'title');
    const offer = found?.lacksClaim ? `${found.activityId}\n${row.body}` : null;
    const offered = offer === null ? undefined : this.#offered.get(offer);
    if (offered) {
      return { ...ofTable, by: 'title', ...offered };
    }
    if (offer !== null) this.#offered.set(offer, { row: at, title: row.title });
    const ownTitle = `title\n${row.body ?? ''}\n${title}`;
    const keys = [...(index === null ? [] : [`index\n${index}`]), ownTitle];
    const before = keys.map((key) => this.#rows.get(key));
    for (const key of keys) {
      if (!this.#rows.has(key)) this.#rows.set(key, { row: at, title: row.title });
    }
    if (found) return found;
    const there = before.find((one) => one !== undefined);
    if (!there) return null;
    const by = index !== null && before[0] ? 'index' : 'title';
    return { ...ofTable, by, ...there };
  }

  #imported(row: ReadRow, id: Id, title: string): Duplicate | null {
    if (!this.#titles.has(id)) return null;
    // An activity without a claim is known by its hours, which a table may have beside the units.
    const byHours = titleKey(row.title, row.completedOn, row.hours);
    const isChanged = ![title, byHours].some((key) => this.#byTitle.get(key)?.includes(id));
    return { ...this.#activity(row, id), by: 'import', isChanged };
  }

  /** Of several that it may be, one that is claimed at the row’s body. */
  #inLibrary(row: ReadRow, ids: readonly Id[] = [], by: Duplicate['by']): Duplicate | null {
    const [first] = ids;
    if (first === undefined) return null;
    const isClaimed = (id: Id) => this.#claimed.has(`${id}\n${row.body}`);
    const activityId = row.body === null ? first : (ids.find(isClaimed) ?? first);
    return { ...this.#activity(row, activityId), by, isChanged: false };
  }

  #activity({ body }: ReadRow, activityId: Id): Omit<Duplicate, 'by' | 'isChanged'> {
    const title = this.#titles.get(activityId) ?? '';
    const lacksClaim = body !== null && !this.#claimed.has(`${activityId}\n${body}`);
    return { of: 'library', activityId, row: null, title, lacksClaim };
  }
}

function add(map: Map<string, Id[]>, key: string, id: Id): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [id]);
  else if (!there.includes(id)) there.push(id);
}
