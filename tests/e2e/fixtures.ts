import { test as base, expect, type Page } from '@playwright/test';
import { App, makeFolders, type Folders, type StartOptions } from './app';

export interface Start extends StartOptions {
  /** Fills the folders before the program starts for the first time. */
  prepare?: (folders: Folders) => Promise<void>;
}

export interface Fixtures {
  /** How the program starts: `test.use({ start: { args: ['--sample'] } })`. */
  start: Start;
  /** The program, started. Any fault that the test did not take away fails it. */
  app: App;
  /** Its window, ready to be used. After `app.restart()` use what that returns, or `app.page`. */
  page: Page;
}

export const test = base.extend<Fixtures>({
  start: [{}, { option: true }],
  app: async ({ start }, use, info) => {
    const { prepare, ...options } = start;
    const app = new App(await makeFolders(), options);
    try {
      await prepare?.(app.folders);
      await app.start();
      await use(app);
      if (info.status !== info.expectedStatus)
        await keepPicture(app, info.outputPath('window.png'));
      await app.close();
      expect(await app.takeFaults(), 'faults of the program').toEqual([]);
    } finally {
      await app.discard();
    }
  },
  page: async ({ app }, use) => {
    await use(app.page);
  },
});

export { expect };

async function keepPicture(app: App, path: string): Promise<void> {
  try {
    await app.page.screenshot({ path });
  } catch {
    // The window may be what failed.
  }
}
