import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

/** Whether a window can be shown to a person. */
export const hasDisplay = () =>
  process.platform !== 'linux' || !!process.env['DISPLAY'] || !!process.env['WAYLAND_DISPLAY'];

/**
 * @typedef {object} Display
 * @property {Record<string, string | undefined>} env  to be spread over process.env
 * @property {() => void} stop
 */

/**
 * Starts a virtual X display with a number that it finds free itself, so that several runs on one
 * machine never meet.
 *
 * @returns {Promise<Display>}
 */
export async function startDisplay() {
  if (process.platform !== 'linux') return { env: {}, stop: () => {} };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise((done, fail) => {
    const report = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    const gone = () => fail(new SetupError('The virtual display (Xvfb) did not start.'));
    server.once('error', gone);
    server.once('exit', gone);
    // It writes the number once it takes connections.
    report.once('data', (text) => done(String(text).trim()));
  });
  const stop = () => {
    server.kill('SIGTERM');
  };
  process.once('exit', stop);
  // A signal ends Node without the exit event; the display must not outlive us.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(130));
  }
  // Without a Wayland display every toolkit chooses X.
  return {
    env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' },
    stop,
  };
}
