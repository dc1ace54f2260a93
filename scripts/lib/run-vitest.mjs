import { readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { countVitest } from './reports.mjs';

/**
 * Runs a set of Vitest files that `npm test` leaves out, one file at a time: they fill disks, kill
 * processes or take time, and would disturb each other.
 *
 * @param {string} name    of the report in out/reports
 * @param {string} pattern files, from the top folder
 * @param {readonly string[]} filters parts of file names; none means all
 * @returns {Promise<import('./reports.mjs').Counts>}
 */
export async function runVitest(name, pattern, filters) {
  // Loaded here, because set-up installs it.
  const { startVitest } = await import('vitest/node');
  const outputFile = inRoot('out/reports', `${name}.json`);
  rmSync(outputFile, { force: true });
  const vitest = await startVitest('test', [...filters], {
    root: inRoot(),
    config: false,
    watch: false,
    include: [pattern],
    allowOnly: false,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: outputFile },
  });
  await vitest.close();
  // Vitest sets it on failure; our own count decides.
  process.exitCode = 0;
  const counts = countVitest(JSON.parse(readFileSync(outputFile, 'utf8')), []);
  const hasErrors = vitest.state.getUnhandledErrors().length > 0;
  if (hasErrors) counts.problems.push('failed: an error outside any test');
  if (counts.passed + counts.problems.length === 0) counts.problems.push('no test was executed');
  return counts;
}
