import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../fault/support/rig';

/** Every version of which a library was kept as that version left it, in the order of the numbers. */
export const versions = readdirSync(import.meta.dirname)
  .map((name) => /^v(\d+)$/.exec(name)?.[1])
  .filter((number) => number !== undefined)
  .map(Number)
  .sort((one, other) => one - other);

export const frozen = (version: number) => join(import.meta.dirname, `v${version}`);

export const snapshotText = (version: number) =>
  readFileSync(join(frozen(version), 'library.json'), 'utf8');

/** A copy of the kept library, to be opened. */
export function copyOf(version: number): string {
  const folder = tempFolder();
  cpSync(frozen(version), folder, { recursive: true });
  return folder;
}
