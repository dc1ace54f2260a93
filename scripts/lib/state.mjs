import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback'} kind
 * @property {string} version
 * @property {string} folder      what ELECTRON_OVERRIDE_DIST_PATH names
 * @property {string} executable  what ELECTRON_EXEC_PATH names
 * @property {string} because     why this one, in words
 *
 * @typedef {object} SetupState
 * @property {Runtime} [electron]
 * @property {{ version: string, at: string, message: string }} [officialFailure]
 */

const file = inRoot('.setup.json');

/** What the last set-up of this checkout chose; empty when there was none. @returns {SetupState} */
export function readState() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {SetupState} state */
export function writeState(state) {
  const text = JSON.stringify(state, null, 2) + '\n';
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
