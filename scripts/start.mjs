// npm start: sets up what is missing, then opens the app; without a display it shows what it can.
import { electronEnvironment, sandboxArguments } from './lib/electron.mjs';
import { hasDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { command, setUp } from './setup.mjs';
import { takeTour } from './lib/take-tour.mjs';

await command(async () => {
  const isVisible = hasDisplay();
  if (!isVisible) {
    say(
      'There is no display here, so the app starts on a virtual one and goes through its screens',
    );
    say('on the sample library. Their pictures are kept.');
  }
  const needs = { electron: true, display: !isVisible, notices: !isVisible, build: true };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  if (!isVisible) return takeTour(runtime, []);
  return run(runtime.executable, [...sandboxArguments(), root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...electronEnvironment(runtime) },
  });
});
