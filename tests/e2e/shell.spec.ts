import { expect, test } from './fixtures';

test('the first start opens a window that asks', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
