// npm run test:package: packs the built app, sets its fuses and starts it once, to see that what works
// from the sources works packed. What is published is packed the same way on a machine that reaches
// the official Electron; the fallback runtime never leaves a development machine.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { folderSize, megabytes, say, SetupError } from './lib/say.mjs';
import { fuse } from './lib/ship-fuses.mjs';
import { smokeStart } from './lib/smoke-start.mjs';
import { zipFolder } from './lib/zip-folder.mjs';
import { command, setUp } from './setup.mjs';

const name = 'coders-almanac';
const folders = ['out/main', 'out/preload', 'out/renderer', 'content', 'resources'];
const files = ['package.json', 'LICENSE'];

/** Packager asks for every path below the top, `/out` before `/out/main`. @param {string} path */
function isIgnored(path) {
  const wanted = path.slice(1);
  if (wanted === '' || files.includes(wanted)) return false;
  // Marks of our own, such as what a build was made from.
  if (/(^|\/)\.[^/]*$/.test(wanted)) return true;
  return !folders.some(
    (folder) =>
      wanted === folder || wanted.startsWith(`${folder}/`) || folder.startsWith(`${wanted}/`),
  );
}

/**
 * The fallback runtime as the archive that packager would have downloaded; the official one is already
 * in its cache.
 *
 * @param {import('./lib/state.mjs').Runtime} runtime
 */
async function electronArchive(runtime) {
  if (runtime.kind === 'official') return {};
  const folder = inRoot('dist/runtime');
  mkdirSync(folder, { recursive: true });
  const file = `electron-v${runtime.version}-${process.platform}-${process.arch}.zip`;
  // Its own default app stays out, else that one and not ours would start.
  await zipFolder(runtime.folder, join(folder, file), (path) => !path.startsWith('resources/app/'));
  return { electronZipDir: folder };
}

/** @param {import('./lib/state.mjs').Runtime} runtime @returns {Promise<string>} */
async function pack(runtime) {
  const { packager } = await import('@electron/packager');
  rmSync(inRoot('dist'), { recursive: true, force: true });
  const [folder] = await packager({
    dir: inRoot(),
    out: inRoot('dist'),
    name,
    executableName: name,
    electronVersion: runtime.version,
    ...(await electronArchive(runtime)),
    platform: process.platform,
    arch: process.arch,
    asar: true,
    // All code is bundled, so nothing of node_modules goes along.
    prune: false,
    ignore: isIgnored,
    overwrite: true,
    quiet: true,
  });
  rmSync(inRoot('dist/runtime'), { recursive: true, force: true });
  if (typeof folder !== 'string') throw new SetupError('The packager made nothing.');
  return folder;
}

await command(async () => {
  const needs = { electron: true, display: true, build: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  if (process.platform !== 'linux') throw new SetupError('The package check runs on Linux.');
  const folder = await pack(runtime);
  say(`Packed: ${folder}, ${megabytes(folderSize(folder))}`);
  const executable = join(folder, name);
  const fuseProblems = await fuse(executable);
  const startProblems = await smokeStart(executable);
  const problems = [...fuseProblems, ...startProblems];
  for (const problem of problems) console.log(`   ${problem}`);
  const failed = Number(fuseProblems.length > 0) + Number(startProblems.length > 0);
  console.log(`${2 - failed} passed, ${failed} failed`);
  return Number(failed > 0);
});
