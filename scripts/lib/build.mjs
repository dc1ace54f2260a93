import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { run, tool } from './run.mjs';
import { say, seconds, SetupError } from './say.mjs';

const sources = ['src', 'electron', 'content', 'resources'];
const configuration = [
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const results = ['main/index.js', 'preload/index.cjs', 'renderer/index.html'];

// The mark lies inside out/main because every build, also the development server's, empties that
// folder first: whatever another command left in out/ is then not taken for ours.
const mark = inRoot('out/main/.built-from');

/** Names, sizes and times of all that a build reads; unlike "newer than" it also sees what was removed. */
function sourceFingerprint() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const info = statSync(inRoot(path), { throwIfNoEntry: false });
    if (info) hash.update(`${path} ${info.size} ${info.mtimeMs}\n`);
  };
  /** @param {string} folder */
  const walk = (folder) => {
    const entries = readdirSync(inRoot(folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!entry.name.endsWith('.test.ts')) add(path);
    }
  };
  for (const folder of sources) if (existsSync(inRoot(folder))) walk(folder);
  configuration.forEach(add);
  return hash.digest('hex');
}

/** Whether a whole build lies in out/, of these sources or older ones. */
export const hasBuild = () =>
  existsSync(mark) && results.every((file) => existsSync(inRoot('out', file)));

/** Whether what lies in out/ was built from the sources as they are now. */
export function isBuilt() {
  try {
    return hasBuild() && readFileSync(mark, 'utf8') === sourceFingerprint();
  } catch {
    return false;
  }
}

export async function build() {
  const startedAt = Date.now();
  // Taken before, so that a file saved during the build makes the next one run.
  const fingerprint = sourceFingerprint();
  // A build that fails must not leave the one before under its name.
  rmSync(mark, { force: true });
  say('Building the app ...');
  const [program, ...args] = tool(
    'electron-vite/bin/electron-vite.js',
    'build',
    '--logLevel',
    'warn',
  );
  if ((await run(program, args)) !== 0) throw new SetupError('The build failed; see above.');
  writeFileSync(mark, fingerprint);
  say(`  built in ${seconds(startedAt)}`);
}
