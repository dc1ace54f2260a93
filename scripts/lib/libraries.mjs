import { ask, capture, isOnPath } from './run.mjs';
import { say, seconds, SetupError } from './say.mjs';

/**
 * What Electron needs on Linux and how to see that it is there. Debian's names; the libraries that
 * a package brings along (X11, ATK, fonts) are not listed.
 *
 * @type {Record<string, { library?: string, program?: string }>}
 */
const forWindow = {
  'libgtk-3-0': { library: 'libgtk-3.so.0' },
  libnss3: { library: 'libnss3.so' },
  libasound2: { library: 'libasound.so.2' },
  libgbm1: { library: 'libgbm.so.1' },
  // Loaded by name at run time, so ldd never shows it; without it there are no notices.
  libnotify4: { library: 'libnotify.so.4' },
  // gdbus: asks whether a notification service answers before Electron waits for it.
  'libglib2.0-bin': { program: 'gdbus' },
};
const forVirtualDisplay = { xvfb: { program: 'Xvfb' } };
// Opens the archives that we make, as another program; asked for with notices, by the tests alone.
const forTests = { unzip: { program: 'unzip' } };
const forNotices = { 'dbus-x11': { program: 'dbus-launch' }, dunst: { program: 'dunst' } };
// pdftotext and pdftoppm: tests read with them what the program prints.
const forPdf = { 'poppler-utils': { program: 'pdftotext' } };

/** @typedef {{ display: boolean, notices: boolean, pdf: boolean }} Wanted */

/**
 * Debian packages that are missing for what is about to be done.
 *
 * @param {Wanted} wanted
 * @param {string} executable Electron's
 * @returns {string[]}
 */
export function missingPackages(wanted, executable) {
  if (process.platform !== 'linux') return [];
  const needs = {
    ...forWindow,
    ...(wanted.display ? forVirtualDisplay : {}),
    ...(wanted.notices ? { ...forNotices, ...forTests } : {}),
    ...(wanted.pdf ? forPdf : {}),
  };
  const known = ask('/sbin/ldconfig', ['-p']) ?? ask('ldconfig', ['-p']) ?? '';
  const linked = ask('ldd', [executable]) ?? '';
  const isMissing = (/** @type {{ library?: string, program?: string }} */ need) =>
    need.program === undefined
      ? !known.includes(`\t${need.library} `) || linked.includes(`${need.library} => not found`)
      : !isOnPath(need.program);
  return Object.entries(needs)
    .filter(([, need]) => isMissing(need))
    .map(([name]) => name);
}

/** Libraries that the executable still does not find. @param {string} executable */
function unresolved(executable) {
  const lines = (ask('ldd', [executable]) ?? '').split('\n');
  return lines
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
}

/** Newer Debian and Ubuntu renamed some packages when time became 64 bits wide. @param {string} name */
const currentName = (name) =>
  ask('apt-cache', ['show', '--no-all-versions', `${name}t64`]) ? `${name}t64` : name;

/** How to act as root without asking anything: [], ['sudo', '-n'], or undefined when impossible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return isOnPath('sudo') && ask('sudo', ['-n', 'true']) !== undefined ? ['sudo', '-n'] : undefined;
}

/**
 * Installs what is missing, or ends with the one command that a person has to type.
 *
 * @param {string[]} missing
 * @param {string} executable
 */
export async function installLibraries(missing, executable) {
  const startedAt = Date.now();
  const prefix = isOnPath('apt-get') ? rootPrefix() : undefined;
  if (prefix === undefined) {
    const names = missing.map(currentName).join(' ');
    throw new SetupError(
      isOnPath('apt-get')
        ? `Electron needs system libraries that only root can install. Type this, then start again:\n` +
            `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`
        : `Electron needs system libraries. Install what your distribution calls: ${names}`,
    );
  }
  say(`Installing system packages with apt-get: ${missing.join(' ')} ...`);
  const apt = (/** @type {string[]} */ ...args) => {
    // sudo empties the environment, so the variable is handed through env. The lock is another
    // apt-get's, such as the daily update of a fresh machine: wait for it.
    const options = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
    const line = [...prefix, 'env', ...options, ...args];
    return capture(/** @type {string} */ (line[0]), line.slice(1));
  };
  // Old lists name files that the mirror no longer has, so lists come first; a failure here may still
  // leave usable ones and is decided by the install.
  await apt('update', '-qq');
  const names = missing.map(currentName);
  const install = ['install', '-y', '-q', '--no-install-recommends', ...names];
  const size = /^Need to get .*$/m.exec((await apt('--print-uris', ...install)).output);
  if (size) say(`  ${size[0]}`);
  const { code, output } = await apt(...install);
  if (code !== 0) {
    throw new SetupError(`${output}\napt-get could not install ${names.join(' ')}; see above.`);
  }
  const still = unresolved(executable);
  if (still.length > 0) {
    throw new SetupError(`Electron still does not find these libraries: ${still.join(', ')}`);
  }
  say(`  system packages installed in ${seconds(startedAt)}`);
}
