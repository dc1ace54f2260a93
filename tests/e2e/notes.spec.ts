import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app';
import { expectAccessible, expectContrast } from './axe';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { Study } from './pages/study';
import { skipFirstStart } from './skip-first-start';

const words = 'reads the record of a finished hospital stay';
const others = 'those codes decide how the stay is grouped';

test.beforeEach(async ({ app, page }) => {
  await app.resize(1280, 800);
  await skipFirstStart(page);
  await new Guide(page).open();
});

/** A highlight whose words the guide does not have, as an earlier edition may have left it. */
async function addOrphan(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const anchor = { section: 'the-role', start: 30, before: 'which was ', after: ' in 2019' };
    const quote = 'a passage of an earlier edition that nobody can find';
    const about = { document: 'guide', chapter: 'the-role', note: 'Kept', tags: [] };
    await window.almanac.dispatch({
      ...{ type: 'highlight.add', ...about, kind: 'key', anchor: { ...anchor, quote } },
    });
  });
}

/** The system's dialogs answer with this file, as if it had been chosen. */
async function choose(app: App, path: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

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
  await app.resize(900, 700);
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
  await expect(notes.bar.getByRole('button', { name: 'Key point' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(notes.bar).toBeHidden();
  await expect(page.locator('article p[data-passage]:focus')).toContainText(
    'inpatient coder reads',
  );
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Shift+H');
  await expect(notes.bar.getByRole('button', { name: 'Key point' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await notes.painted())['key']).toBe('reads the');

  // What is marked is reached by Tab and opened by Enter.
  await notes.cards.filter({ hasText: 'Key point' }).focus();
  await page.keyboard.press('Enter');
  await expect(notes.dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
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
  const ends = async () => {
    const first = await row.getByRole('cell').first().boundingBox();
    const last = await row.getByRole('cell').last().boundingBox();
    if (!first || !last) throw new Error('the row is not to be seen');
    return [
      { x: first.x, y: first.y + 14 },
      { x: last.x + last.width - 4, y: last.y + last.height - 8 },
    ] as const;
  };
  await notes.dragBetween(ends, /^Inpatient credentials[^]*from AAPC/);
  await notes.bar.getByRole('button', { name: 'Key point' }).click();
  await expect
    .poll(async () => (await notes.painted())['key'])
    .toBe('Inpatient credentialsCCS and, for the first step, CCA from AHIMA; CIC from AAPC');
});

test('words that are no longer in the text are painted nowhere', async ({ page }) => {
  const notes = new Notes(page);
  await addOrphan(page);
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

test('all notes are listed, narrowed down, gone to, edited and deleted', async ({ page }) => {
  const notes = new Notes(page);
  const guide = new Guide(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'For the exam' }).click();
  await notes.drag(others);
  await notes.bar.getByRole('button', { name: 'Note' }).click();
  await expect(notes.dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Ask about outliers.');
  await notes.dialog.getByRole('textbox', { name: 'Tags' }).fill('#drg');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bookmark The role at a glance' }).click();
  await addOrphan(page);

  await new Palette(page).run('Notes and highlights');
  await expect(page.getByRole('heading', { level: 1, name: 'Notes and highlights' })).toBeFocused();
  const changed = page.getByRole('region', { name: 'The passage has changed' });
  const chapter = page.getByRole('region', { name: 'The role at a glance' });
  await expect(changed.getByRole('listitem')).toHaveText([/that nobody can find\s*Kept/]);
  await expect(changed.getByRole('button', { name: 'Go to it' })).toHaveCount(0);
  await expect(chapter.getByRole('listitem')).toHaveText([
    /reads the record .*For the exam/s,
    /those codes .*Ask about outliers.*Key point · Nov 22 · #drg/s,
  ]);
  await expect(page.getByRole('region', { name: 'Bookmarks' })).toContainText(
    'The role at a glance',
  );

  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('OUTLIERS drg');
  await expect(page.getByText('1 of 3 highlights')).toBeVisible();
  await expect(changed).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('zzxyqq');
  await expect(page.getByText('No highlight is like that.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('');
  await page.getByRole('combobox', { name: 'Kind All kinds' }).click();
  await page.getByRole('option', { name: 'For the exam' }).click();
  await expect(chapter.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Kind For the exam' }).click();
  await page.getByRole('option', { name: 'All kinds' }).click();
  await page.getByRole('combobox', { name: 'Tag All tags' }).click();
  await page.getByRole('option', { name: '#drg' }).click();
  await expect(chapter.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);

  await chapter.getByRole('button', { name: 'Edit' }).click();
  await notes.dialog.getByRole('textbox', { name: 'Note' }).fill('Ask about transfers.');
  await notes.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(chapter).toContainText('Ask about transfers.');
  await chapter.getByRole('button', { name: 'Go to it' }).click();
  await expect(guide.title).toHaveText('The role at a glance');
  await expect(notes.cards.filter({ hasText: 'Ask about transfers.' })).toBeFocused();

  await guide.contents.getByRole('link', { name: 'Notes and highlights' }).click();
  await changed.getByRole('button', { name: 'Delete' }).click();
  await expect(changed).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(changed).toContainText('that nobody can find');
  await guide.chapter('Certification').click();
  await expect(guide.title).toHaveText('Certification');
});

test('notes are exported, and the file read in twice brings each of them once', async ({
  app,
  page,
}) => {
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'For the exam' }).click();
  await page.getByRole('button', { name: 'Bookmark The role at a glance' }).click();
  await addOrphan(page);
  await new Palette(page).run('Notes and highlights');
  const markdown = join(app.folders.home, 'notes.md');
  const json = join(app.folders.home, 'notes.json');
  await choose(app, markdown);
  await page.getByRole('button', { name: 'Export to Markdown' }).click();
  await expect(page.getByText('Exported 2 highlights').first()).toBeVisible();
  const text = await readFile(markdown, 'utf8');
  expect(text).toContain(`## The role at a glance\n\n> ${words}\n\nFor the exam · 2026-11-22`);
  expect(text).toContain('## Passages that have changed');
  await choose(app, json);
  await page.getByRole('button', { name: 'Export to JSON' }).click();
  await expect.poll(() => readFile(json, 'utf8').catch(() => '')).toContain(words);

  const items = page
    .getByRole('region', { name: /role at a glance|has changed/ })
    .getByRole('listitem');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('All of these notes are here already').first()).toBeVisible();
  await expect(items).toHaveCount(2);

  for (let left = 1; left >= 0; left -= 1) {
    await items.first().getByRole('button', { name: 'Delete' }).click();
    await expect(items).toHaveCount(left);
  }
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(items).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(items).toHaveCount(0);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(items).toHaveCount(2);

  await choose(app, markdown);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(
    page.getByText('The file holds no notes that were exported from here.'),
  ).toBeVisible();
  await choose(app, join(app.folders.home, 'not there.json'));
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText(/^The file could not be read/)).toBeVisible();
});

test('words of a correction in the margin are marked as those of the text are', async ({
  app,
  page,
}) => {
  const right = 'The occupation is now called Medical Records Specialists';
  let notes = new Notes(page);
  await notes.drag(right);
  await notes.bar.getByRole('button', { name: 'Question' }).click();
  await expect.poll(() => notes.painted()).toEqual({ question: right });
  await expect(notes.cards).toContainText(right);
  notes = new Notes(await app.restart());
  await expect.poll(() => notes.painted()).toEqual({ question: right });
  await new Palette(app.page).run('Notes and highlights');
  const chapter = app.page.getByRole('region', { name: 'The role at a glance' });
  await chapter.getByRole('button', { name: 'Go to it' }).click();
  await expect(notes.cards).toBeFocused();
  await notes.cards.click();
  await notes.dialog.getByRole('button', { name: 'Make a card' }).click();
  const study = new Study(app.page);
  await expect(study.form).toContainText('From The role at a glance, Quick facts');
  await study.side('Front').fill('What is the occupation called?');
  await app.page.keyboard.press('Control+Enter');
  await expect(study.form).toBeHidden();
  await study.open();
  await study.cards.getByRole('button', { name: 'The role at a glance, Quick facts' }).click();
  await expect.poll(async () => (await new Guide(app.page).lit()).now.join('')).toBe(right);
});

test('cards are in the files too, and come back from them', async ({ app, page }) => {
  const study = new Study(page);
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Card' }).click();
  await study.side('Front').fill('What is read?');
  await study.tags.fill('#role');
  await page.keyboard.press('Control+Enter');
  await expect(study.form).toBeHidden();
  await new Palette(page).run('Notes and highlights');
  await expect(page.getByText('Your card goes into these files too.')).toBeVisible();
  const markdown = join(app.folders.home, 'cards.md');
  const json = join(app.folders.home, 'cards.json');
  await choose(app, markdown);
  await page.getByRole('button', { name: 'Export to Markdown' }).click();
  await expect(page.getByText('Exported 0 highlights and 1 card').first()).toBeVisible();
  expect(await readFile(markdown, 'utf8')).toContain(
    `## Cards\n\n### What is read?\n\n${words}\n\nThe role at a glance · \\#role`,
  );
  await choose(app, json);
  await page.getByRole('button', { name: 'Export to JSON' }).click();
  await expect.poll(() => readFile(json, 'utf8').catch(() => '')).toContain('What is read?');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('All of these notes are here already').first()).toBeVisible();

  await study.open();
  await study.card('What is read?').getByRole('button', { name: 'Delete' }).click();
  await expect(study.cards).toHaveCount(0);
  await new Palette(page).run('Notes and highlights');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('Imported notes').first()).toBeVisible();
  const again = await new Study(await app.restart()).open();
  await expect(again.card('What is read?')).toContainText(words);
  await expect(again.card('What is read?').getByRole('button')).toHaveText([
    ...['The role at a glance', 'Edit', 'Delete'],
  ]);
});

for (const theme of ['light', 'dark', 'high contrast']) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
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
    await expectSound(page);
    await page.keyboard.press('Escape');
    await notes.cards.first().click();
    await expectSound(page);
  });
}
