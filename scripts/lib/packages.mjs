import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { npm } from './run.mjs';
import { folderSize, megabytes, say, seconds, SetupError, showProgress } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, extraneous?: boolean }>} Packages */

/** @param {string} file @returns {Packages | undefined} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Written by our own `npm ci`; gone with node_modules. */
const stamp = inRoot('node_modules/.installed-from');

/** The lock file together with npm's own list, which any later `npm install` would change. */
const installed = () =>
  ['package-lock.json', 'node_modules/.package-lock.json']
    .reduce((hash, file) => hash.update(readFileSync(inRoot(file))), createHash('sha256'))
    .digest('hex');

/**
 * Whether node_modules holds what package-lock.json asks for: our own `npm ci` left it so, or
 * npm's own list says the same (somebody typed `npm install`). npm writes that list as the last thing
 * that it does, so an interrupted `npm ci` leaves neither.
 */
export function packagesMatch() {
  try {
    if (readFileSync(stamp, 'utf8') === installed()) return true;
  } catch {
    // No stamp: the lists decide.
  }
  return doListsAgree();
}

function doListsAgree() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  if (Object.keys(found).some((path) => !(path in wanted))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const have = found[path];
    // Those of other systems, and what npm itself calls superfluous.
    if (!have) return entry.optional === true || entry.extraneous === true;
    return have.version === entry.version && have.integrity === entry.integrity;
  });
}

/** Installs what the lock file names. Install scripts are never needed: npm 11 runs none. */
export async function installPackages() {
  const startedAt = Date.now();
  const count = Object.keys(packagesOf('package-lock.json') ?? {}).length - 1;
  say(`Installing ${count} packages from the npm registry (about 200 MB on disk) ...`);
  const stop = showProgress('installed', () => folderSize(inRoot('node_modules')));
  // Without --include=dev a machine that sets NODE_ENV=production would get no tools.
  const code = await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  stop();
  if (code !== 0) throw new SetupError('npm ci failed; its message is above.');
  writeFileSync(stamp, installed());
  say(`  packages: ${megabytes(folderSize(inRoot('node_modules')))} in ${seconds(startedAt)}`);
}
