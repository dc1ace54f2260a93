import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of this checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * What outlives a checkout and is shared by all of them: the Electron runtime. It lies outside
 * node_modules because `npm ci` empties that folder.
 */
export const cacheFolder = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'coders-almanac',
);

/** @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** @param {...string} parts */
export const inCache = (...parts) => join(cacheFolder, ...parts);
