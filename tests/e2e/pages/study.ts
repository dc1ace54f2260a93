import { expect, type Page } from '@playwright/test';

/** The cards, found by what a person reads. */
export class Study {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Study', exact: true })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Study' })).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    return this;
  }

  get cards() {
    return this.page.getByRole('list', { name: 'Cards' }).getByRole('listitem');
  }

  card(front: string) {
    return this.cards.filter({ hasText: front });
  }

  get form() {
    return this.page.getByRole('dialog', { name: /^(New card|Edit the card)$/ });
  }

  side(name: 'Front' | 'Back') {
    return this.form.getByRole('textbox', { name });
  }

  get tags() {
    return this.form.getByRole('combobox', { name: 'Tags' }).or(this.form.getByLabel('Tags'));
  }

  get words() {
    return this.page.getByRole('textbox', { name: 'Words', exact: true });
  }

  async add(front: string, back: string, tags = ''): Promise<void> {
    await this.page.keyboard.press('Control+Shift+K');
    await expect(this.side('Front')).toBeFocused();
    await this.side('Front').fill(front);
    await this.side('Back').fill(back);
    await this.tags.fill(tags);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.form).toBeHidden();
  }
}
