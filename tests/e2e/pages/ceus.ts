import { expect, type Page } from '@playwright/test';

export interface Typed {
  title?: string;
  completed?: string;
  hours?: string;
  sponsor?: string;
}

/** The CEU screen, found by what a person reads. */
export class Ceus {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: /^CEUs/ })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'CEUs' })).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    return this;
  }

  async ledger(name: 'AHIMA' | 'AAPC' | 'All learning'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Ledger' }).getByText(name).click();
  }

  row(title: string | RegExp) {
    return this.page.getByRole('row').filter({
      has: this.page.getByRole('rowheader', { name: title }),
    });
  }

  rule(title: string | RegExp) {
    return this.page
      .getByRole('region', { name: 'Standing' })
      .locator('.rule')
      .filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  get entry() {
    return this.page.getByRole('complementary', { name: /activity/i });
  }

  get report() {
    return this.page.getByRole('complementary', { name: /^Report to/ });
  }

  /** What is done to the chosen rows. */
  get bulk() {
    return this.page.getByRole('group', { name: 'The selected activities' });
  }

  async type({ title, completed, hours, sponsor }: Typed): Promise<void> {
    const fields = { Title: title, Completed: completed, Hours: hours, Sponsor: sponsor };
    for (const [label, text] of Object.entries(fields)) {
      if (text === undefined) continue;
      const field = this.entry.getByLabel(label, { exact: true });
      await field.fill(text);
      await field.press('Tab');
    }
  }

  claim(body: 'AHIMA' | 'AAPC') {
    return this.entry.getByRole('region', { name: `Claim at ${body}` });
  }

  async setClaim(body: 'AHIMA' | 'AAPC', isClaimed: boolean): Promise<void> {
    await this.claim(body).getByRole('checkbox').setChecked(isClaimed);
  }

  async log(typed: Typed, claims: Partial<Record<'AHIMA' | 'AAPC', boolean>> = {}): Promise<void> {
    await this.page.getByRole('button', { name: /^Log an activity/ }).click();
    await this.type(typed);
    for (const [body, isClaimed] of Object.entries(claims)) {
      await this.setClaim(body as 'AHIMA' | 'AAPC', isClaimed);
    }
    await this.done();
  }

  async done(): Promise<void> {
    await this.entry.getByRole('button', { name: /^Done(?!,)/ }).click();
    await expect(this.entry).toHaveCount(0);
  }

  async edit(title: string): Promise<void> {
    await this.row(title).getByRole('button', { name: title }).click();
    await expect(this.entry).toBeVisible();
  }
}
