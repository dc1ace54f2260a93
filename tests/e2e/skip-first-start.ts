import type { Page } from '@playwright/test';
import { dispatch } from './dispatch';

/** Answers none of the three questions and arrives at Today, by the command that the last of them ends with. */
export async function skipFirstStart(page: Page): Promise<void> {
  const changes = { isWelcomed: true, isToldWhenClosed: null };
  await dispatch(page, { type: 'settings.change', changes });
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}
