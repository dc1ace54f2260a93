import { expect, type Locator } from '@playwright/test';
import { Calendar } from './calendar';

/** The month and the almanac year, found by what a person hears. */
export class CalendarViews extends Calendar {
  async view(name: 'List' | 'Month' | 'Year'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'How it is shown' })
      .getByRole('radio', { name })
      .click();
  }

  /** The page that is turned to: “2026”, “October 2026”. */
  get title(): Locator {
    return this.page.getByRole('heading', { level: 2 }).first();
  }

  /** A month by its name, such as “October 2026”. */
  grid(name: string): Locator {
    return this.page.getByRole('grid', { name, exact: true });
  }

  day(name: string | RegExp): Locator {
    return this.page
      .getByRole('grid')
      .getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** What lies on a day, in full. */
  dayDialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async focused(name: string | RegExp): Promise<void> {
    await expect(this.day(name)).toBeFocused();
  }
}
