// npm run dev: the development server with live reload. It serves localhost without our policy header,
// so the content policy is tested on the build only.
import { canSandbox, electronEnvironment } from './lib/electron.mjs';
import { hasDisplay, startDisplay } from './lib/display.mjs';
import { run, tool } from './lib/run.mjs';
import { say } from './lib/say.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  const isVisible = hasDisplay();
  const needs = { electron: true, display: !isVisible };
  const runtime = /** @type {import('./lib/state.mjs').Runtime} */ (await setUp(needs));
  if (!isVisible) say('There is no display here; the app runs on a virtual one.');
  const display = isVisible ? undefined : await startDisplay();
  const [program, ...args] = tool('electron-vite/bin/electron-vite.js', 'dev');
  const own = process.argv.slice(2);
  const code = await run(program, own.length > 0 ? [...args, '--', ...own] : args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...electronEnvironment(runtime),
      ...display?.env,
      ...(canSandbox() ? {} : { NO_SANDBOX: '1' }),
    },
  });
  display?.stop();
  return code;
});
