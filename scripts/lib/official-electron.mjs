import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { folderSize, megabytes, say, seconds } from './say.mjs';

const folder = inRoot('node_modules/electron/dist');

// A network that drops packets instead of refusing would hold set-up for many minutes: without a
// single new byte the download is given up early, and a trickle is given up at the last.
const silenceLimit = 30_000;
const totalLimit = 15 * 60_000;

/** The version that package.json pins. */
export function pinnedVersion() {
  return JSON.parse(readFileSync(inRoot('node_modules/electron/package.json'), 'utf8')).version;
}

/**
 * The official runtime if it lies complete in node_modules.
 *
 * @returns {Omit<import('./state.mjs').Runtime, 'because'> | undefined}
 */
export function findOfficial() {
  try {
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
    // Electron's own installer writes path.txt last.
    const name = readFileSync(inRoot('node_modules/electron/path.txt'), 'utf8');
    const executable = join(folder, name);
    if (version !== pinnedVersion() || !existsSync(executable)) return undefined;
    return { kind: 'official', version, folder, executable };
  } catch {
    return undefined;
  }
}

/**
 * Lets the electron package fetch its own binary (it honours ELECTRON_MIRROR).
 *
 * @returns {Promise<string | undefined>} why it failed, or undefined when it worked
 */
export async function downloadOfficial() {
  const startedAt = Date.now();
  say(`Electron ${pinnedVersion()}: trying the official download (about 130 MB) ...`);
  // Electron downloads into the system's temporary folder; one of its own shows how far it is.
  const temporary = inCache(`work-official-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...environment } = process.env;
  const child = spawn(process.execPath, [inRoot('node_modules/electron/install.js')], {
    env: { ...environment, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));

  let reason = '';
  let lastSize = 0;
  let lastGrowth = startedAt;
  let lastTold = startedAt;
  const watch = setInterval(() => {
    const size = folderSize(temporary) + folderSize(folder);
    const now = Date.now();
    if (size > lastSize) [lastSize, lastGrowth] = [size, now];
    if (now - lastTold > 4000) {
      say(`  official download: ${megabytes(size)}, ${seconds(startedAt)}`);
      lastTold = now;
    }
    if (now - lastGrowth > silenceLimit) reason = `nothing arrived for ${silenceLimit / 1000} s`;
    if (now - startedAt > totalLimit) reason = `not finished after ${totalLimit / 60_000} min`;
    if (reason) child.kill('SIGKILL');
  }, 1000);
  const code = await new Promise((done) => {
    child.once('error', () => done(127));
    child.once('close', done);
  });
  clearInterval(watch);
  rmSync(temporary, { recursive: true, force: true });
  if (code === 0 && findOfficial()) {
    say(`  Electron ${pinnedVersion()} installed in ${seconds(startedAt)}`);
    return undefined;
  }
  return reason || output.trim().split('\n')[0] || `the download ended with code ${code}`;
}
