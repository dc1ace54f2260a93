import { expect, type Page } from '@playwright/test';

type Place =
  'Today' | 'Guide' | 'Study' | 'CEUs' | 'Calendar' | 'Codes' | 'Programs' | 'Career' | 'Settings';

/** The places at the left, and the way to what is not on the screen. */
export class Rail {
  constructor(readonly page: Page) {}

  get places() {
    return this.page.getByRole('navigation', { name: 'Places' });
  }

  link(place: Place) {
    const named = { name: place, exact: true };
    return this.places.getByRole('link', named).or(this.places.getByRole('button', named));
  }

  async go(place: Place): Promise<void> {
    await this.link(place).click();
    await expect(this.link(place)).toHaveAttribute('aria-current', 'page');
    await this.isReady();
  }

  /** Nothing on the screen is still being read. */
  async isReady(): Promise<void> {
    await expect(this.page.locator('h1').first()).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
}
