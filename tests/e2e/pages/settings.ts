import type { Page } from '@playwright/test';

export class Settings {
  constructor(readonly page: Page) {}

  section(name: string) {
    return this.page
      .getByRole('region', { name })
      .or(this.page.locator('section', { has: this.page.getByRole('heading', { name }) }))
      .first();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
