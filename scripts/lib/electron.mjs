import { ask } from './run.mjs';

/**
 * The variables through which the electron package, Playwright and electron-vite find the runtime
 * that set-up chose.
 *
 * @param {import('./state.mjs').Runtime} runtime
 */
export const electronEnvironment = (runtime) => ({
  ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
  ELECTRON_EXEC_PATH: runtime.executable,
});

/**
 * Whether Chromium's sandbox can work: not as root, and not where no user namespace can be made, as in
 * many containers. Development only; a packaged program never goes without it.
 */
export const canSandbox = () =>
  process.platform !== 'linux' ||
  (process.getuid?.() !== 0 && ask('unshare', ['-U', 'true']) !== undefined);

/** @returns {string[]} */
export const sandboxArguments = () => (canSandbox() ? [] : ['--no-sandbox']);
