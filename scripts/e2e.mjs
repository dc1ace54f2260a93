// npm run e2e [-- playwright's arguments]: the end-to-end tests alone.
import { runPlaywright } from './lib/playwright.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  const needs = { electron: true, display: true, notices: true, pdf: true, build: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  return runPlaywright('e2e', runtime, process.argv.slice(2));
});
