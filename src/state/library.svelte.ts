import { untrack } from 'svelte';
import type { Api, Broadcast, Receipt } from '../core/ipc';
import type { Command } from '../core/library/commands';
import { applyPatchesTo } from '../core/library/patches';
import type { Library, Subject } from '../core/library/schema';
import type { Problem, Result } from '../core/result';

type Changed = Extract<Broadcast, { kind: 'changed' }>;

/** As a record, so that a subject left out does not compile; the schemas are not needed to start. */
const subjects: Record<Subject, true> = {
  settings: true,
  bodies: true,
  holdings: true,
  cycles: true,
  overrides: true,
  activities: true,
  claims: true,
  evidence: true,
  deadlines: true,
  occurrences: true,
  adjustments: true,
  exams: true,
  preparations: true,
  programs: true,
  facts: true,
  highlights: true,
  bookmarks: true,
  cards: true,
  documents: true,
  importMappings: true,
};
const isSubject = (name: unknown): name is Subject =>
  typeof name === 'string' && Object.hasOwn(subjects, name);

/**
 * The part of the library that the open screens asked for, as main last said it is. Nothing here is
 * decided twice: a command goes to main, and what it changed comes back as patches.
 */
export class LibraryState {
  /** Only the subjects that were asked for; an absent one has not been read yet. */
  data = $state.raw<Partial<Library>>({});
  /** The newest change that was heard of. */
  revision = $state.raw(0);

  #api: Api;
  #tellProblem: (problem: Problem) => void;
  /** The revision at which each held subject was read. */
  #readAt = new Map<Subject, number>();
  #reading = new Map<Subject, Promise<void>>();
  /** Changes that arrived while a read was under way: its answer may be older than they are. */
  #meanwhile: Changed[] = [];
  #waiting: { revision: number; go: () => void }[] = [];
  /** Raised when another library is opened, so that late answers about the former one are dropped. */
  #opening = 0;

  constructor(api: Api, tellProblem: (problem: Problem) => void) {
    this.#api = api;
    this.#tellProblem = tellProblem;
  }

  /** Forgets all but what came with the opening: another library was opened. */
  start(revision: number, known: Partial<Library> = {}): void {
    this.#opening += 1;
    this.data = known;
    this.#readAt.clear();
    for (const name of this.#held()) this.#readAt.set(name, revision);
    this.#reading.clear();
    this.#meanwhile = [];
    this.revision = revision;
    for (const { go } of this.#waiting.splice(0)) go();
  }

  /** Reads what is not there yet. Afterwards `data` holds the subjects and keeps them up to date. */
  async ensure(...wanted: Subject[]): Promise<void> {
    // Screens call this from an effect, which must not run again with each change of the data.
    const absent = untrack(() =>
      wanted.filter((name) => !this.has(name) && !this.#reading.has(name)),
    );
    if (absent.length > 0) this.#read(absent);
    await Promise.all(wanted.map((name) => this.#reading.get(name)));
  }

  has(...wanted: Subject[]): boolean {
    return wanted.every((name) => name in this.data);
  }

  hear(message: Broadcast): void {
    if (message.kind === 'changed') this.#change(message);
    else if (message.kind === 'reload') this.#reload(message.subjects, message.revision);
  }

  /** Expected failures come back as a problem, and are told here unless the caller tells them itself. */
  async dispatch(command: Command, options?: { isQuiet?: boolean }): Promise<Result<Receipt>> {
    const result = await this.#api.dispatch(command);
    if (result.ok) await this.#heard(result.value.revision);
    else if (!options?.isQuiet) this.#tellProblem(result.problem);
    return result;
  }

  #change(message: Changed): void {
    if (message.revision <= this.revision) return;
    // A message was missed: what is held may be wrong, so it is read anew.
    if (message.revision > this.revision + 1) return this.#reload(this.#held(), message.revision);
    if (this.#reading.size > 0) this.#meanwhile.push(message);
    this.#apply(message, this.#held());
    this.#reached(message.revision);
  }

  #apply(change: Changed, to: Subject[]): void {
    const ours = change.patches.filter(({ path: [name] }) => {
      return (
        isSubject(name) && to.includes(name) && change.revision > (this.#readAt.get(name) ?? 0)
      );
    });
    if (ours.length > 0) this.data = applyPatchesTo(this.data, ours);
  }

  #held(): Subject[] {
    return Object.keys(this.data).filter(isSubject);
  }

  #reload(changed: Subject[], revision: number): void {
    const held = changed.filter((name) => this.has(name) || this.#reading.has(name));
    if (held.length > 0) this.#read(held);
    this.#reached(revision);
  }

  #read(wanted: Subject[]): void {
    const reading = this.#readNow(wanted, this.#opening).finally(() => {
      for (const name of wanted) {
        if (this.#reading.get(name) === reading) this.#reading.delete(name);
      }
      if (this.#reading.size === 0) this.#meanwhile = [];
    });
    for (const name of wanted) this.#reading.set(name, reading);
  }

  async #readNow(wanted: Subject[], opening: number): Promise<void> {
    const { revision, library } = await this.#api.read(wanted);
    if (opening !== this.#opening) return;
    for (const name of wanted) this.#readAt.set(name, revision);
    this.data = { ...this.data, ...library };
    for (const change of this.#meanwhile) this.#apply(change, wanted);
  }

  #reached(revision: number): void {
    this.revision = Math.max(this.revision, revision);
    const isReached = (one: { revision: number }) => one.revision <= this.revision;
    const reached = this.#waiting.filter(isReached);
    this.#waiting = this.#waiting.filter((one) => !isReached(one));
    for (const { go } of reached) go();
  }

  /** The answer to a command may overtake its patches; who awaits the command wants to see both. */
  #heard(revision: number): Promise<void> {
    if (revision <= this.revision) return Promise.resolve();
    return new Promise((resolve) => {
      // Were the message ever lost, the screen must not wait for it for good.
      const late = setTimeout(() => this.#reload(this.#held(), revision), 1000);
      const go = () => {
        clearTimeout(late);
        resolve();
      };
      this.#waiting.push({ revision, go });
    });
  }
}
