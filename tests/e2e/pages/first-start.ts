import { expect, type Page } from '@playwright/test';

/** The three questions, found by what a person reads. */
export class FirstStart {
  constructor(private readonly page: Page) {}

  question(title: string | RegExp) {
    return this.page.getByRole('heading', { level: 1, name: title });
  }

  async hold(...names: string[]): Promise<void> {
    await expect(this.question('Which credentials do you hold?')).toBeVisible();
    for (const name of names) await this.page.getByRole('checkbox', { name }).check();
    await this.next();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  async skip(): Promise<void> {
    await this.page.getByRole('button', { name: /^Skip/ }).click();
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.press('Tab');
  }

  async finish(answer: RegExp): Promise<void> {
    await this.page.getByRole('radio', { name: answer }).click();
    await this.page.getByRole('button', { name: 'Finish' }).click();
  }
}
