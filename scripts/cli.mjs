// npm run cli -- <command>: the command line program. Set-up speaks on stderr; stdout is the program's.
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  await setUp({ build: true });
  const args = [inRoot('out/main/cli.js'), ...process.argv.slice(2)];
  return run(process.execPath, args, { stdio: 'inherit', cwd: process.cwd() });
});
