import { expect, test } from './fixtures';
import { Documents } from './pages/documents';
import { FakeVoices } from './pages/fake-voices';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { Study } from './pages/study';
import { skipFirstStart } from './skip-first-start';
import type { Page } from '@playwright/test';

const title = 'Queries that comply (invented)';
const filler = 'The record is read from the first page to the last, and then once more.\n\n'.repeat(
  12,
);
const words = 'Open questions never lead the physician';
const queries = `# ${title}\n\nAsk when the record conflicts. Ask when it is unclear.\n\n## When to ask\n\n${filler}\n\n## How to word it\n\n${words}, and they are kept.\n\n${filler}`;

test.beforeEach(async ({ app, page }) => {
  await app.resize(1280, 800);
  await skipFirstStart(page);
});

async function makeCard(page: Page): Promise<void> {
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Card' }).click();
  const study = new Study(page);
  await expect(study.form).toContainText(`From ${title}, How to word it`);
  await study.side('Front').fill('How is a query worded?');
  await study.form.getByRole('button', { name: /^Add the card/ }).click();
  await expect(study.form).toBeHidden();
}

test('a card of own words leads back to them, and keeps them where they are gone', async ({
  app,
  page,
}) => {
  await new Guide(page).open();
  await new Documents(page).add('queries.md', queries, title);
  await makeCard(page);

  const again = await app.restart();
  const documents = new Documents(again);
  const card = (await new Study(again).open()).card('How is a query worded?');
  await card.getByRole('button', { name: title }).click();
  await documents.isRead(title);
  await expect.poll(async () => (await new Guide(again).lit()).now.join('')).toBe(words);
  await expect(again.locator('[data-passage]:focus')).toContainText(words);
  await expect(again.locator('[data-passage]:focus')).toBeInViewport();

  const other = queries.replace(`${words}, and they are kept.`, 'Nothing of it is left.');
  await documents.drop({ name: 'queries.md', text: other });
  await documents.question.getByRole('button', { name: 'New version of it' }).click();
  await expect(documents.text).not.toContainText(words);
  await (
    await new Study(again).open()
  )
    .card('How is a query worded?')
    .getByRole('button', { name: title })
    .click();
  await expect(again.getByText(`These words are no longer in “${title}”.`).first()).toBeVisible();
  await documents.isRead(title);

  await documents.more(title, 'Delete this document');
  await expect(documents.link(title)).toBeHidden();
  await new Study(again).open();
  await expect(card).toContainText(`${title}, which was deleted`);
  await expect(card).toContainText(words);
  await expect(card.getByRole('button')).toHaveText(['Edit', 'Delete']);
});

test('a date made of own words quotes the document’s title', async ({ page }) => {
  await new Guide(page).open();
  await new Documents(page).add('queries.md', queries, title);
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Date' }).click();
  const note = page.getByRole('dialog', { name: 'Add a date' }).getByLabel('Note');
  await expect(note).toHaveValue(`“${words}”\n${title}, How to word it`);
});

test('a text of the user’s own is read aloud, from section to section', async ({ page }) => {
  const voices = await new FakeVoices(page).install([
    { name: 'Home American', lang: 'en-US', localService: true },
  ]);
  await new Guide(page).open();
  await new Documents(page).add('queries.md', queries, title);
  await page.getByRole('button', { name: 'Read aloud' }).click();
  for (const said of [title, 'Ask when the record conflicts.', 'Ask when it is unclear.']) {
    await voices.reads(said);
    await voices.end();
  }
  await voices.reads('When to ask');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Reading aloud' })).toBeHidden();

  // From the section that one went to, on to the end of the text.
  await new Documents(page).list.getByRole('link', { name: 'How to word it' }).click();
  await page.keyboard.press('Control+Shift+L');
  await voices.reads('How to word it');
  await voices.end();
  await voices.reads(`${words}, and they are kept.`);
  await new Guide(page).chapter('Certification').click();
  await expect(page.getByRole('group', { name: 'Reading aloud' })).toBeHidden();
  expect(await voices.now()).toBeNull();
});

test('the guide’s print and PDF are not offered while a text of the user’s own is open', async ({
  page,
}) => {
  const guide = await new Guide(page).open();
  await expect(page.getByRole('button', { name: 'Print and PDF' })).toBeVisible();
  await new Documents(page).add('queries.md', queries, title);
  await expect(page.getByRole('button', { name: 'Print and PDF' })).toHaveCount(0);
  const said = page.getByText(/Making the (pages|PDF)/);
  await page.keyboard.press('Control+p');
  const palette = new Palette(page);
  const ways = palette.found.filter({ hasText: /Print (this|the whole)|as PDF/ });
  await palette.open();
  await palette.words.fill('export');
  await expect(palette.found.first()).toBeVisible();
  await expect(ways).toHaveCount(0);
  await expect(said).toHaveCount(0);
  await page.keyboard.press('Escape');
  await guide.chapter('Certification').click();
  await expect(page.getByRole('button', { name: 'Print and PDF' })).toBeVisible();
  await palette.open();
  await palette.words.fill('export');
  await expect(ways.first()).toBeVisible();
});

test('notes of a deleted document are counted, with the way to bring it back', async ({ page }) => {
  await new Guide(page).open();
  const documents = new Documents(page);
  await documents.add('queries.md', queries, title);
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Key point' }).click();
  await expect(notes.bar).toBeHidden();
  await documents.more(title, 'Delete this document');
  await expect(documents.link(title)).toBeHidden();
  await new Palette(page).run('Notes and highlights');
  await expect(page.getByText('1 note belongs to a document in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Recently deleted' }).click();
  const trash = page.getByRole('region', { name: 'Recently deleted' });
  await expect(trash).toBeInViewport();
  await trash.getByRole('button', { name: `Restore “${title}”` }).click();
  await new Palette(page).run('Notes and highlights');
  await expect(page.getByRole('region', { name: title })).toContainText(words);
  await expect(page.getByText('belongs to a document in the trash')).toHaveCount(0);
});
