import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** @param {string} folder @param {RegExp} pattern @returns {string[]} absolute paths */
function find(folder, pattern) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true })
    .map((name) => inRoot(join(folder, String(name))))
    .filter((path) => pattern.test(path) && !path.includes('/node_modules/'));
}

/** Fault tests and benches are commands of their own. */
const hasOwnCommand = (/** @type {string} */ path) =>
  ['tests/fault', 'tests/bench'].some((folder) => path.startsWith(inRoot(folder)));

/** Every unit test on disk, whatever the runner's own patterns say. */
export const unitTestFiles = () =>
  ['src', 'electron', 'scripts', 'tests']
    .flatMap((folder) => find(folder, /\.test\.ts$/))
    .filter((path) => !hasOwnCommand(path));

/** Every end-to-end test on disk, also one that lies in the wrong folder. */
export const endToEndFiles = () =>
  ['src', 'electron', 'tests'].flatMap((folder) => find(folder, /\.spec\.ts$/));

export const nodeBenchFiles = () => find('tests/bench', /\.bench\.ts$/);

export const electronBenchFiles = () => find('tests/bench', /\.window\.ts$/);
