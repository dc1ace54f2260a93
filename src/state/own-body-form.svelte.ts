import type { OwnBody } from '../core/ceu/own-body-schema';
import type { Command } from '../core/library/commands';
import type { Id, Units } from '../core/library/fields';
import { failed, ok, type Result } from '../core/result';

interface Named {
  /** Tells the fields apart while they are typed. */
  key: number;
  id: Id | null;
  name: string;
}

const mostMonths = 120;
const mostCredentials = 20;

/** A body of the user's own while it is typed: a new one, or one that is there. */
export class OwnBodyForm {
  readonly id: Id | null;
  name = $state('');
  credentials = $state.raw<readonly Named[]>([]);
  months = $state('24');
  units = $state.raw<Units | null>(null);
  areUnitsReadable = $state(true);
  note = $state('');
  #keys = 0;

  constructor(there: OwnBody | null) {
    this.id = there?.id ?? null;
    if (there) {
      const { name, months, units, note } = there;
      Object.assign(this, { name, months: String(months), units, note });
    }
    const names = Object.entries(there?.credentials ?? {});
    for (const [id, name] of names) this.#put(id, name);
    if (names.length === 0) this.addCredential();
  }

  get canAdd(): boolean {
    return this.credentials.length < mostCredentials;
  }

  /** An empty field for a further credential. */
  addCredential(): void {
    this.#put(null, '');
  }

  #put(id: Id | null, name: string): void {
    this.#keys += 1;
    this.credentials = [...this.credentials, { key: this.#keys, id, name }];
  }

  rename(key: number, name: string): void {
    this.credentials = this.credentials.map((one) => (one.key === key ? { ...one, name } : one));
  }

  removeCredential(key: number): void {
    this.credentials = this.credentials.filter((one) => one.key !== key);
  }

  /** The command that this stands for, or the first thing that is wrong with it. */
  command(): Result<Command> {
    const { id, months: typed, units, note } = this;
    const name = this.name.trim();
    if (name === '') return failed('name-empty', { what: 'body' });
    const named = this.credentials
      .map((one) => ({ id: one.id, name: one.name.trim() }))
      .filter((one) => one.name !== '');
    if (named.length === 0) return failed('name-empty', { what: 'credential' });
    const months = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
    if (months < 1 || months > mostMonths) {
      return failed('bad-count', { text: typed, units: 'months', most: String(mostMonths) });
    }
    const fields = { name, months, units, note };
    return ok(
      id === null
        ? { type: 'body.add', ...fields, credentials: named.map((one) => one.name) }
        : { type: 'body.edit', id, changes: { ...fields, credentials: named } },
    );
  }
}
