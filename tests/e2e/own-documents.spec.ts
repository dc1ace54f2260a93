import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { App } from './app';
import { expectAccessible, expectContrast } from './axe';
import { expect, test } from './fixtures';
import { Documents } from './pages/documents';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';

const title = 'Queries that comply (invented)';
const filler = 'The record is read from the first page to the last, and then once more.\n\n'.repeat(
  12,
);
const queries = `# ${title}

Ask when the record conflicts, is unclear or lacks a diagnosis.

## When to ask

A query names the *clinical indicators* and never leads the physician.

- Sepsis without a source
- Heart failure without its acuity

## What the record says

${filler}

## How to word it

Open questions, or choices that include “other” and “unable to determine”.

${filler}`;

test.beforeEach(async ({ app, page }) => {
  await app.resize(1280, 800);
  await skipFirstStart(page);
  await new Guide(page).open();
});

/** Where the one text lies that was added. */
async function fileOf({ folders }: App): Promise<string> {
  const folder = join(folders.data, 'documents');
  const [id = ''] = await readdir(folder);
  return join(folder, id, 'queries.md');
}

/** What another program does: it writes, and the user comes back to this window. */
async function change(app: App, edit: (text: string) => string): Promise<void> {
  const file = await fileOf(app);
  await writeFile(file, edit(await readFile(file, 'utf8')));
  await app.electron.evaluate(({ BrowserWindow, app: program }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.emit('focus');
    program.emit('browser-window-focus', {}, window);
  });
}

async function mark(page: Page, words: string, kind: string): Promise<void> {
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: kind }).click();
  await expect(notes.bar).toBeHidden();
}

test('a file dropped on the guide is read like a chapter, and found again where it was left', async ({
  app,
  page,
}) => {
  const documents = new Documents(page);
  await expect(documents.list).toContainText('Drop a Markdown file here');
  await documents.add('queries.md', queries, title);
  await expect(documents.text.locator('em')).toHaveText('clinical indicators');
  await expect(documents.list.getByRole('link')).toHaveText([
    ...[title, 'When to ask', 'What the record says', 'How to word it'],
  ]);
  await documents.link('How to word it').click();
  await expect(documents.text.getByRole('heading', { name: 'How to word it' })).toBeFocused();
  await expect(documents.link('How to word it')).toHaveAttribute('aria-current', 'location');
  const guide = new Guide(page);
  await guide.scrollBy(120);
  const line = await guide.firstLine();
  await guide.chapter('Certification').click();
  await expect(guide.title).toHaveText('Certification');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(documents.title).toHaveText(title);
  await expect.poll(() => guide.firstLine()).toBe(line);

  const again = await app.restart();
  const later = new Documents(again);
  await new Palette(again).run(title);
  await later.isRead(title);
  await expect.poll(() => new Guide(again).firstLine()).toBe(line);
});

test('a known name asks whether it is a new version or another text', async ({ page }) => {
  const documents = new Documents(page);
  await documents.add('queries.md', queries, title);
  await documents.drop({ name: 'queries.md', text: queries });
  await expect(page.getByText('queries.md is here already').first()).toBeVisible();

  const next = queries.replace(title, 'Queries, second edition');
  await documents.drop({ name: 'queries.md', text: next });
  await documents.question.getByRole('button', { name: 'Leave it out' }).click();
  await expect(documents.question).toBeHidden();
  await expect(documents.title).toHaveText(title);

  await documents.drop({ name: 'queries.md', text: next });
  await documents.question.getByRole('button', { name: 'Another document' }).click();
  await documents.isRead('Queries, second edition');
  await expect(documents.link(title)).toBeVisible();

  await documents.link(title).click();
  await documents.isRead(title);
  const third = queries.replace(title, 'Queries, third edition');
  await documents.drop({ name: 'queries.md', text: third });
  await documents.question.getByRole('button', { name: 'New version of it' }).click();
  await expect(documents.list.getByRole('link', { name: /^Queries/ })).toHaveCount(2);
});

test('what another program changes is shown in place, and what was marked moves along', async ({
  app,
  page,
}) => {
  const documents = new Documents(page);
  const notes = new Notes(page);
  await documents.add('queries.md', queries, title);
  await mark(page, 'clinical indicators', 'Key point');
  await mark(page, 'Sepsis without a source', 'Question');
  await documents.link('How to word it').click();
  await expect(documents.link('How to word it')).toHaveAttribute('aria-current', 'location');
  await change(app, (text) =>
    text
      .replace('## When to ask', `## Before\n\n${filler}\n\n## When to ask`)
      .replace('A query names', 'Any query, said the committee, names')
      .replace('- Sepsis without a source\n', ''),
  );
  await expect(documents.link('Before')).toBeVisible();
  await expect(documents.link('How to word it')).toHaveAttribute('aria-current', 'location');
  await documents.link('When to ask').click();
  await expect.poll(() => notes.painted()).toEqual({ key: 'clinical indicators' });

  await new Palette(page).run('Notes and highlights');
  const changed = page.getByRole('region', { name: 'The passage has changed' });
  await expect(changed.getByRole('listitem')).toHaveCount(1);
  await expect(changed).toContainText('Sepsis without a source');
  await expect(changed).toContainText(title);

  await documents.link(title).click();
  await documents.more(title, 'The text before its last change');
  await expect(documents.text).toContainText('Sepsis without a source');
  await expect(documents.text).toContainText('The text before its last change');
  await page.getByRole('button', { name: 'Back to the text of now' }).click();
  await expect(documents.text).toContainText('said the committee');
});

test('a file that is gone is said, and what was read of it stays', async ({ app, page }) => {
  const documents = new Documents(page);
  await documents.add('queries.md', queries, title);
  await rm(await fileOf(app));
  await new Guide(page).chapter('Certification').click();
  await documents.link(title).click();
  await expect(documents.text).toContainText('is not in the documents folder');
  await expect(documents.text).toContainText('clinical indicators');
});

test('deleted it lies in the trash, and undo brings it back', async ({ page }) => {
  const documents = new Documents(page);
  await documents.add('queries.md', queries, title);
  await documents.more(title, 'Delete this document');
  await expect(documents.link(title)).toBeHidden();
  await expect(documents.title).toHaveText('The role at a glance');
  await page.keyboard.press('Control+z');
  await documents.link(title).click();
  await documents.isRead(title);
});

test('notes on it stand with the others: listed, gone to and exported', async ({ app, page }) => {
  const documents = new Documents(page);
  await documents.add('queries.md', queries, title);
  await mark(page, 'clinical indicators', 'For the exam');
  await page.getByRole('button', { name: 'Bookmark How to word it' }).click();
  await new Guide(page).chapter('The role at a glance').click();
  await new Palette(page).run('Notes and highlights');
  const group = page.getByRole('region', { name: title });
  await expect(group.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Bookmarks' })).toContainText('How to word it');
  const file = join(app.folders.home, 'notes.md');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export to Markdown' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('clinical indicators');
  expect(await readFile(file, 'utf8')).toContain('## Queries that comply');

  await group.getByRole('button', { name: 'Go to it' }).click();
  await documents.isRead(title);
  await expect.poll(() => new Notes(page).painted()).toEqual({ exam: 'clinical indicators' });

  await app.restart();
  const again = new Documents(app.page);
  await again.link(title).click();
  await again.isRead(title);
  await expect.poll(() => new Notes(app.page).painted()).toEqual({ exam: 'clinical indicators' });
});

test('the search finds texts and notes, lights the words and goes on from hit to hit', async ({
  page,
}) => {
  const documents = new Documents(page);
  const guide = new Guide(page);
  await documents.add('queries.md', queries, title);
  await mark(page, 'Heart failure without its acuity', 'Question');
  await guide.chapter('The role at a glance').click();
  for (const [typed, hits] of [
    ['indicators', 1],
    ['indicat', 1],
    ['indicatros', 1],
    ['"unable to determine"', 1],
    ['"determine to unable"', 0],
  ] as const) {
    await guide.find(typed);
    await expect(documents.found.getByRole('button')).toHaveCount(hits);
  }
  await guide.find('acuity');
  await expect(documents.foundNotes.getByRole('button')).toHaveCount(1);
  await documents.found.getByRole('button').click();
  await documents.isRead(title);
  await expect.poll(async () => (await guide.lit()).now).toEqual(['acuity']);
  await page.keyboard.press('F3');
  await expect(documents.foundNotes.getByRole('button')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(documents.title).toHaveText(title);
});

test('a text of five megabytes shows early, and only what is near is drawn', async ({ page }) => {
  const documents = new Documents(page);
  const guide = new Guide(page);
  const paragraph = 'A patient was **admitted** with pneumonia, and the record says so. '.repeat(5);
  const text = Array.from(
    { length: 3720 },
    (_, at) =>
      `${at % 6 === 0 ? `## Part ${at / 6}\n\n` : ''}${paragraph.repeat(4)}\n\n- one\n- two`,
  ).join('\n\n');
  expect(text.length).toBeGreaterThan(4_900_000);
  await documents.drop({ name: 'large.md', text: `# A large text\n\n${text}\n\nThe last line.` });
  await documents.isRead('A large text');
  const drawn = () => page.locator('article [data-passage]').count();
  expect(await drawn()).toBeLessThan(400);
  await documents.link('Part 619').click();
  await expect(documents.text.getByRole('heading', { name: 'Part 619' })).toBeInViewport();
  await expect(documents.text.getByText('The last line.')).toBeAttached();
  await documents.link('Part 300').click();
  await expect(documents.text.getByRole('heading', { name: 'Part 300' })).toBeFocused();
  await expect(documents.text.getByRole('heading', { name: 'Part 300' })).toBeInViewport();
  expect(await drawn()).toBeLessThan(1200);
  await guide.find('"the last line"');
  await documents.found.getByRole('button').click();
  await expect.poll(async () => (await guide.lit()).now).toEqual(['The last line']);
});

for (const theme of ['light', 'dark', 'high contrast']) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`a text of the user’s own has no fault that a machine can find, ${theme}`, async ({
    page,
  }) => {
    await new Palette(page).run(`theme ${theme}`);
    const documents = new Documents(page);
    await documents.add('queries.md', queries, title);
    await mark(page, 'clinical indicators', 'Key point');
    await expectSound(page);
    await documents.drop({ name: 'queries.md', text: `${queries}more` });
    await expect(documents.question).toBeVisible();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await new Guide(page).find('record');
    await expect(documents.found.getByRole('button').first()).toBeVisible();
    await expectSound(page);
  });
}
