import { rmSync } from 'node:fs';
import { electronEnvironment } from './electron.mjs';
import { inRoot } from './paths.mjs';
import { tool } from './run.mjs';
import { runInSession } from './session.mjs';

/** Where playwright.config.ts has its machine-readable report written. */
export const playwrightReport = inRoot('out/reports/playwright.json');

/**
 * Runs one project of playwright.config.ts on the built app.
 *
 * @param {'e2e' | 'tour' | 'bench'} project
 * @param {import('./state.mjs').Runtime} runtime
 * @param {readonly string[]} args handed on to `playwright test`
 */
export function runPlaywright(project, runtime, args) {
  // Else a run that dies early would be judged by the report of the one before.
  rmSync(playwrightReport, { force: true });
  const line = tool('@playwright/test/cli.js', 'test', `--project=${project}`, ...args);
  return runInSession(line, electronEnvironment(runtime));
}
