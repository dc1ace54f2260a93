import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder, inCache } from './paths.mjs';
import { say } from './say.mjs';

const file = inCache('setup.lock');

/** Whether the set-up that wrote the lock still runs. */
function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Two set-ups at a time (`npm start` in one terminal, `npm test` in another) would empty
 * node_modules under each other's feet; they take turns.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  mkdirSync(cacheFolder, { recursive: true });
  let isTold = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (!holderIsAlive()) {
        rmSync(file, { force: true });
        continue;
      }
      if (!isTold) say('Another set-up is running; waiting for it.');
      isTold = true;
      await sleep(300);
    }
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
