import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { npm } from './run.mjs';
import { folderSize, megabytes, say, seconds, SetupError, showProgress } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/** @param {string} file @returns {Packages | undefined} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds exactly what package-lock.json asks for. npm writes its own list as the
 * last thing that it does, so an interrupted `npm ci` leaves none and is found here.
 */
export function packagesMatch() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  if (Object.keys(found).some((path) => !(path in wanted))) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const have = found[path];
    // Optional packages are those of other systems.
    if (!have) return entry.optional === true;
    return have.version === entry.version && have.integrity === entry.integrity;
  });
}

/** Installs what the lock file names. Install scripts are never needed: npm 11 runs none. */
export async function installPackages() {
  const startedAt = Date.now();
  const count = Object.keys(packagesOf('package-lock.json') ?? {}).length - 1;
  say(`Installing ${count} packages from the npm registry (about 450 MB on disk) ...`);
  const stop = showProgress('installed', () => folderSize(inRoot('node_modules')));
  // Without --include=dev a machine that sets NODE_ENV=production would get no tools.
  const code = await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  stop();
  if (code !== 0) throw new SetupError('npm ci failed; its message is above.');
  say(`  packages: ${megabytes(folderSize(inRoot('node_modules')))} in ${seconds(startedAt)}`);
}
