import { expect, type Locator, type Page } from '@playwright/test';

interface Typed {
  name: string;
  provider?: string;
  /** By the beginning of the field's label. */
  fields?: Record<string, string>;
  credentials?: string[];
  choices?: Record<string, string>;
  included?: string[];
  source?: string;
  asOf?: string;
}

/** The comparison of programs, found by what a person reads. */
export class Programs {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: 'Programs', exact: true })
      .click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Programs' })).toBeVisible();
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    return this;
  }

  get dialog() {
    return this.page.getByRole('dialog');
  }

  column(program: string) {
    return this.page.getByRole('columnheader', { name: program });
  }

  row(fact: string) {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: fact, exact: true }) });
  }

  /** The button in which a fact of a program stands. */
  fact(fact: string, program: string) {
    return this.page.getByRole('button', { name: new RegExp(`^${fact}, ${program}: `) });
  }

  /** The cell around it, with source and day. */
  cell(fact: string, program: string): Locator {
    return this.page.getByRole('cell').filter({ has: this.fact(fact, program) });
  }

  get totals() {
    return this.row('Total cost').last().getByRole('cell');
  }

  /** Adds a program by keyboard alone. */
  async add({ name, provider, fields, credentials, choices, source, asOf, ...more }: Typed) {
    await this.page.keyboard.press('Control+Shift+P');
    await expect(this.dialog.getByLabel('Name', { exact: true })).toBeFocused();
    await this.page.keyboard.type(name);
    if (provider) await this.into(this.dialog.getByLabel('Provider'), provider);
    for (const credential of credentials ?? []) {
      await this.to(this.dialog.getByRole('checkbox', { name: credential, exact: true }));
      await this.page.keyboard.press('Space');
    }
    for (const [label, answer] of Object.entries(choices ?? {})) await this.choose(label, answer);
    for (const [label, text] of Object.entries(fields ?? {})) {
      await this.into(this.dialog.getByRole('textbox', { name: label }), text);
    }
    for (const part of more.included ?? []) {
      await this.to(this.dialog.getByRole('textbox', { name: part }));
      await this.page.keyboard.press('Tab');
      await this.page.keyboard.press('Space');
    }
    if (source) await this.into(this.dialog.getByLabel('Source of all this'), source);
    if (asOf) await this.into(this.dialog.getByLabel('As of'), asOf);
    await this.page.keyboard.press('Enter');
    await expect(this.dialog).toHaveCount(0);
    // In the frame after the dialog has gone the focus comes to the new column, wherever it was meanwhile.
    await expect(this.page.locator('[id^="program-"]:focus')).toHaveCount(1);
  }

  /** Goes to a field with Tab, forward or back, and expects to get there. */
  async to(field: Locator): Promise<void> {
    const isThere = () => field.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 60 && !(await isThere()); step += 1) {
      await this.page.keyboard.press('Tab');
    }
    await expect(field).toBeFocused();
  }

  async into(field: Locator, text: string): Promise<void> {
    await this.to(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  async choose(label: string, answer: string): Promise<void> {
    await this.to(this.dialog.getByRole('combobox', { name: new RegExp(`^${label} `) }));
    await this.page.keyboard.press('Enter');
    const option = this.page.getByRole('option', { name: answer, exact: true });
    await expect(option).toBeVisible();
    for (let step = 0; step < 6; step += 1) {
      if ((await option.getAttribute('data-highlighted')) !== null) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await expect(option).toHaveCount(0);
  }

  /** Opens a fact by keyboard. */
  async edit(fact: string, program: string): Promise<void> {
    await this.fact(fact, program).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.dialog.getByRole('heading', { name: fact })).toBeVisible();
  }

  /** Saves with Enter and waits until the dialog is gone and the focus is back. */
  async done(fact: string, program: string): Promise<void> {
    await this.page.keyboard.press('Enter');
    await expect(this.dialog).toHaveCount(0);
    await expect(this.fact(fact, program)).toBeFocused();
  }
}
