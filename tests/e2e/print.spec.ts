import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chaptersIn } from './guide-files';
import { readGuide } from '../../src/core/guide/guide';
import { sourcesOnPaper } from '../../src/core/guide/paper';
import type { Chapter } from '../../src/core/guide/parse';
import type { App } from './app';
import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { Palette } from './pages/palette';
import { contentsOf, flat, infoOf, pagesOf, wordsOf } from './pdf';
import { skipFirstStart } from './skip-first-start';

const folder = resolve(import.meta.dirname, '../../content/guide');
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const content = readGuide({
  chapters: chaptersIn(folder),
  corrections: json('corrections.json'),
  sources: json('sources.json'),
  glossary: json('glossary.json'),
});

/** The system's dialog answers with this file, as if it had been chosen; what it was asked stays to be read. */
async function choose(app: App, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      Object.assign(globalThis, { askedToSave: args.at(-1) });
      return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
    };
  }, path);
}

/** Lets the palette save a PDF and waits until it is there. */
async function save(app: App, action: string, path: string): Promise<string[]> {
  await choose(app, path);
  await new Palette(app.page).run(action);
  await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  return pagesOf(path);
}

/** Where each entry of the contents says that it stands: a name, then its page at the end of the line. */
function contentsIn(pages: readonly string[]): { name: string; page: number }[] {
  const lines = pages.flatMap((page) => page.split('\n'));
  const start = lines.findIndex((line) => line.trim() === 'Contents');
  const end = lines.findIndex((line) => /^Chapter \d+ · checked/.test(line.trim()));
  return lines.slice(start, end).flatMap((line) => {
    const found = /^\s*(?:\d{1,2}\s+)?(\S.*?)\s{2,}(\d+)$/.exec(line);
    if (!found || /Coder’s Almanac$/.test(found[1] ?? '')) return [];
    return [{ name: found[1] ?? '', page: Number(found[2]) }];
  });
}

/** The contents name each section in its order, and each stands as a title on the page that they name. */
function expectContents(pages: readonly string[], chapters: readonly Chapter[], more: string[]) {
  const contents = contentsIn(pages);
  const names = chapters.flatMap(({ sections }) => [
    ...sections.map((one) => one.title),
    'Sources',
  ]);
  expect(contents.map(({ name }) => name)).toEqual([...names, ...more]);
  for (const { name, page } of contents) {
    // A long title goes over two lines, which hold nothing else.
    const words = name.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
    const title = new RegExp(`^\\s*${words.join('\\s+')}\\s*$`, 'm');
    expect(pages[page - 1], `“${name}” stands on page ${page}`).toMatch(title);
  }
  const numbers = contents.map(({ page }) => page);
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
}

function expectFeet(pages: readonly string[], title: string) {
  for (const [at, page] of pages.entries()) {
    expect(flat(page.trimEnd().split('\n').at(-1) ?? '')).toBe(
      `${title} · Coder’s Almanac ${at + 1}`,
    );
  }
}

/** All that a chapter says, its corrections with their label, and its numbered sources. */
function expectChapter(pages: readonly string[], chapter: Chapter) {
  const text = flat(pages.join('\n'));
  const found = new Set(wordsOf(pages.join('\n')));
  const missing = wordsOf(chapter.sections.map((one) => one.text).join(' ')).filter(
    // A note's number stands close to the word before it.
    (word) => !found.has(word) && ![...found].some((one) => one.startsWith(word)),
  );
  expect(missing).toEqual([]);
  const joined = text.replace(/[\s]+/g, '');
  for (const { id } of chapter.sections) {
    for (const { said, right } of content.correctionsOf(id)) {
      expect(joined).toContain(`Oftensaid${said}Right${right}`.replace(/\s+/g, ''));
    }
  }
  for (const [at, id] of sourcesOnPaper(content, chapter).entries()) {
    const { title, url } = content.sources[id]!;
    const line = `${at + 1}.${title}${url ?? ''}Checked`.replace(/\s+/g, '');
    expect(joined, `source ${at + 1}`).toContain(line);
  }
}

test.beforeEach(async ({ page }) => {
  await skipFirstStart(page);
});

test('a chapter as PDF has its title, contents with page numbers, corrections, sources and page numbers', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.chapter('Certification').click();
  await expect(guide.title).toHaveText('Certification');
  const file = join(app.folders.home, 'Certification.pdf');
  await page.getByRole('button', { name: 'Print and PDF' }).click();
  await expectAccessible(page);
  await choose(app, file);
  await page.getByRole('menuitem', { name: 'Save this chapter as PDF' }).click();
  await expect(page.getByText('Saved “Certification” as PDF').first()).toBeVisible({
    timeout: 60_000,
  });
  const asked = await app.electron.evaluate(
    () => (globalThis as unknown as { askedToSave: object }).askedToSave,
  );
  expect(asked).toMatchObject({ defaultPath: 'Coders Almanac - Certification.pdf' });

  const chapter = content.chapters.find(({ id }) => id === 'certification')!;
  const pages = await pagesOf(file);
  expect(flat(pages[0] ?? '')).toMatch(
    /^Coder’s Almanac Chapter 6 of 10 of the guide Certification/,
  );
  expect(flat(pages[0] ?? '')).toContain('Edition of Nov 22, 2026');
  expectContents(pages, [chapter], []);
  expectFeet(pages, 'Certification');
  expectChapter(pages, chapter);
  expect(pages.join('\n')).toMatch(/Correction · (Wrong|Outdated|No source found)/);
  expect(await infoOf(file)).toMatchObject({
    ...{ Title: 'Certification · Coder’s Almanac', Tagged: 'yes' },
    'Page size': '612 x 792 pts (letter)',
  });
});

test('the whole guide as PDF leaves nothing out, and its contents are right', async ({
  app,
  page,
}) => {
  await new Guide(page).open();
  const pages = await save(
    app,
    'Save the whole guide as PDF',
    join(app.folders.home, 'The guide.pdf'),
  );
  expect(flat(pages[0] ?? '')).toContain(
    'The guide For US hospital inpatient coders, in 10 chapters',
  );
  expectContents(pages, content.chapters, ['Glossary']);
  expectFeet(pages, 'The guide');
  for (const chapter of content.chapters) expectChapter(pages, chapter);
  const glossary = flat(
    pages.slice(pages.findLastIndex((one) => /^\s*Glossary$/m.test(one))).join(' '),
  );
  for (const { term, text } of content.glossary) {
    expect(glossary.replace(/\s+/g, '')).toContain(term.replace(/\s+/g, ''));
    expect(glossary.replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''));
  }
  // A reference to another chapter names the page of what it leads to.
  const other = contentsIn(pages).find(({ name }) => name === 'CCS and CCA')!;
  expect(flat(pages.join(' '))).toContain(`The exam is open to you (p. ${other.page});`);
});

test('the same chapter gives the same pages, also on another day', async ({ app, page }) => {
  await new Guide(page).open();
  const [one, other] = [join(app.folders.home, 'one.pdf'), join(app.folders.home, 'other.pdf')];
  await save(app, 'Save this chapter as PDF', one);
  const again = await app.restart({ now: '2027-03-04T10:00:00Z' });
  await new Guide(again).open();
  await save(app, 'Save this chapter as PDF', other);
  expect(await contentsOf(other)).toEqual(await contentsOf(one));
});

test('the paper is chosen in the menu and holds after a reopen', async ({ app, page }) => {
  await new Guide(page).open();
  const menu = page.getByRole('button', { name: 'Print and PDF' });
  await menu.click();
  await expect(page.getByRole('menuitemradio', { name: 'Paper: US Letter' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Paper: A4' }).click();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  const again = await app.restart();
  await new Guide(again).open();
  const file = join(app.folders.home, 'a4.pdf');
  const pages = await save(app, 'Save this chapter as PDF', file);
  expect((await infoOf(file))['Page size']).toMatch(/^59\d\.\d+ x 84\d\.\d+ pts \(A4\)$/);
  expectContents(pages, content.chapters.slice(0, 1), []);
});

test('who thinks better of it gets nothing; what cannot be written is said, and nothing stays half-written', async ({
  app,
  page,
}) => {
  await new Guide(page).open();
  await choose(app, null);
  await new Palette(page).run('Save this chapter as PDF');
  const place = join(app.folders.home, 'place');
  await mkdir(join(place, 'taken.pdf', 'by'), { recursive: true });
  await choose(app, join(place, 'taken.pdf'));
  await new Palette(page).run('Save this chapter as PDF');
  const notice = page.getByText(/^The file could not be written/).first();
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Choose another folder, or make room there.').first()).toBeVisible();
  expect(readdirSync(place)).toEqual(['taken.pdf']);
  expect(readdirSync(app.folders.home).filter((name) => name.endsWith('.pdf'))).toEqual([]);
});

test('a window that falls over while it draws is told, and a file that was there stays', async ({
  app,
  page,
}) => {
  await new Guide(page).open();
  const file = join(app.folders.home, 'kept.pdf');
  await writeFile(file, 'an older one');
  await choose(app, file);
  await app.electron.evaluate(({ app: program }) => {
    program.once('web-contents-created', (_, contents) => {
      contents.once('did-start-loading', () => contents.forcefullyCrashRenderer());
    });
  });
  await new Palette(page).run('Save this chapter as PDF');
  await expect(
    page.getByText('The pages could not be made (the window that draws it stopped).').first(),
  ).toBeVisible({ timeout: 60_000 });
  expect(await readFile(file, 'utf8')).toBe('an older one');
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1);
  expect((await app.takeFaults()).filter((fault) => fault !== 'the page crashed')).toEqual([]);
});

test('Ctrl+P hands the chapter to the system’s dialog, from a window that can do nothing else', async ({
  app,
  page,
}) => {
  await new Guide(page).open();
  await app.electron.evaluate(({ app: program }) => {
    const answers: [boolean, string][] = [
      [false, 'Print job canceled'],
      [false, 'No printers available on the network'],
    ];
    const printed: unknown[] = [];
    Object.assign(globalThis, { printed });
    program.on('web-contents-created', (_, contents) => {
      contents.print = (options, answer) => {
        const script = `[document.querySelector('.title').textContent, typeof window.almanac, typeof require]`;
        void contents.executeJavaScript(script).then((page: unknown) => {
          printed.push({ options, page, url: contents.getURL() });
          const [isDone, why] = answers.shift() ?? [true, ''];
          answer?.(isDone, why);
        });
      };
    });
  });
  type Printed = { options: object; page: string[]; url: string }[];
  const printed = () =>
    app.electron.evaluate(() => (globalThis as unknown as { printed: Printed }).printed);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed()).length, { timeout: 60_000 }).toBe(1);
  expect(await printed()).toMatchObject([
    {
      page: ['The role at a glance', 'undefined', 'undefined'],
      options: { pageSize: 'Letter' },
      url: 'app://bundle/print.html',
    },
  ]);
  await new Palette(page).run('Print the whole guide');
  await expect(page.getByText(/^The system did not print it \(No printers/).first()).toBeVisible({
    timeout: 60_000,
  });
  expect((await printed())[1]?.page[0]).toBe('The guide');
});
