import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';

const words = 'reads the record of a finished hospital stay';
const others = 'those codes decide how the stay is grouped';

test.beforeEach(async ({ app, page }) => {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  await skipFirstStart(page);
  await new Guide(page).open();
});

test('words are marked with the mouse and get a note, and both are there after a reopen', async ({
  app,
  page,
}) => {
  let notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'For the exam' }).click();
  await expect.poll(() => notes.painted()).toEqual({ exam: words });
  await expect(page.getByText(`Highlighted “${words}”`).first()).toBeVisible();
  await expect(notes.bar).toBeHidden();

  await notes.drag(others);
  await notes.bar.getByRole('button', { name: 'Note' }).click();
  await expect(notes.dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Ask about <b>outliers</b>.');
  await notes.dialog.getByRole('textbox', { name: 'Tags' }).fill('#drg #payment');
  await notes.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(notes.dialog).toBeHidden();
  const card = notes.cards.filter({ hasText: 'Your note' });
  await expect(card).toContainText('Ask about <b>outliers</b>.');
  await expect(card).toContainText('#drg · #payment');
  await expect(card).toContainText('Nov 22');

  notes = new Notes(await app.restart());
  await expect.poll(() => notes.painted()).toEqual({ exam: words, key: others });
  await expect(notes.cards).toHaveText([/For the exam/, /Ask about <b>outliers<\/b>\./]);
});

test('a note stands in the margin beside its words, and below the section where it is narrow', async ({
  app,
  page,
}) => {
  const notes = new Notes(page);
  await notes.drag(others);
  await notes.bar.getByRole('button', { name: 'Question' }).click();
  const [start] = await notes.ends(others);
  const card = await notes.cards.boundingBox();
  const text = await page.locator('article p[data-passage]').nth(1).boundingBox();
  expect(Math.abs((card?.y ?? 0) - start.y)).toBeLessThan(30);
  expect(card?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 700),
  );
  await expect
    .poll(async () => {
      const below = await page.locator('article p[data-passage]').nth(1).boundingBox();
      return (await notes.cards.boundingBox())?.x === below?.x;
    })
    .toBe(true);
  await expect(notes.cards).toContainText(others);
});

test('by keyboard: a paragraph, its words with Shift, and the way back', async ({ page }) => {
  const notes = new Notes(page);
  await expect(new Guide(page).heading('The role at a glance')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  const summary = page.locator('article .summary');
  await expect(summary).toBeFocused();
  await page.keyboard.press('Control+Shift+H');
  await expect(notes.bar.getByRole('button', { name: 'Key point' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await notes.painted())['question'])
    .toMatch(/^What an inpatient coder does, .* how it grows\.$/);
  await expect(summary).toBeFocused();

  await page.keyboard.press('Alt+ArrowDown');
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight'])
    await page.keyboard.press(key);
  await page.keyboard.press('Control+Shift+H');
  await page.keyboard.press('Escape');
  await expect(notes.bar).toBeHidden();
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Shift+H');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await notes.painted())['key']).toBe('reads the');

  // What is marked is reached by Tab and opened by Enter.
  await notes.cards.filter({ hasText: 'Key point' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Not an outpatient one.');
  await page.keyboard.press('Escape');
  await expect(notes.cards.filter({ hasText: 'Your note · Key point' })).toContainText(
    'Not an outpatient one.',
  );
});

test('a highlight is opened by a click on it, changed, deleted and brought back', async ({
  app,
  page,
}) => {
  let notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Key point' }).click();
  await expect(notes.cards).toHaveCount(1);
  await notes.clickOn(words);
  await notes.dialog.getByRole('radio', { name: 'From practice' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => notes.painted()).toEqual({ practice: words });

  // The same words once more are the same highlight.
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Question' }).click();
  await expect.poll(() => notes.painted()).toEqual({ question: words });
  await expect(notes.cards).toHaveCount(1);

  await notes.cards.click();
  await notes.dialog.getByRole('button', { name: 'Delete the highlight' }).click();
  await expect.poll(() => notes.painted()).toEqual({});
  await expect(notes.cards).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => notes.painted()).toEqual({ question: words });
  notes = new Notes(await app.restart());
  await expect.poll(() => notes.painted()).toEqual({ question: words });
});

test('over notes, cells and ends of paragraphs only the text itself is painted', async ({
  page,
}) => {
  const notes = new Notes(page);
  const guide = new Guide(page);
  await guide.outline('Quick facts').click();
  await expect(guide.heading('Quick facts')).toBeFocused();
  const row = page.getByRole('row', { name: /^Inpatient credentials/ });
  await row.getByRole('cell').last().scrollIntoViewIfNeeded();
  const box = await row.getByRole('cell').first().boundingBox();
  await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) + 14);
  await page.mouse.down();
  const end = await row.getByRole('cell').last().boundingBox();
  await page.mouse.move(
    (end?.x ?? 0) + (end?.width ?? 0) - 4,
    (end?.y ?? 0) + (end?.height ?? 0) - 8,
  );
  await page.mouse.up();
  await notes.bar.getByRole('button', { name: 'Key point' }).click();
  await expect
    .poll(async () => (await notes.painted())['key'])
    .toBe('Inpatient credentialsCCS and, for the first step, CCA from AHIMA; CIC from AAPC');
});

test('words that are no longer in the text are painted nowhere', async ({ page }) => {
  const notes = new Notes(page);
  await page.evaluate(async () => {
    const anchor = { section: 'the-role', start: 30, before: 'which was ', after: ' in 2019' };
    const quote = 'a passage of an earlier edition that nobody can find';
    const about = { document: 'guide', chapter: 'the-role', note: 'Kept', tags: [] };
    await window.almanac.dispatch({
      ...{ type: 'highlight.add', ...about, kind: 'key', anchor: { ...anchor, quote } },
    });
  });
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Question' }).click();
  await expect.poll(() => notes.painted()).toEqual({ question: words });
  await expect(notes.cards).toHaveCount(1);
});

test('a section is bookmarked by its button and by keyboard, and says so in the outline', async ({
  app,
  page,
}) => {
  let guide = new Guide(page);
  await guide.outline('Quick facts').click();
  await expect(guide.heading('Quick facts')).toBeFocused();
  const button = page.getByRole('button', { name: 'Bookmark Quick facts' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const marked = guide.contents.getByRole('link', { name: 'Quick facts bookmarked' });
  await expect(marked).toBeVisible();
  await guide.outline('Who it suits').click();
  await expect(guide.outline('Who it suits')).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('Control+d');
  await expect(guide.contents.getByRole('link', { name: /bookmarked$/ })).toHaveCount(2);
  guide = new Guide(await app.restart());
  await expect(guide.contents.getByRole('link', { name: /bookmarked$/ })).toHaveCount(2);
  await app.page.getByRole('button', { name: 'Bookmark Quick facts' }).click();
  await expect(guide.contents.getByRole('link', { name: /bookmarked$/ })).toHaveCount(1);
});

for (const theme of ['light', 'dark', 'high contrast']) {
  test(`a marked chapter, the bar and the note have no fault that a machine can find, ${theme}`, async ({
    page,
  }) => {
    await new Palette(page).run(`theme ${theme}`);
    const notes = new Notes(page);
    for (const [passage, kind] of [
      [words, 'Key point'],
      ['For Medicare', 'For the exam'],
      [others, 'Question'],
    ] as const) {
      await notes.drag(passage);
      await notes.bar.getByRole('button', { name: kind }).click();
    }
    await notes.drag('the record of');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await notes.cards.first().click();
    await expectAccessible(page);
  });
}
