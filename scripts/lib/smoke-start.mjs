import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDisplay } from './display.mjs';
import { sandboxArguments } from './electron.mjs';
import { commandLine, descendants } from './processes.mjs';

const limit = 30_000;

/** @param {() => boolean} isTrue @returns {Promise<boolean>} */
async function waitFor(isTrue) {
  for (const end = Date.now() + limit; Date.now() < end; await sleep(100)) {
    if (isTrue()) return true;
  }
  return false;
}

/**
 * Starts a packaged program as a person would, sees that it opens its data folder and a window, asks
 * it to end, and sees that it does. Playwright cannot do this: the fuse that it needs is off.
 *
 * @param {string} executable
 * @returns {Promise<string[]>} what went wrong
 */
export async function smokeStart(executable) {
  const home = mkdtempSync(join(tmpdir(), 'almanac-smoke-'));
  const display = await startDisplay();
  const own = [`--data=${join(home, 'data')}`, `--profile=${join(home, 'profile')}`];
  // Without a sandbox only because this machine cannot make one (root, a container).
  const program = spawn(executable, [...own, ...sandboxArguments()], {
    env: { ...process.env, ...display.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (text) => (output += text));
  /** @type {{ code: number | null, signal: string | null } | undefined} */
  let end;
  program.once('error', (error) => (output += String(error)));
  program.once('exit', (code, signal) => (end = { code, signal }));

  const problems = [];
  const pid = program.pid ?? 0;
  const hasWindow = () =>
    descendants(pid).some((id) => commandLine(id).includes('--type=renderer'));
  const hasData = () => existsSync(join(home, 'data/library.lock'));
  if (!(await waitFor(() => end !== undefined || hasWindow()))) problems.push('no window appeared');
  if (!(await waitFor(() => end !== undefined || hasData())))
    problems.push('no library was opened');
  if (end) problems.push(`it ended by itself with code ${end.code}, signal ${end.signal}`);
  program.kill('SIGTERM');
  if (!(await waitFor(() => end !== undefined))) {
    problems.push('it did not end when asked to');
    program.kill('SIGKILL');
  } else if (problems.length === 0 && end?.code !== 0) {
    problems.push(`it ended with code ${end?.code}, signal ${end?.signal}`);
  }
  display.stop();
  rmSync(home, { recursive: true, force: true });
  if (problems.length > 0) problems.push(`it printed: ${output.slice(-2000)}`);
  return problems;
}
