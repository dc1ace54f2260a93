import { enablePatches, Immer, type Draft as ImmerDraft } from 'immer';
import type { Id, Instant, RecordBase } from './fields';
import type { Patch } from './journal';
import type { Collection, Library } from './schema';

enablePatches();

/** Immer would freeze a record that a recipe left as it was, and the store could never change it in place again. */
const immer = new Immer({ autoFreeze: false });

type MapName = Collection | 'tombstones';
type Of<M extends MapName> = Library[M][string];

/** Where records can be looked up by map and id. */
export interface Records {
  /** As it was before: names of bodies of the user's own are told from it, and what came or went. */
  readonly before: Pick<Library, 'bodies' | 'activities' | 'claims'>;
  get<M extends MapName>(map: M, id: Id): Of<M> | undefined;
}

function own<T>(records: Record<Id, T>, id: Id): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}

/**
 * A command's view of the library: it reads the library as it was before, with the command's own changes on
 * top, and collects these as patches. Only the records that are touched are copied. A draft of the whole
 * library would copy a map of all activities for each change (measured: 25 ms at 20,000), and a command's
 * cost must not grow with the library.
 */
export class LibraryDraft implements Records {
  readonly before: Library;
  readonly patches: Patch[] = [];
  /** In the order in which they are to be applied: the last change is taken back first. */
  readonly inverse: Patch[] = [];
  #touched = new Map<string, unknown>();

  constructor(before: Library) {
    this.before = before;
  }

  /** The record, also from the trash; undefined if there is none. */
  get<M extends MapName>(map: M, id: Id): Of<M> | undefined {
    const key = `${map} ${id}`;
    if (this.#touched.has(key)) return this.#touched.get(key) as Of<M> | undefined;
    return own<Of<M>>(this.before[map] as Record<Id, Of<M>>, id);
  }

  /** The record if it is not in the trash. */
  live<C extends Collection>(collection: C, id: Id): Of<C> | undefined {
    const record = this.get(collection, id);
    return record?.deletedAt === undefined ? record : undefined;
  }

  /** Adds a record, or puts it in the place of the one that has its id. */
  put<M extends MapName>(map: M, record: Of<M>): void {
    const { id } = record;
    // Entered again after the trash was emptied of it: it is no longer gone.
    if (map !== 'tombstones') this.drop('tombstones', id);
    const there = this.get(map, id);
    const path = [map, id];
    this.patches.push({ op: there ? 'replace' : 'add', path, value: record });
    this.inverse.unshift(there ? { op: 'replace', path, value: there } : { op: 'remove', path });
    this.#touched.set(`${map} ${id}`, record);
  }

  /** Changes a record that is there; only the fields that really change become patches. */
  edit<C extends Collection>(
    collection: C,
    id: Id,
    recipe: (record: ImmerDraft<Of<C>>) => void,
  ): void {
    const there = this.get(collection, id);
    if (!there) throw new Error(`there is no ${collection} record ${id} to edit`);
    const next = this.#edited([collection, id], there, recipe);
    this.#touched.set(`${collection} ${id}`, next);
  }

  editSettings(recipe: (settings: Library['settings']) => void): void {
    this.#edited(['settings'], this.before.settings, recipe);
  }

  /** Sets the fields that are given and differ, and `updatedAt` if any does. */
  assign<C extends Collection>(
    collection: C,
    id: Id,
    changes: { [K in keyof Of<C>]?: Of<C>[K] | undefined },
    now: Instant,
  ): void {
    const there = this.get(collection, id);
    const differing = Object.entries(changes).filter(
      ([key, value]) =>
        value !== undefined &&
        JSON.stringify(there?.[key as keyof Of<C>]) !== JSON.stringify(value),
    );
    if (differing.length === 0) return;
    this.edit(collection, id, (record) => {
      Object.assign(record, Object.fromEntries(differing), { updatedAt: now });
    });
  }

  /** Puts a record into the trash. */
  trash(collection: Collection, id: Id, now: Instant): void {
    this.edit(collection, id, (record: RecordBase) => {
      record.deletedAt = now;
      record.updatedAt = now;
    });
  }

  /** Removes a record for good: only the purge, and what takes a tombstone back, do that. */
  drop(map: MapName, id: Id): void {
    const there = this.get(map, id);
    if (!there) return;
    this.patches.push({ op: 'remove', path: [map, id] });
    this.inverse.unshift({ op: 'add', path: [map, id], value: there });
    this.#touched.set(`${map} ${id}`, undefined);
  }

  #edited<T extends object>(at: string[], value: T, recipe: (draft: ImmerDraft<T>) => void): T {
    const [next, patches, inverse] = immer.produceWithPatches(value, (draft) => {
      recipe(draft);
    });
    const below = ({ path, ...patch }: { path: (string | number)[]; op: Patch['op'] }) => ({
      ...patch,
      path: [...at, ...path],
    });
    this.patches.push(...patches.map(below));
    this.inverse.unshift(...inverse.map(below));
    return next;
  }
}
