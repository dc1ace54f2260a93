import { expectAccessible, expectContrast } from './axe';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Ceus } from './pages/ceus';
import { Guide } from './pages/guide';
import { Notes } from './pages/notes';
import { Palette } from './pages/palette';
import { Study } from './pages/study';
import { skipFirstStart } from './skip-first-start';

const words = 'reads the record of a finished hospital stay';

test.beforeEach(async ({ app, page }) => {
  await app.resize(1280, 800);
  await skipFirstStart(page);
});

/** Adds cards without the form: `front 1`, `front 2` and so on, the last of them the newest. */
async function addMany(page: Page, count: number): Promise<void> {
  await page.evaluate(async (many) => {
    const at = (nth: number) => new Date(Date.UTC(2026, 0, 1) + nth * 1000).toISOString();
    const cards = Array.from({ length: many }, (_, nth) => ({
      ...{ id: `card-${nth}`, createdAt: at(nth), updatedAt: at(nth), source: null },
      ...{ front: `front ${nth + 1}`, back: `back ${nth + 1}`, tags: nth % 2 ? ['odd'] : [] },
    }));
    const none = { highlights: [], bookmarks: [] };
    const done = await window.almanac.dispatch({ type: 'notes.import', ...none, cards });
    if (!done.ok) throw new Error(done.problem.code);
  }, count);
}

/** A card whose words the guide does not have, as an earlier edition may have left it. */
async function addOrphan(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const quote = 'a passage of an earlier edition that nobody can find';
    const anchor = { section: 'the-role', start: 30, quote, before: 'which was ', after: ' in' };
    const source = { document: 'guide', chapter: 'the-role', anchor };
    const sides = { front: 'What was said?', back: 'Something else', tags: [] };
    await window.almanac.dispatch({ type: 'card.add', ...sides, source });
  });
}

test('without cards the screen says how they are made', async ({ page }) => {
  await new Study(page).open();
  await expect(page.getByText('Select words of the guide and choose “Card”')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Read the guide/ }).click();
  await expect(new Guide(page).title).toBeVisible();
});

test('selected words become a card that leads back to them, also after a reopen', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  const notes = new Notes(page);
  let study = new Study(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Card' }).click();
  await expect(study.side('Front')).toBeFocused();
  await expect(study.side('Back')).toHaveValue(words);
  await expect(study.form).toContainText('From The role at a glance');
  await page.keyboard.type('What does an inpatient coder read?');
  await study.tags.fill('#role #basics');
  await expectAccessible(page);
  await study.form.getByRole('button', { name: /^Add the card/ }).click();
  await expect(study.form).toBeHidden();
  await expect(
    page.getByText('Made the card “What does an inpatient coder read?”').first(),
  ).toBeVisible();
  await guide.chapter('Certification').click();
  await expect(guide.title).toHaveText('Certification');

  const again = await app.restart();
  study = await new Study(again).open();
  const card = study.card('What does an inpatient coder read?');
  await expect(card).toContainText(words);
  await expect(card).toContainText('Nov 22 · #role · #basics');
  await card.getByRole('button', { name: 'The role at a glance' }).click();
  await expect(new Guide(again).title).toHaveText('The role at a glance');
  await expect.poll(async () => (await new Guide(again).lit()).now.join('')).toBe(words);
  await expect(again.locator('[data-passage]:focus')).toContainText(words);
  await again.keyboard.press('Shift');
  await expect.poll(async () => (await new Guide(again).lit()).now).toEqual([]);
});

test('by keyboard alone: a paragraph becomes a card, its sides swapped', async ({ page }) => {
  const study = new Study(page);
  await new Guide(page).open();
  await expect(new Guide(page).heading('The role at a glance')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Front')).toBeFocused();
  await expect(study.side('Back')).toHaveValue(/^What an inpatient coder does/);
  await page.keyboard.press('Control+Shift+S');
  await expect(study.side('Front')).toHaveValue(/^What an inpatient coder does/);
  await expect(study.side('Back')).toHaveValue('');
  await page.keyboard.press('Control+Shift+S');
  // What is closed without an answer waits for the same words.
  await page.keyboard.type('What is this chapter about?');
  await page.keyboard.press('Escape');
  await expect(study.form).toBeHidden();
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Front')).toHaveValue('What is this chapter about?');
  await page.keyboard.press('Control+Enter');
  await expect(study.form).toBeHidden();
  await expect(page.locator('article .summary')).toBeFocused();

  // The bar has it too, behind the kinds.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+Shift+H');
  const bar = new Notes(page).bar;
  await expect(bar.getByRole('button', { name: 'Key point' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(bar.getByRole('button', { name: 'To an activity' })).toBeFocused();
  await page.keyboard.press('Escape');
  await new Palette(page).run('Make a card of these words');
  await expect(study.side('Front')).toBeFocused();
  await page.keyboard.press('Escape');
  await study.open();
  await expect(study.cards).toHaveCount(1);
});

test('a term of the passage can be the front', async ({ page }) => {
  const study = new Study(page);
  await new Guide(page).open();
  await expect(new Guide(page).heading('The role at a glance')).toBeFocused();
  for (let nth = 0; nth < 2; nth += 1) await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Back')).toHaveValue(/^An inpatient coder reads/);
  const terms = study.form.getByRole('group', { name: 'Terms in the passage' });
  await expect(terms.getByRole('button')).toHaveText(['ICD-10-CM', 'ICD-10-PCS']);
  await expectAccessible(page);
  await terms.getByRole('button', { name: 'ICD-10-PCS' }).click();
  await expect(study.side('Front')).toHaveValue('ICD-10-PCS');
  await expect(study.side('Front')).toBeFocused();
  await expect(terms).toHaveCount(0);
});

test('a highlight becomes a card, and its note is kept', async ({ page }) => {
  await new Guide(page).open();
  const notes = new Notes(page);
  const study = new Study(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Note' }).click();
  await expect(notes.dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Why finished?');
  await notes.dialog.getByRole('button', { name: 'Make a card' }).click();
  await expect(study.side('Back')).toHaveValue(words);
  await study.side('Front').fill('Which record?');
  await page.keyboard.press('Control+Enter');
  await expect(study.form).toBeHidden();
  await expect(notes.cards).toContainText('Why finished?');
  await study.open();
  await expect(study.card('Which record?')).toContainText(words);
});

test('words become a date, which the form proposes and the user completes', async ({ page }) => {
  await new Guide(page).open();
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'Date' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a date' });
  await expect(dialog.getByLabel('What is it?')).toHaveValue(words);
  await expect(dialog.getByLabel('Note')).toHaveValue(`“${words}”\nThe role at a glance (guide)`);
  await dialog.getByLabel('Date', { exact: true }).fill('3/13/2027');
  await dialog.getByRole('button', { name: 'Add the date' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Added ${words}`).first()).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: 'Calendar' })
    .click();
  await expect(page.getByText(words).first()).toBeVisible();
});

test('a day that the words name is proposed', async ({ page }) => {
  await new Guide(page).open();
  const notes = new Notes(page);
  await new Guide(page).chapter('The code-set year').click();
  await notes.drag('October 1');
  await notes.bar.getByRole('button', { name: 'Date' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a date' });
  await expect(dialog.getByLabel('Date', { exact: true })).toHaveValue('Oct 1, 2027');
});

test('words go to the end of an activity’s note, and undo takes them away again', async ({
  page,
}) => {
  const ceus = new Ceus(page);
  await page.evaluate(async () => {
    const about = { hours: 100, sponsor: '', indexNumber: '', claims: [] };
    for (const [title, completedOn, note] of [
      ['Coding roundtable', '2026-11-20', 'Bring the handout.'],
      ['Older webinar', '2026-11-02', ''],
    ] as const) {
      const command = { type: 'activity.log' as const, title, completedOn, note, ...about };
      await window.almanac.dispatch(command);
    }
  });
  await new Guide(page).open();
  const notes = new Notes(page);
  await notes.drag(words);
  await notes.bar.getByRole('button', { name: 'To an activity' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to an activity' });
  const rows = dialog.getByRole('list', { name: 'Activities' }).getByRole('button');
  await expect(rows).toHaveText([/^Coding roundtable/, /^Older webinar/]);
  await expectAccessible(page);
  await page.keyboard.type('older');
  await expect(rows).toHaveCount(1);
  await dialog.getByLabel('Activity').fill('round');
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText('Added words to the note of “Coding roundtable”').first(),
  ).toBeVisible();
  const note = ceus.entry.getByLabel('Note');
  await ceus.open();
  await ceus.edit('Coding roundtable');
  await expect(note).toHaveValue(`Bring the handout.\n\n“${words}”\nThe role at a glance (guide)`);
  await ceus.done();
  await page.keyboard.press('Control+z');
  await ceus.edit('Coding roundtable');
  await expect(note).toHaveValue('Bring the handout.');
});

test('cards are listed, found, edited, deleted and brought back', async ({ app, page }) => {
  let study = await new Study(page).open();
  await study.add('What is POA?', 'Present on admission', '#poa #exam');
  await study.add('What is an MCC?', '', '#drg');
  await addOrphan(page);
  await expect(study.cards).toHaveText([/What was said/, /an MCC\?\s*No answer yet/, /POA/]);
  await expect(study.card('What was said?')).toContainText('the passage has changed since');
  await expect(study.card('What was said?')).toContainText('that nobody can find');
  await expect(study.card('What was said?').getByRole('button')).toHaveText(['Edit', 'Delete']);
  await expectAccessible(page);

  await page.keyboard.press('Control+Shift+F');
  await expect(study.words).toBeFocused();
  await page.keyboard.type('ADMISSION poa');
  await expect(study.cards).toHaveText([/What is POA/]);
  await expect(page.getByText('1 of 3 cards')).toBeVisible();
  await study.words.fill('zzxyqq');
  await expect(page.getByText('No card is like that.')).toBeVisible();
  await study.words.fill('');
  await page.getByRole('combobox', { name: 'Tag All tags' }).click();
  await page.getByRole('option', { name: '#drg' }).click();
  await expect(study.cards).toHaveText([/What is an MCC/]);
  await page.getByRole('combobox', { name: 'Tag #drg' }).click();
  await page.getByRole('option', { name: 'All tags' }).click();
  await page.getByRole('combobox', { name: 'Order Newest first' }).click();
  await page.getByRole('option', { name: 'As in the guide' }).click();
  await expect(study.cards).toHaveText([/What was said/, /MCC/, /POA/]);

  await study.card('an MCC').getByRole('button', { name: 'Edit' }).click();
  await study.side('Front').fill('');
  await page.keyboard.press('Control+Enter');
  await expect(study.form).toContainText('The front of the card is empty.');
  await study.side('Front').fill('What is an MCC?');
  await study.side('Back').fill('A major complication or comorbidity');
  await study.form.getByRole('button', { name: /^Keep the changes/ }).click();
  await expect(study.card('an MCC')).toContainText('A major complication or comorbidity');

  await study.card('POA').getByRole('button', { name: 'Delete' }).click();
  await expect(study.cards).toHaveCount(2);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(study.cards).toHaveCount(3);
  study = await new Study(await app.restart()).open();
  await expect(study.cards).toHaveText([/said/, /A major complication/, /POA/]);
});

test('what is typed into a card is kept when another place is gone to', async ({ app, page }) => {
  const study = await new Study(page).open();
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Front')).toBeFocused();
  await page.keyboard.type('Half a question');
  await page.keyboard.press('Control+1');
  await expect(page.getByText('Made the card “Half a question”').first()).toBeVisible();
  await study.open();
  await expect(study.card('Half a question')).toBeVisible();
  await page.keyboard.press('Control+Shift+K');
  await expect(study.side('Front')).toBeFocused();
  await page.keyboard.type('Typed when the window closed');
  const again = await app.restart();
  await new Study(again).open();
  await expect(new Study(again).card('Typed when the window closed')).toBeVisible();
});

test('five thousand cards are there, the newest hundred at first', async ({ page }) => {
  await addMany(page, 5000);
  const study = await new Study(page).open();
  await expect(page.getByText('5000 cards')).toBeVisible();
  await expect(study.cards).toHaveCount(100);
  await expect(study.cards.first()).toContainText('front 5000');
  await page.getByRole('button', { name: 'Show 100 more of 5000' }).click();
  await expect(study.cards).toHaveCount(200);
  await study.words.fill('odd');
  await expect(page.getByText('2500 of 5000 cards')).toBeVisible();
  await expect(study.cards).toHaveCount(100);
  await study.words.fill('BACK 4321');
  await expect(study.cards).toHaveText([/^\s*front 4321/]);
});

for (const theme of ['light', 'dark', 'high contrast']) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`cards and their form have no fault that a machine can find, ${theme}`, async ({ page }) => {
    await new Palette(page).run(`theme ${theme}`);
    await addOrphan(page);
    await addMany(page, 3);
    const study = await new Study(page).open();
    await expectSound(page);
    await study.card('What was said?').getByRole('button', { name: 'Edit' }).click();
    await expect(study.side('Front')).toBeFocused();
    await expectSound(page);
  });
}
