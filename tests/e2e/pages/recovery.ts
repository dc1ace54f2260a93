import type { Page } from '@playwright/test';

/** The screen in place of a library that cannot be opened. */
export class Recovery {
  constructor(readonly page: Page) {}

  get title() {
    return this.page.getByRole('heading', { name: 'Your library could not be opened' });
  }

  get problem() {
    return this.page.getByRole('alert').first();
  }

  choice(
    name:
      | 'Look again'
      | 'Go on from the backup'
      | 'Choose another folder'
      | 'Start an empty library'
      | 'Quit',
  ) {
    return this.page.getByRole('button', { name, exact: true });
  }
}
