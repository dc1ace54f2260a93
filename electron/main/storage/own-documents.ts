import { documentTitle } from '../../../src/core/guide/document-title';
import type { OwnDocument } from '../../../src/core/guide/document-schema';
import type {
  AddedDocument,
  DocumentTarget,
  DocumentText,
  Edition,
  Receipt,
} from '../../../src/core/ipc';
import type { Command } from '../../../src/core/library/commands';
import { live } from '../../../src/core/library/live';
import type { Library } from '../../../src/core/library/schema';
import { failed, ok } from '../../../src/core/result';
import type { Problem, Result } from '../../../src/core/result';
import type { Timers } from './disk';
import { decoded, textOf, unfitness } from './document-files';
import type { DocumentFiles, Found, Text } from './document-files';
import { documentFileName, sameNameKey } from './document-names';
import { fileProblem } from './failure';
import { Queue } from '../queue';
import type { OwnDocuments } from './types';

/** A file that stands still for so long is one that nobody is writing. In milliseconds. */
const settling = 250;
const mostRounds = 8;

type Dispatch = (command: Command) => Promise<Result<Receipt>>;

interface Needs {
  files: DocumentFiles;
  timers: Timers;
  newId: () => string;
  library: () => Library;
  /** Whether changes can be made; otherwise texts are read, and nothing is written. */
  canWrite: () => boolean;
  /** Runs a job that writes, among all others that do. */
  inTurn: <T>(job: (dispatch: Dispatch) => Promise<Result<T>>) => Promise<Result<T>>;
  tell: (problem: Problem) => void;
}

/** The user's own texts: files that other programs may change, and the records that say what was read last. */
export class DocumentShelf implements OwnDocuments {
  readonly #needs: Needs;
  /** One text is looked at a time, so that a change is found once. */
  readonly #queue = new Queue();
  /** By id, the mark of the file as it was found in order, with the hash that the record then had. */
  readonly #seen = new Map<string, string>();
  /** By id, the mark of the file as it could not be read. */
  readonly #unfit = new Map<string, string>();
  /** By id, what was told of it last: each trouble is told once. */
  readonly #told = new Map<string, string>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  add(name: string, bytes: Uint8Array, target: DocumentTarget): Promise<Result<AddedDocument>> {
    return this.#queued(async () => {
      const file = documentFileName(name);
      const shown = file ?? name.slice(-120);
      const problem = unfitness(shown, bytes);
      if (problem) return { ok: false, problem };
      if (file === null) return failed('document-kind', { name: shown });
      const may = await this.#needs.inTurn(() => Promise.resolve(ok(null)));
      if (!may.ok) return may;
      const text = textOf(bytes);
      if (target.as === 'new-version') {
        const record = this.#record(target.id);
        return record ? this.#replace(record, text) : failed('not-there', { what: 'document' });
      }
      return target.as === 'another' ? this.#addNew(file, text) : this.#addUnlessKnown(file, text);
    });
  }

  text(id: string, which: Edition): Promise<Result<DocumentText>> {
    return this.#queued(async () => {
      const record = this.#record(id);
      if (!record) return failed('not-there', { what: 'document' });
      const { title } = record;
      if (which === 'previous') {
        const previous = await this.#needs.files.previous(record);
        return previous ? shown(previous) : failed('document-previous-missing', { title });
      }
      const found = await this.#look(record);
      if (found.kind === 'missing') return failed('document-missing', { title });
      if (found.kind === 'text') return shown(found);
      // Something else is there just now; what it was before is still to be read.
      const lastRead = await this.#needs.files.lastRead(record);
      if (lastRead) return shown(lastRead);
      return { ok: false, problem: found.problem };
    });
  }

  path(id: string): Promise<Result<string>> {
    return this.#queued(async () => {
      const record = this.#record(id);
      if (!record) return failed('not-there', { what: 'document' });
      const path = this.#needs.files.pathOf(record);
      const isThere = path !== null && (await this.#needs.files.mark(record)) !== null;
      return isThere ? ok(path) : failed('document-missing', { title: record.title });
    });
  }

  async look(id: string): Promise<'settled' | 'again'> {
    const looked = await this.#queued(async () => {
      const record = this.#record(id);
      if (!record || !this.#needs.canWrite()) return ok(true);
      const mark = await this.#needs.files.mark(record);
      if (mark === null || this.#seen.get(id) === seenAs(mark, record)) return ok(true);
      const found = await this.#look(record);
      return ok(found.kind === 'text' || found.kind === 'missing' || this.#told.has(id));
    });
    if (!looked.ok) this.#tell(id, looked.problem);
    return looked.ok && !looked.value ? 'again' : 'settled';
  }

  #record(id: string): OwnDocument | null {
    const record = this.#needs.library().documents[id];
    return record && record.deletedAt === undefined ? record : null;
  }

  /** Finds what is there, and if it is another text, takes note of it. */
  async #look(record: OwnDocument): Promise<Found> {
    const { id } = record;
    const found = await this.#settled(record);
    if (found.kind === 'text') {
      if (this.#needs.canWrite()) {
        const noted = await this.#note(record, found);
        if (!noted.ok) {
          this.#tell(id, noted.problem);
          return found;
        }
        this.#seen.set(id, seenAs(found.mark, found));
      }
      this.#unfit.delete(id);
      this.#told.delete(id);
    } else if (found.kind === 'unfit') {
      // Told when it is found a second time: it may only be half written.
      if (this.#unfit.get(id) === found.mark) this.#tell(id, found.problem, found.mark);
      this.#unfit.set(id, found.mark);
    }
    return found;
  }

  /** What is there once nobody is writing it; as it is, if it is what was read last. */
  async #settled(record: OwnDocument): Promise<Found> {
    const { files, timers, canWrite } = this.#needs;
    for (let round = 1; ; round++) {
      const found = await files.read(record);
      const isKnown = found.kind === 'text' && found.sha256 === record.sha256;
      if (found.kind === 'missing' || isKnown || !canWrite()) return found;
      await timers.wait(settling);
      if (found.mark === (await files.mark(record)) || round === mostRounds) return found;
    }
  }

  /** Keeps the text as the one read last, the one until now as the previous one, and says so in the record. */
  async #note(record: OwnDocument, text: Text): Promise<Result<unknown>> {
    const { id, bytes } = record;
    const isKnown = text.sha256 === record.sha256;
    if (isKnown && (await this.#needs.files.lastReadBytes(record)) === bytes) return ok(null);
    return this.#needs.inTurn(async (dispatch) => {
      // It may have been deleted, undone or restored while this waited for its turn.
      const now = this.#record(id);
      if (!now) return ok(null);
      await this.#needs.files.noteRead(now, text);
      if (now.sha256 === text.sha256) return ok(null);
      return dispatch({ type: 'document.reread', id, ...about(text, now.file) });
    });
  }

  async #addUnlessKnown(file: string, text: Text): Promise<Result<AddedDocument>> {
    const key = sameNameKey(file);
    const known = live(this.#needs.library().documents)
      .filter((record) => sameNameKey(record.file) === key)
      .sort((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1));
    const [newest] = known;
    if (!newest) return this.#addNew(file, text);
    for (const record of known) {
      const found = await this.#look(record);
      if (found.kind === 'text' && found.sha256 === text.sha256) {
        return ok({ kind: 'same', id: record.id });
      }
    }
    const { id, title } = this.#record(newest.id) ?? newest;
    return ok({ kind: 'known', id, title });
  }

  #addNew(file: string, text: Text): Promise<Result<AddedDocument>> {
    const { files, newId, inTurn } = this.#needs;
    const id = newId();
    return inTurn(async (dispatch) => {
      await files.add({ id, file }, text);
      const added = await dispatch({ type: 'document.add', id, file, ...about(text, file) });
      if (!added.ok) await files.remove([id]).catch(() => undefined);
      return added.ok ? ok({ kind: 'added', id }) : added;
    });
  }

  /**
   * First what another program did meanwhile is noted, so that it becomes the previous text. Then the file is
   * replaced and read as after any other change: whichever step is the last, the next look goes on from it.
   */
  async #replace(record: OwnDocument, text: Text): Promise<Result<AddedDocument>> {
    const { id } = record;
    const found = await this.#look(record);
    if (found.kind === 'text' && found.sha256 === text.sha256) return ok({ kind: 'same', id });
    const put = await this.#needs.inTurn(async (dispatch) => {
      const now = this.#record(id);
      if (!now || this.#needs.files.pathOf(now) === null) {
        return failed('not-there', { what: 'document' });
      }
      await this.#needs.files.put(now, text);
      await this.#needs.files.noteRead(now, text);
      if (now.sha256 === text.sha256) return ok(null);
      return dispatch({ type: 'document.reread', id, ...about(text, now.file) });
    });
    return put.ok ? ok({ kind: 'replaced', id }) : put;
  }

  #queued<T>(job: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#queue.run(async () => {
      try {
        return await job();
      } catch (error) {
        return { ok: false, problem: fileProblem(error) };
      }
    });
  }

  #tell(id: string, problem: Problem, about = ''): void {
    // What ends with the program, or with the right to write, is told by others.
    if (!this.#needs.canWrite()) return;
    const what = `${problem.code} ${about}`;
    if (this.#told.get(id) === what) return;
    this.#told.set(id, what);
    this.#needs.tell(problem);
  }
}

function seenAs(mark: string, { sha256 }: { sha256: string }): string {
  return `${mark} ${sha256}`;
}

function about(text: Text, file: string): { title: string; sha256: string; bytes: number } {
  const title = documentTitle(decoded(text.bytes) ?? '', file);
  return { title, sha256: text.sha256, bytes: text.bytes.length };
}

function shown({ bytes, sha256 }: Text): Result<DocumentText> {
  return ok({ text: decoded(bytes) ?? '', sha256 });
}
