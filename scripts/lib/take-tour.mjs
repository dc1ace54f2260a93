import { existsSync, readdirSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { say } from './say.mjs';

/** @param {string} folder @returns {number} */
const countPictures = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.png'))
        .length
    : 0;

/**
 * Goes through the screens on the sample library and keeps their pictures.
 *
 * @param {import('./state.mjs').Runtime} runtime
 * @param {readonly string[]} args handed on to Playwright
 * @returns {Promise<number>} the exit code
 */
export async function takeTour(runtime, args) {
  const folder = inRoot('out/tour');
  rmSync(folder, { recursive: true, force: true });
  const code = await runPlaywright('tour', runtime, args);
  const count = countPictures(folder);
  say(count > 0 ? `Pictures of the screens (${count}) are in ${folder}` : 'No picture was made.');
  return code !== 0 ? code : Number(count === 0);
}
