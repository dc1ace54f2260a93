import type { Page } from '@playwright/test';
import type { Command } from '../../src/core/library/commands';
import { expect } from './fixtures';

/** Sends a command as a screen would, for what a test begins with and is not about. */
export async function dispatch(page: Page, command: Command): Promise<void> {
  const done = await page.evaluate((sent) => window.almanac.dispatch(sent), command);
  expect(done).toMatchObject({ ok: true });
}
