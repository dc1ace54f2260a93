import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Set-up speaks on stderr only, so that a command whose output is read by another program
 * (`npm run cli`) can set up first and still print nothing but its answer on stdout.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(text + '\n');
}

/** Something that a person has to put right; printed as a sentence, without a stack. */
export class SetupError extends Error {}

/** @param {number} bytes */
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** @param {number} startedAt a value of Date.now() */
export const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;

/** The size of all files below a folder; files that vanish meanwhile count nothing. @param {string} folder */
export function folderSize(folder) {
  let total = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        const path = join(next, entry.name);
        if (entry.isDirectory()) waiting.push(path);
        else if (entry.isFile()) total += lstatSync(path).size;
      }
    } catch {
      // A folder that another program is just filling or emptying.
    }
  }
  return total;
}

/**
 * Prints how far a long step is, every few seconds, until the returned function is called.
 *
 * @param {string} label
 * @param {() => number} measure bytes so far
 * @param {number} [expected] bytes in all, when known
 */
export function showProgress(label, measure, expected) {
  const startedAt = Date.now();
  const of = expected === undefined ? '' : ` of ${megabytes(expected)}`;
  const timer = setInterval(() => {
    // A step may keep a second copy while it works; more than all would only puzzle.
    const soFar = Math.min(measure(), expected ?? Infinity);
    say(`  ${label}: ${megabytes(soFar)}${of}, ${seconds(startedAt)}`);
  }, 4000);
  return () => clearInterval(timer);
}
