import { spawn } from 'node:child_process';
import { connect } from 'node:net';
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
  await parkPointer(`/tmp/.X11-unix/X${number}`);
  // Without a Wayland display every toolkit chooses X.
  return {
    env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' },
    stop,
  };
}

/**
 * Moves the display's pointer to its last pixel. It would rest in the middle, under the windows: each that comes
 * up or goes there sends the others pointer events, which end a drag or close a tip in the middle of a test.
 * Two requests of the X protocol, which is not worth a package.
 *
 * @param {string} socketPath
 */
async function parkPointer(socketPath) {
  const socket = connect(socketPath);
  const hello = Buffer.alloc(12);
  hello.write('l');
  hello.writeUInt16LE(11, 2);
  socket.write(hello);
  const greeting = await new Promise((done, fail) => {
    let reply = Buffer.alloc(0);
    socket.once('error', fail);
    socket.once('close', () => fail(new SetupError('The virtual display takes no connections.')));
    socket.on('data', (part) => {
      reply = Buffer.concat([reply, part]);
      const whole = reply.length < 8 ? Infinity : 8 + 4 * reply.readUInt16LE(6);
      if (reply.length >= whole) done(reply);
    });
  });
  const screen = screenOf(greeting);
  const warp = Buffer.alloc(24);
  warp.writeUInt8(41);
  warp.writeUInt16LE(6, 2);
  warp.writeUInt32LE(screen.root, 8);
  warp.writeInt16LE(screen.width - 1, 20);
  warp.writeInt16LE(screen.height - 1, 22);
  await new Promise((done) => {
    socket.removeAllListeners('close').once('close', done);
    socket.end(warp);
  });
}

/**
 * The first screen that the server's greeting describes, after the vendor's name and the pixel formats.
 *
 * @param {Buffer} greeting
 */
function screenOf(greeting) {
  const vendor = greeting.readUInt16LE(24);
  const formats = greeting.readUInt8(29);
  const at = 40 + Math.ceil(vendor / 4) * 4 + formats * 8;
  return {
    root: greeting.readUInt32LE(at),
    width: greeting.readUInt16LE(at + 20),
    height: greeting.readUInt16LE(at + 22),
  };
}
