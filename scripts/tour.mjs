// npm run tour: every screen as a picture in out/tour.
import { takeTour } from './lib/take-tour.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  const needs = { electron: true, display: true, notices: true, build: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  return takeTour(runtime, process.argv.slice(2));
});
