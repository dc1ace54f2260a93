import type { Page } from '@playwright/test';

/** What matters today. */
export class Today {
  constructor(readonly page: Page) {}

  get day() {
    return this.page.getByRole('heading', { level: 1 });
  }

  section(name: 'Due and coming' | 'Renewals' | 'The code-set year' | 'What is missing') {
    return this.page
      .getByRole('region', { name })
      .or(this.page.locator('section', { has: this.page.getByRole('heading', { name }) }))
      .first();
  }
}
