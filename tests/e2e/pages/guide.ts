import { expect, type Page } from '@playwright/test';

/** The titles of its chapters, in their order. */
export const chapters = [
  'The role at a glance',
  'What the work is',
  'What you need to know and be able to do',
  'Where and how coders work',
  'Becoming one',
  'Certification',
  'Continuing education',
  'The code-set year',
  'Moving up and moving on',
  'Questions coders ask',
];

/** The guide, found by what a person reads. */
export class Guide {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.getByRole('banner').getByRole('link', { name: 'Guide', exact: true }).click();
    await expect(this.title).toBeVisible();
    return this;
  }

  get title() {
    return this.page.getByRole('article').getByRole('heading', { level: 1 });
  }

  get contents() {
    return this.page.getByRole('navigation', { name: 'Contents' });
  }

  outline(name: string) {
    return this.contents.getByRole('link', { name, exact: true });
  }

  /** The chapter's link in the outline, which begins with its number. */
  chapter(name: string) {
    return this.contents.getByRole('link', { name: new RegExp(`^\\d+\\s*${name}$`) });
  }

  heading(name: string) {
    return this.page.getByRole('article').getByRole('heading', { name, exact: true });
  }

  /** The section of that title, with all that stands in it and beside it. */
  section(name: string) {
    return this.page
      .locator('[data-section]')
      .filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  get search() {
    return this.page.getByRole('textbox', { name: 'Search the guide' });
  }

  get hits() {
    return this.page.getByRole('group', { name: 'Found in the guide' }).getByRole('button');
  }

  /** The lists of what was found, one for each section and named like it. */
  get found() {
    return this.page.getByRole('group', { name: 'Found in the guide' }).getByRole('list');
  }

  get steps() {
    return this.page.getByRole('group', { name: 'Places found' });
  }

  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await expect(this.search).toBeFocused();
    await this.search.fill(words);
  }

  /** The words that are lit: those of the hit jumped to, and all others in the chapter. */
  async lit(): Promise<{ now: string[]; others: string[] }> {
    return this.page.evaluate(() => {
      const words = (name: string) =>
        [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
      return { now: words('found-now'), others: words('found') };
    });
  }

  /** Where the lit hit stands in the window: 0 at the top, 1 at the bottom. */
  async heightOfHit(): Promise<number> {
    return this.page.evaluate(() => {
      const [range] = CSS.highlights.get('found-now') ?? [];
      return range ? (range as Range).getBoundingClientRect().top / innerHeight : NaN;
    });
  }

  /** The first passage of which the top of the window shows something, by its own text. */
  async firstLine(): Promise<string> {
    return this.page.evaluate(() => {
      const passages = [...document.querySelectorAll('article [data-passage]')];
      const first = passages.find((one) => one.getBoundingClientRect().bottom > 1);
      return first?.textContent?.trim() ?? '';
    });
  }

  /** How far the first passage has been scrolled out, by its own height. */
  async partOfFirstLine(): Promise<number> {
    return this.page.evaluate(() => {
      const passages = [...document.querySelectorAll('article [data-passage]')];
      const first = passages.find((one) => one.getBoundingClientRect().bottom > 1);
      const box = first?.getBoundingClientRect();
      return box ? -box.top / box.height : NaN;
    });
  }

  async scrollBy(pixels: number): Promise<void> {
    const before = await this.page.evaluate(() => scrollY);
    const box = await this.page.getByRole('article').boundingBox();
    await this.page.mouse.move((box?.x ?? 0) + 40, 300);
    await this.page.mouse.wheel(0, pixels);
    await expect
      .poll(() => this.page.evaluate(() => scrollY))
      .toBeGreaterThanOrEqual(before + pixels - 2);
  }
}
