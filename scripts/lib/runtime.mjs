import { findFallback, isFallbackPossible, makeFallback } from './fallback-electron.mjs';
import { downloadOfficial, findOfficial, pinnedVersion } from './official-electron.mjs';
import { say, SetupError } from './say.mjs';
import { readState, writeState } from './state.mjs';

/** @typedef {import('./state.mjs').Runtime} Runtime */

/** The runtime to use without any download, or undefined. @returns {Runtime | undefined} */
export function findRuntime() {
  const official = findOfficial();
  if (official) return { ...official, because: 'the official download of the pinned version' };
  const { officialFailure } = readState();
  const fallback = findFallback();
  // The fallback may lie in the shared cache while this checkout has not tried the official one yet.
  if (!fallback || officialFailure?.version !== pinnedVersion()) return undefined;
  return {
    ...fallback,
    because:
      `the official download of ${officialFailure.version} failed (${officialFailure.message}); ` +
      'npm run setup -- --retry tries again',
  };
}

/**
 * Gets a runtime: the official download first, always, and once; else the fallback.
 *
 * @returns {Promise<Runtime>}
 */
export async function getRuntime() {
  if (!findOfficial()) await tryOfficial();
  if (!findRuntime()) {
    if (!isFallbackPossible) throw new SetupError(noRuntime());
    await makeFallback();
  }
  return /** @type {Runtime} */ (findRuntime());
}

async function tryOfficial() {
  const { officialFailure } = readState();
  const version = pinnedVersion();
  // Where there is no fallback, a remembered failure would help nobody.
  if (officialFailure?.version === version && isFallbackPossible) return;
  const message = await downloadOfficial();
  const { officialFailure: _, ...rest } = readState();
  if (message === undefined) return writeState(rest);
  say(`  the official download failed: ${message}`);
  writeState({ ...rest, officialFailure: { version, at: new Date().toISOString(), message } });
}

/** Makes the next set-up try the official download again. */
export function forgetFailure() {
  const { officialFailure: _, ...rest } = readState();
  writeState(rest);
}

const noRuntime = () =>
  `Electron ${pinnedVersion()} could not be downloaded, and for ${process.platform}-${process.arch} ` +
  'there is no other source. Set ELECTRON_MIRROR to a mirror that your network reaches, then type:\n' +
  '  npm run setup -- --retry';
