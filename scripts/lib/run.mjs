import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Runs a program to its end. Its output goes to our stderr unless `stdio` says otherwise, because
 * stdout belongs to the command that was asked for.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 128 when a signal ended it, 127 when it is not there
 */
export function run(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['inherit', 2, 2], ...options });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 128));
  });
}

/**
 * Runs a program and keeps what it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>} stdout and stderr together, in order
 */
export function capture(program, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => done({ code: 127, output: String(error) }));
    child.once('close', (code) => done({ code: code ?? 128, output }));
  });
}

/**
 * What a short program prints, or undefined when it is missing or fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
export function ask(program, args) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout : undefined;
}

/** Whether a program can be started by its name. @param {string} name */
export function isOnPath(name) {
  // Debian keeps some programs in sbin, which is not on the path of a plain user.
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/sbin', '/sbin');
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * npm as it was called: `npm_execpath` is npm's own script when we run inside `npm run`.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function npm(args, options = {}) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/**
 * The command line for a tool of our node_modules, without a shell and without npx.
 *
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @returns {[string, ...string[]]}
 */
export const tool = (script, ...args) => [
  process.execPath,
  inRoot('node_modules', script),
  ...args,
];
