import { expect, type Page } from '@playwright/test';

interface Place {
  x: number;
  y: number;
}

/** What is marked in the guide, found by what a person sees and does. */
export class Notes {
  constructor(readonly page: Page) {}

  get bar() {
    return this.page.getByRole('group', { name: 'What to do with these words' });
  }

  get dialog() {
    return this.page.getByRole('dialog', { name: 'Your note' });
  }

  /** The cards beside the chapter's text. */
  get cards() {
    return this.page.getByRole('article').locator('[data-card]').getByRole('button');
  }

  /** The painted words by the kind of their highlight, whatever the theme. */
  async painted(): Promise<Record<string, string>> {
    return this.page.evaluate(() => {
      const words: Record<string, string> = {};
      for (const [name, ranges] of CSS.highlights) {
        const kind = /^mark-([a-z]+)/.exec(name)?.[1];
        const text = [...ranges].map((range) => (range as Range).toString()).join('');
        if (kind) words[kind] = text;
      }
      return words;
    });
  }

  /** Selects words of the chapter with the mouse, from the first letter to the last. */
  async drag(words: string): Promise<void> {
    await this.dragBetween(() => this.ends(words), words);
    await expect(this.bar).toBeVisible();
  }

  /**
   * Draws the pointer from one place to another, until it has selected this. A pointer event of the real screen
   * (a window that comes up under its resting place) ends a drag half-way: then a hand begins anew.
   */
  async dragBetween(ends: () => Promise<readonly [Place, Place]>, words: string | RegExp) {
    const { mouse } = this.page;
    await expect(async () => {
      // What is selected would be dragged away instead of selected anew.
      await this.page.evaluate(() => getSelection()?.removeAllRanges());
      const [from, to] = await ends();
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
      await mouse.move(to.x - 2, to.y);
      await mouse.move(to.x, to.y);
      const selected = await this.page.evaluate(() => getSelection()?.toString() ?? '');
      await mouse.up();
      if (typeof words === 'string') expect(selected).toBe(words);
      else expect(selected).toMatch(words);
    }).toPass({ timeout: 15_000 });
  }

  async clickOn(words: string): Promise<void> {
    const [from] = await this.ends(words);
    await this.page.mouse.click(from.x + 6, from.y);
  }

  /** Where words that stand in one piece of the text begin and end in the window. */
  async ends(words: string) {
    const ends = await this.page.evaluate((wanted) => {
      const article = document.querySelector('article');
      if (!article) return null;
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const boxes = [...range.getClientRects()];
        const [first, last] = [boxes[0], boxes.at(-1)];
        if (!first || !last) return null;
        return [
          { x: first.left + 1, y: first.top + first.height / 2 },
          { x: last.right - 1, y: last.top + last.height / 2 },
        ] as const;
      }
      return null;
    }, words);
    if (!ends) throw new Error(`the chapter does not have “${words}”`);
    return ends;
  }
}
