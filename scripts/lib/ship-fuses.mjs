import { inRoot } from './paths.mjs';

/** @typedef {import('@electron/fuses').FuseV1Options} Fuse */

/**
 * What a packaged program may not do any more, by the names of @electron/fuses. `true` is on.
 *
 * @type {Record<string, boolean>}
 */
const wanted = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Sets the fuses of a packaged executable and reads them back.
 *
 * @param {string} executable
 * @returns {Promise<string[]>} what went wrong
 */
export async function fuse(executable) {
  const { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } =
    await import('@electron/fuses');
  const places = Object.entries(wanted).map(
    ([name, isOn]) => /** @type {const} */ ([name, /** @type {any} */ (FuseV1Options)[name], isOn]),
  );
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(places.map(([, place, isOn]) => [place, isOn])),
  });
  const wire = /** @type {any} */ (await getCurrentFuseWire(executable));
  return places
    .filter(([, place, isOn]) => wire[place] !== (isOn ? '1' : '0').charCodeAt(0))
    .map(
      ([name]) => `the fuse ${name} of ${executable.slice(inRoot().length + 1)} is not as wanted`,
    );
}
