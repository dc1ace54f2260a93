import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from './display.mjs';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Runs a command as in a session of its own: virtual display, private bus with a notification
 * service, and an empty home for settings, so that no test meets the person's own library.
 *
 * @param {readonly [string, ...string[]]} line
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<number>} the exit code
 */
export async function runInSession(line, env) {
  const home = mkdtempSync(join(tmpdir(), 'almanac-session-'));
  const folder = (/** @type {string} */ name) => {
    const path = join(home, name);
    mkdirSync(path, { mode: 0o700 });
    return path;
  };
  const display = await startDisplay();
  const isLinux = process.platform === 'linux';
  const prefix = isLinux
    ? ['dbus-run-session', '--', process.execPath, inRoot('scripts/lib/with-notices.mjs')]
    : [];
  const [program, ...args] = /** @type {[string, ...string[]]} */ ([...prefix, ...line]);
  const own = isLinux
    ? {
        XDG_RUNTIME_DIR: folder('run'),
        XDG_CONFIG_HOME: folder('config'),
        XDG_DATA_HOME: folder('data'),
      }
    : {};
  try {
    return await run(program, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env, ...display.env, ...own },
    });
  } finally {
    display.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
