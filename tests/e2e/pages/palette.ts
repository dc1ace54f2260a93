import type { Page } from '@playwright/test';

/** Find anything: reaches every place and every action. */
export class Palette {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.words.waitFor();
  }

  get words() {
    return this.page.getByRole('combobox', { name: 'A place, an activity or something to do' });
  }

  get found() {
    return this.page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  }

  async run(name: string): Promise<void> {
    await this.open();
    await this.words.fill(name);
    await this.page.keyboard.press('Enter');
  }
}
