// Does what is missing and nothing twice: packages, an Electron runtime, system libraries, a build.
// Uses only Node's own modules, because it runs before anything is installed.
import { pathToFileURL } from 'node:url';
import { build, isBuilt } from './lib/build.mjs';
import { installLibraries, missingPackages } from './lib/libraries.mjs';
import { alone } from './lib/lock.mjs';
import { installPackages, packagesMatch } from './lib/packages.mjs';
import { findRuntime, forgetFailure, getRuntime } from './lib/runtime.mjs';
import { say, seconds, SetupError } from './lib/say.mjs';
import { readState, writeState } from './lib/state.mjs';

/**
 * @typedef {object} Needs
 * @property {boolean} [electron] a runtime and the libraries that it needs
 * @property {boolean} [display]  a virtual display
 * @property {boolean} [notices]  a private session bus with a notification service
 * @property {boolean} [pdf]      what tests read a PDF with
 * @property {boolean} [build]    the built app
 * @property {boolean} [retry]    try the official Electron download again
 */

/** @param {Needs} needs @returns {import('./lib/libraries.mjs').Wanted} */
const wantedBy = ({ display, notices, pdf }) => ({
  display: !!display,
  notices: !!notices,
  pdf: !!pdf,
});

/**
 * Only looks: what a second run costs. Work is done under the lock, after looking once more.
 *
 * @param {Needs} needs
 */
function look(needs) {
  const hasPackages = packagesMatch();
  const runtime = hasPackages && needs.electron ? findRuntime() : undefined;
  const missing = runtime ? missingPackages(wantedBy(needs), runtime.executable) : [];
  const isRuntimeReady = !needs.electron || (runtime !== undefined && !needs.retry);
  const isBuildReady = !needs.build || isBuilt();
  return {
    runtime,
    missing,
    isDone: hasPackages && isRuntimeReady && missing.length === 0 && isBuildReady,
  };
}

/** @param {Needs} needs */
async function doMissing(needs) {
  if (!packagesMatch()) await installPackages();
  if (needs.electron) {
    if (needs.retry) forgetFailure();
    const { executable } = await getRuntime();
    const missing = missingPackages(wantedBy(needs), executable);
    if (missing.length > 0) await installLibraries(missing, executable);
  }
  if (needs.build && !isBuilt()) await build();
}

/**
 * Sets up what a command needs and answers with the Electron runtime, if one was asked for.
 *
 * @param {Needs} needs
 * @returns {Promise<import('./lib/state.mjs').Runtime | undefined>}
 */
export async function setUp(needs) {
  if (needs.retry || !look(needs).isDone) await alone(() => doMissing(needs));
  if (!needs.electron) return undefined;
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (findRuntime());
  const state = readState();
  if (JSON.stringify(state.electron) !== JSON.stringify(runtime)) {
    writeState({ ...state, electron: runtime });
  }
  say(`Electron ${runtime.version} (${runtime.kind}): ${runtime.because}.`);
  return runtime;
}

/**
 * Runs a command's main function: what a person has to put right is printed as a sentence.
 *
 * @param {() => Promise<number>} main answers with the exit code
 */
export async function command(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const startedAt = Date.now();
  const args = process.argv.slice(2);
  await command(async () => {
    const isForTests = args.includes('--tests');
    await setUp({
      electron: true,
      display: isForTests || (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']),
      notices: isForTests,
      pdf: isForTests,
      build: !args.includes('--no-build'),
      retry: args.includes('--retry'),
    });
    say(`Set-up is complete (${seconds(startedAt)}).`);
    return 0;
  });
}
