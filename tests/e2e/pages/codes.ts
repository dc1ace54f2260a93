import { expect, type Page } from '@playwright/test';

/** The code-set year: what applies when, and the plans. */
export class Codes {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Codes', exact: true })
      .click();
    return this.isReady();
  }

  async isReady(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Codes' })).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    return this;
  }

  get applies() {
    return this.page.getByRole('region', { name: 'Which code set applies?' });
  }

  get discharge() {
    return this.applies.getByRole('textbox', { name: 'Discharge on' });
  }

  plan(name: string) {
    return this.page.getByRole('region', {
      name: new RegExp(`^(Preparing|The preparation) for ${name}`),
    });
  }

  task(title: string | RegExp) {
    return this.page.getByRole('listitem').filter({
      has: this.page.getByRole('checkbox', { name: title }),
    });
  }

  async more(title: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${title}` }).press('Enter');
    await this.page.getByRole('menuitem', { name: item }).press('Enter');
  }
}
