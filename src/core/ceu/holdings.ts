import { credentialOf } from '../reference';
import type { Reference } from '../reference/schema';
import { titleKey } from './event-keys';
import type { Holding } from './schema';

type Named = Pick<Holding, 'credential' | 'name'>;

/** By what two holdings are of one credential: several of those that the user names are told apart by their names. */
export function holdingKey({ credential, name }: Named): string {
  return name === '' ? credential : `${credential} ${titleKey(name)}`;
}

/** The holding as people say it: by the user's name for it, else by the credential's. */
export function holdingName({ credential, name }: Named, reference: Reference): string {
  return name === '' ? (credentialOf(credential, reference)?.name ?? credential) : name;
}

/** Each credential held once, by the first of its holdings. */
export function distinct(holdings: readonly Holding[]): Holding[] {
  const first = new Map<string, Holding>();
  for (const one of holdings) {
    const key = holdingKey(one);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
