import { watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { live } from '../../src/core/library/live';
import type { TellBug } from './funnel';
import type { Log } from './log';
import { codeOf, isAbsent } from './storage/disk';
import { documentsFolder } from './storage/document-files';
import type { LibraryStore } from './storage/types';

/** An editor that saves does several things at once. In milliseconds. */
const burst = 300;
/** When a file that could not be read is looked at again. */
const later = 2000;

type Store = Pick<LibraryStore, 'folder' | 'library' | 'documents'>;
/** Hears of every change in one folder, with the name that changed where the system says it; returns what ends it. */
export type Watch = (
  folder: string,
  heard: (name: string | null) => void,
  failed: (error: unknown) => void,
) => () => void;

interface Needs {
  log: Pick<Log, 'warn'>;
  tellBug: TellBug;
  /** Handed in by tests. */
  watch?: Watch;
}

/**
 * Looks at the user's own texts when something happens in their folders, each watched by itself since not every
 * system tells of folders below. A system may miss changes, or refuse to watch at all, so `lookAll` is called too
 * when the window gets the focus and the machine wakes.
 */
export class DocumentWatch {
  readonly #needs: Required<Needs>;
  #store: Store | null = null;
  /** By id; the one of the folder above by its name. */
  readonly #ends = new Map<string, () => void>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(needs: Needs) {
    this.#needs = { watch: watchWithNode, ...needs };
  }

  /** Called when another library is open or something in it changed. */
  heed(store: Store | null): void {
    if (store !== this.#store) this.stop();
    this.#store = store;
    if (store === null) return;
    const ids = new Set(live(store.library.documents).map(({ id }) => id));
    for (const name of [...this.#ends.keys()]) {
      if (name !== documentsFolder && !ids.has(name)) this.#end(name);
    }
    if (ids.size > 0) this.#watchAbove();
    for (const id of ids) {
      if (this.#ends.has(id)) continue;
      this.#watchAnew(id);
      this.#lookSoon(id, 0);
    }
  }

  /** What was not heard of is found by looking; one that is as it was costs a look at its time and size. */
  lookAll(): void {
    this.heed(this.#store);
    for (const { id } of live(this.#store?.library.documents ?? {})) this.#lookSoon(id, 0);
  }

  stop(): void {
    for (const name of [...this.#ends.keys()]) this.#end(name);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#store = null;
  }

  /** A folder that vanishes takes its watch with it, so the one above tells when it is back. */
  #watchAbove(): void {
    if (this.#ends.has(documentsFolder)) return;
    const end = this.#begin(documentsFolder, [], (name) => {
      // Itself: it is watched again once it is back.
      if (name === documentsFolder) return this.#end(documentsFolder);
      for (const { id } of live(this.#store?.library.documents ?? {})) {
        if (name !== null && name !== id) continue;
        this.#watchAnew(id);
        this.#lookSoon(id, burst);
      }
    });
    if (end === null) return;
    this.#ends.set(documentsFolder, end);
    for (const id of [...this.#ends.keys()]) if (id !== documentsFolder) this.#watchAnew(id);
  }

  #watchAnew(id: string): void {
    this.#end(id);
    const end = this.#begin(id, [id], () => this.#lookSoon(id, burst));
    // Where nothing can be watched the text is looked at all the same, only later.
    this.#ends.set(id, end ?? (() => undefined));
  }

  #begin(key: string, path: string[], heard: (name: string | null) => void): (() => void) | null {
    const { log, watch } = this.#needs;
    if (this.#store === null) return null;
    const failed = (error: unknown) => {
      this.#end(key);
      log.warn('a folder is watched no more', { code: codeOf(error) ?? 'none' });
    };
    try {
      return watch(join(this.#store.folder, documentsFolder, ...path), heard, failed);
    } catch (error) {
      if (!isAbsent(error)) log.warn('a folder is not watched', { code: codeOf(error) ?? 'none' });
      return null;
    }
  }

  #end(key: string): void {
    this.#ends.get(key)?.();
    this.#ends.delete(key);
  }

  #lookSoon(id: string, milliseconds: number): void {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      this.#look(id).catch((error: unknown) => this.#needs.tellBug(error, 'documents'));
    }, milliseconds);
    this.#timers.set(id, timer);
  }

  async #look(id: string): Promise<void> {
    const store = this.#store;
    const found = await store?.documents.look(id);
    if (found === 'again' && store === this.#store && !this.#timers.has(id)) {
      this.#lookSoon(id, later);
    }
  }
}

const watchWithNode: Watch = (folder, heard, failed) => {
  const watcher = watchFolder(folder, { persistent: false }, (_, name) => heard(name));
  watcher.on('error', failed);
  return () => watcher.close();
};
