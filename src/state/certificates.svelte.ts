import type { CertificateReading } from '../core/ipc';
import type { Api } from '../core/ipc';
import { mostCertificateBytes } from '../core/ceu/certificate-size';
import type { Evidence } from '../core/ceu/schema';
import {
  allFree,
  filled,
  fillsOf,
  type FieldFill,
  type FillOption,
} from '../core/ceu/certificate-fill';
import type { Entry } from '../core/ceu/entry';
import type { Id } from '../core/library/fields';
import type { Problem, Result } from '../core/result';
import type { EntryState } from './entry.svelte';
import type { LibraryState } from './library.svelte';

/** A file that was handed in and waits until the activity is saved; several pictures are one. */
export interface Waiting {
  name: string;
  parts: readonly Uint8Array<ArrayBuffer>[];
}

/** What was read from one file. */
export interface Read {
  name: string;
  reading: CertificateReading | null;
  problem: Problem | null;
}

interface Parts {
  api: Api;
  library: LibraryState;
  entry: EntryState;
  /** Says what went wrong once the form may be gone. */
  tell: (problem: Problem) => void;
}

const isPhoto = ({ name, type }: File) => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
/** What keeps a file from being taken at all; the rest is found where it is stored. */
function faultOf(file: File): Problem | null {
  const about = { name: file.name || 'The picture' };
  if (isPhoto(file)) return { code: 'evidence-heic', about };
  if (file.size === 0) return { code: 'evidence-empty', about };
  return file.size > mostCertificateBytes ? { code: 'evidence-size', about } : null;
}

const isPicture = ({ type }: File) => type === 'image/png' || type === 'image/jpeg';

/** The certificates of one activity: what is handed in, what it says, and where it is already. */
export class CertificatesState {
  waiting = $state.raw<readonly Waiting[]>([]);
  read = $state.raw<Read | null>(null);
  isReading = $state.raw(false);
  /** The file that was handed in although an activity has it. */
  known = $state.raw<Evidence | null>(null);
  /** What was wrong with the files that were handed in last, said where they were handed in. */
  problems = $state.raw<readonly Problem[]>([]);
  /** How many hand-ins are under way: as long as one is, the form is in the user's hands. */
  #taking = 0;
  #parts: Parts;
  /** What the form held before anybody typed; null for an activity that was there. */
  #untouched: Entry | null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#untouched = parts.entry.isNew ? $state.snapshot(parts.entry.fields) : null;
  }

  readonly fills: FieldFill[] = $derived.by(() => {
    const proposals = this.read?.reading?.proposals;
    return proposals ? fillsOf(this.#parts.entry.fields, proposals, this.#untouched) : [];
  });
  readonly free: FillOption[] = $derived(allFree(this.fills));

  use(options: readonly FillOption[]): void {
    const { entry } = this.#parts;
    for (const option of options) Object.assign(entry.fields, filled(option));
    entry.touched();
  }

  /** Takes files in: pictures handed in together are pages of one certificate. */
  async take(files: readonly File[]): Promise<void> {
    this.known = null;
    this.problems = files.flatMap((file) => faultOf(file) ?? []);
    this.#taking += 1;
    try {
      await this.#take(files.filter((file) => faultOf(file) === null));
    } finally {
      this.#taking -= 1;
    }
  }

  async #take(usable: readonly File[]): Promise<void> {
    const [first] = usable;
    if (!first) return;
    if (usable.length > 1 && usable.every(isPicture)) {
      if (usable.reduce((sum, { size }) => sum + size, 0) > mostCertificateBytes) {
        this.#say({ code: 'evidence-sizes', about: { count: String(usable.length) } });
        return;
      }
      const parts = await Promise.all(usable.map(bytesOf));
      await this.#keep({ name: first.name || 'pictures', parts });
      return;
    }
    for (const file of usable) {
      const part = await bytesOf(file);
      if (await this.#isKnown(part)) continue;
      const name = file.name || 'pasted.png';
      const kept = this.#keep({ name, parts: [part] });
      if (isPdf(part)) await this.readText(name, part);
      await kept;
    }
  }

  async readText(name: string, bytes: Uint8Array): Promise<void> {
    this.isReading = true;
    // The bytes go to another process, which gets a copy.
    const answer = await this.#parts.api.readCertificate(name, bytes);
    this.isReading = false;
    this.read = answer.ok
      ? { name, reading: answer.value, problem: null }
      : { name, reading: null, problem: answer.problem };
  }

  async readAgain({ id, name }: Evidence): Promise<void> {
    const bytes = await this.#parts.api.evidenceBytes(id);
    if (bytes.ok) await this.readText(name, bytes.value);
    else this.problems = [bytes.problem];
  }

  /** Attaches what waits, once the activity is there. */
  async attachWaiting(): Promise<void> {
    const { entry } = this.#parts;
    const { id } = entry;
    if (id === null || this.waiting.length === 0) return;
    const all = this.waiting;
    this.waiting = [];
    for (const one of all) {
      const result = await this.#attach(id, one);
      if (!result.ok) this.#say(result.problem);
    }
  }

  #say(problem: Problem): void {
    if (this.#taking > 0) this.problems = [...this.problems, problem];
    else this.#parts.tell(problem);
  }

  /** Takes back what waited for an activity whose form was left. */
  resume(waiting: readonly Waiting[]): void {
    if (waiting.length > 0) this.waiting = [...waiting, ...this.waiting];
  }

  drop(one: Waiting): void {
    this.waiting = this.waiting.filter((other) => other !== one);
    if (this.read?.name === one.name) this.read = null;
  }

  /** A certificate belongs to an activity that is there, so what can be saved is saved first. */
  async #keep(one: Waiting): Promise<void> {
    const { entry } = this.#parts;
    this.waiting = [...this.waiting, one];
    // Without a title there is nothing to save yet, and no reason to complain about it.
    if (entry.id === null && entry.fields.title.trim() === '') return;
    if (await entry.save()) await this.attachWaiting();
  }

  #attach(id: Id, { name, parts }: Waiting): Promise<Result<unknown>> {
    const { api } = this.#parts;
    const [only] = parts;
    if (parts.length === 1 && only) return api.attachEvidence(id, name, only);
    return api.attachPictures(id, name, [...parts]);
  }

  async #isKnown(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const there = this.#parts.library.data.evidence?.[`evidence:${sha256}`];
    if (!there || there.deletedAt !== undefined) return false;
    this.known = there;
    return true;
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

const isPdf = (bytes: Uint8Array) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
