import { expect, type Page } from '@playwright/test';

export interface Dropped {
  name: string;
  /** Bytes where it is no text. */
  text: string | number[];
}

/** Texts of the user's own in the guide, found by what a person sees and does. */
export class Documents {
  constructor(readonly page: Page) {}

  get list() {
    return this.page.getByRole('region', { name: 'Your documents' });
  }

  link(title: string) {
    return this.list.getByRole('link', { name: title, exact: true });
  }

  get text() {
    return this.page.getByRole('article');
  }

  get title() {
    return this.text.getByRole('heading', { level: 1 });
  }

  get question() {
    return this.page.getByRole('dialog', { name: /^A file named/ });
  }

  get found() {
    return this.page
      .getByRole('group', { name: 'Found in the guide' })
      .getByRole('region', { name: 'Your documents' });
  }

  get foundNotes() {
    return this.page
      .getByRole('group', { name: 'Found in the guide' })
      .getByRole('region', { name: 'Your notes' });
  }

  /** Drops files anywhere on the guide. */
  async drop(...files: Dropped[]): Promise<void> {
    const data = await this.page.evaluateHandle((some) => {
      const transfer = new DataTransfer();
      for (const { name, text } of some) {
        const part = typeof text === 'string' ? text : new Uint8Array(text);
        transfer.items.add(new File([part], name));
      }
      return transfer;
    }, files);
    await this.page.getByRole('main').locator('nav').first().dispatchEvent('drop', {
      dataTransfer: data,
    });
    await data.dispose();
  }

  /** Waits until its end was read. */
  async isRead(title: string): Promise<void> {
    await expect(this.title).toHaveText(title);
    await expect(this.text.getByText('Reading…')).toHaveCount(0);
  }

  async add(name: string, text: string, title: string): Promise<void> {
    await this.drop({ name, text });
    await this.isRead(title);
  }

  async more(title: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `More about ${title}` }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
