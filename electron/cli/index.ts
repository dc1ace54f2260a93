import { homedir } from 'node:os';
import { systemClock } from '../main/clock';
import { runCli } from './run';

// exitCode and not exit(): what is still on its way into a pipe shall arrive there.
process.exitCode = await runCli(process.argv.slice(2), {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  workingFolder: process.cwd(),
  clock: systemClock(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
