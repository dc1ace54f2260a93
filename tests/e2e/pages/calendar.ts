import { expect, type Page } from '@playwright/test';

type Later = 'In 1 hour' | 'Tomorrow morning' | 'In 3 days' | 'Next week';

/** The list of dates and reminders, found by what a person reads. */
export class Calendar {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Calendar', exact: true })
      .click();
    return this.isReady();
  }

  async isReady(): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    return this;
  }

  /** A reminder in the list of what came up. */
  cameUp(title: string | RegExp) {
    return this.#rows('Came up', title);
  }

  /** A date in the list of what comes. */
  coming(title: string | RegExp) {
    return this.#rows('Coming', title);
  }

  #rows(part: string, title: string | RegExp) {
    return this.page
      .getByRole('region', { name: part, exact: true })
      .getByRole('listitem')
      .filter({ hasText: title });
  }

  get form() {
    return this.page.getByRole('dialog', { name: /^(Add a date|Edit the date)$/ });
  }

  field(label: string) {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  async show(part: 'All' | 'Renewals' | 'Code sets' | 'Mine'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'What is shown' }).getByText(part).click();
  }

  async done(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Done: ${title}` }).press('Enter');
    await expect(this.cameUp(title)).toHaveCount(0);
  }

  async remindIn(title: string, later: Later): Promise<void> {
    await this.page.getByRole('button', { name: `Remind me in…: ${title}` }).press('Enter');
    await this.page.getByRole('menuitem', { name: later }).press('Enter');
    await expect(this.cameUp(title)).toHaveCount(0);
  }

  async more(title: string, item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${title}` }).press('Enter');
    await this.page.getByRole('menuitem', { name: item }).press('Enter');
  }

  /** What was answered, unfolded. */
  async dealtWith() {
    const list = this.page.getByRole('group').filter({ hasText: /^Dealt with/ });
    if ((await list.getAttribute('open')) === null) await list.getByText(/^Dealt with/).click();
    return list;
  }
}
