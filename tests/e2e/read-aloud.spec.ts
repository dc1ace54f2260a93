import { expectAccessible } from './axe';
import { expect, test } from './fixtures';
import { FakeVoices, type FakeVoice } from './pages/fake-voices';
import { Guide } from './pages/guide';
import { Palette } from './pages/palette';
import { skipFirstStart } from './skip-first-start';
import type { Page } from '@playwright/test';

const here: FakeVoice[] = [
  { name: 'Afrikaans', lang: 'af', localService: true },
  { name: 'Cloud English', lang: 'en-US', localService: false },
  { name: 'Home English', lang: 'en-GB', localService: true },
  { name: 'Home American', lang: 'en-US', localService: true },
];

const bar = (page: Page) => page.getByRole('group', { name: 'Reading aloud' });
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

test('the chapter is read sentence by sentence, each lit while it is said, by a local voice', async ({
  page,
}) => {
  const voices = await new FakeVoices(page).install(here);
  const guide = await new Guide(page).open();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await voices.reads('The role at a glance');
  await expect(button(page, 'Pause')).toBeFocused();
  const passages = await page
    .locator('article [data-passage]:not([data-passage^=correction])')
    .evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as HTMLElement;
        for (const note of copy.querySelectorAll('[data-note]')) note.remove();
        return copy.textContent ?? '';
      }),
    );
  for (let at = 1; at < 12; at += 1) {
    const before = await voices.lit();
    await voices.end();
    await expect.poll(() => voices.lit()).not.toBe(before);
    await voices.reads(/\S/);
  }
  const said = await voices.said();
  expect(said).toHaveLength(12);
  for (const { text, voice } of said) {
    expect(voice).toBe('Home American');
    expect(text).not.toMatch(/[.?!]["”)]? [A-Z]/);
  }
  // Nothing is left out between the sentences of the passages that were read, and no number of a note is said.
  const read = said
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, '');
  expect(passages.join('').replace(/\s+/g, '')).toContain(read.slice(0, 300));
  await expect(guide.title).toBeVisible();
});

test('pause, go on, next, previous, speed, voice and stop, by buttons and by keys', async ({
  app,
  page,
}) => {
  const voices = await new FakeVoices(page).install(here);
  await new Guide(page).open();
  await page.keyboard.press('Control+Shift+L');
  await voices.reads('The role at a glance');
  await page.keyboard.press('Space');
  await expect(button(page, 'Go on')).toBeFocused();
  expect(await voices.now()).toBeNull();
  const top = await page.evaluate(() => scrollY);
  // What is read stays where it is while one goes through the bar.
  await page.keyboard.press('Tab');
  await expect(button(page, 'Next sentence')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('combobox', { name: /^Speed/ })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(top);
  // The bar itself, as after a click beside its buttons.
  await bar(page).focus();
  await expectAccessible(page);
  await page.keyboard.press('Space');
  await expect.poll(() => voices.now()).toBe('The role at a glance');
  await page.keyboard.press('Space');
  await expect(button(page, 'Go on')).toBeVisible();
  expect(await voices.now()).toBeNull();
  await expect.poll(() => voices.lit()).toBe('The role at a glance');
  await page.keyboard.press('Control+Shift+L');
  await expect.poll(() => voices.now()).toBe('The role at a glance');

  await button(page, 'Next sentence').click();
  await expect.poll(() => voices.now()).not.toBe('The role at a glance');
  await voices.reads(/\.$/);
  await page.keyboard.press('Alt+PageUp');
  await voices.reads('The role at a glance');
  await expect(button(page, 'Previous sentence')).toBeDisabled();

  await bar(page)
    .getByRole('combobox', { name: /^Speed/ })
    .click();
  await page.getByRole('option', { name: '1.5 ×' }).click();
  await expect.poll(async () => (await voices.said()).at(-1)?.rate).toBe(1.5);
  await bar(page)
    .getByRole('combobox', { name: /^Voice/ })
    .click();
  await expect(page.getByRole('option')).toHaveText(['Home American', 'Home English']);
  // Escape closes the list alone.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(bar(page)).toBeVisible();
  await bar(page)
    .getByRole('combobox', { name: /^Voice/ })
    .click();
  await page.getByRole('option', { name: 'Home English' }).click();
  await expect.poll(async () => (await voices.said()).at(-1)?.voice).toBe('Home English');

  await button(page, 'Stop reading aloud').click();
  await expect(bar(page)).toBeHidden();
  expect(await voices.lit()).toBe('');
  expect(await voices.now()).toBeNull();

  // Speed and voice are there again after a close and a reopen.
  const again = await app.restart();
  const later = await new FakeVoices(again).install(here);
  await again.keyboard.press('Control+1');
  await new Guide(again).open();
  await again.keyboard.press('Control+Shift+L');
  await later.reads(/\S/);
  expect((await later.said())[0]).toMatchObject({ voice: 'Home English', rate: 1.5 });
});

test('reading begins at the selection, else at the paragraph with the focus, else at the top of the window', async ({
  page,
}) => {
  const voices = await new FakeVoices(page).install(here);
  const guide = await new Guide(page).open();
  await guide.outline('Who it suits').click();
  await expect(guide.heading('Who it suits')).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  await voices.reads('Who it suits');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(guide.heading('Who it suits')).toBeFocused();

  const words = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('article p[data-passage]')].flatMap((one) => [
      ...one.childNodes,
    ]);
    const node = texts.find(
      (one): one is Text => one instanceof Text && /\. [A-Z]\w+ \w+/.test(one.data),
    );
    if (!node) throw new Error('no passage has two sentences');
    const at = /\. [A-Z]\w+ \w+/.exec(node.data)?.index ?? 0;
    node.parentElement?.scrollIntoView({ block: 'center' });
    getSelection()?.setBaseAndExtent(node, at + 2, node, at + 12);
    return node.data.slice(at + 2, at + 12);
  });
  await page.keyboard.press('Control+Shift+L');
  await voices.reads(new RegExp(`^${words}`));
});

test('corrections are read after their section, and rows of a table by their cells', async ({
  page,
}) => {
  const voices = await new FakeVoices(page).install(here);
  const guide = await new Guide(page).open();
  const beside = page.locator('section:has(> .beside)').first();
  const id = (await beside.getAttribute('data-section')) ?? '';
  const corrected = (await beside.locator('.correction .said').first().textContent()) ?? '';
  await guide.contents.locator(`a[href="#${id}"]`).click();
  await page.keyboard.press('Control+Shift+L');
  await expect.poll(() => voices.now()).not.toBeNull();
  let said = '';
  for (let at = 0; at < 120 && !said.startsWith('What is right: '); at += 1) {
    await voices.end();
    const before = said;
    await expect.poll(() => voices.now()).not.toBeNull();
    said = (await voices.now()) ?? '';
    if (said.startsWith('Often said: ')) {
      expect(corrected).toContain(said.replace('Often said: ', ''));
      expect(before).not.toBe('');
      await voices.reads(/\S/);
    }
  }
  expect(said).toMatch(/^What is right: /);
  const rows = await page.locator('article [data-passage^="' + id + ':"]').count();
  expect(rows).toBeGreaterThan(0);
});

test('what is read is kept in view, unless the reader scrolled away; a jump or another page ends it', async ({
  page,
}) => {
  const voices = await new FakeVoices(page).install(here);
  const guide = await new Guide(page).open();
  await page.keyboard.press('Control+Shift+L');
  await voices.reads('The role at a glance');
  const inView = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken') ?? [];
      const box = (range as Range | undefined)?.getBoundingClientRect();
      return box ? box.bottom > 0 && box.top < innerHeight : false;
    });
  for (let at = 0; at < 30; at += 1) {
    const count = (await voices.said()).length;
    await voices.end();
    await expect.poll(async () => (await voices.said()).length).toBe(count + 1);
    await expect.poll(inView).toBe(true);
  }
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);

  await page.evaluate(() =>
    window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }),
  );
  const away = await page.evaluate(() => scrollY);
  await voices.end();
  await voices.end();
  await expect.poll(inView).toBe(false);
  expect(await page.evaluate(() => scrollY)).toBe(away);
  await page.keyboard.press('Alt+PageDown');
  await expect.poll(inView).toBe(true);

  await page.keyboard.press('Control+PageDown');
  await expect(guide.title).toHaveText('What the work is');
  await expect(bar(page)).toBeHidden();
  expect(await voices.now()).toBeNull();

  await page.keyboard.press('Control+Shift+L');
  await voices.reads('What the work is');
  await guide.find('discharge date');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('Control+Shift+L');
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { level: 1, name: /Today|Sunday/ })).toBeVisible();
  expect(await voices.now()).toBeNull();
});

test('reading ends with the chapter, and a voice that fails says so', async ({ page }) => {
  const voices = await new FakeVoices(page).install(here);
  const guide = await new Guide(page).open();
  await guide.outline('How a career grows').click();
  await expect(guide.heading('How a career grows')).toBeFocused();
  await page.keyboard.press('Control+Shift+L');
  await voices.reads('How a career grows');
  await voices.fail();
  await expect(bar(page).getByRole('status')).toContainText('could not read this');
  await button(page, 'Go on').click();
  await expect.poll(() => voices.now()).toBe('How a career grows');
  await expect(async () => {
    await voices.end();
    await expect(bar(page)).toBeHidden({ timeout: 50 });
  }).toPass();
  await expect(guide.title).toHaveText('The role at a glance');
});

test('without a local voice nothing is offered, and a sentence says what to install', async ({
  page,
}) => {
  const voices = await new FakeVoices(page).install(here.slice(0, 2));
  const guide = await new Guide(page).open();
  await expect(page.getByRole('button', { name: 'Read aloud' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Text and theme' }).click();
  const sentence =
    /no local English voice.*speech-dispatcher and espeak-ng.*nothing is sent anywhere/;
  await expect(page.getByRole('dialog', { name: 'Text and theme' })).toContainText(sentence);
  await page.keyboard.press('Escape');
  await new Palette(page).run('Read aloud');
  await expect(bar(page).getByRole('status')).toHaveText(sentence);
  await guide.heading('The role at a glance').focus();
  await expectAccessible(page);
  expect(await voices.said()).toEqual([]);

  // A voice may come late, such as after it was installed.
  await voices.add(here);
  await expect(bar(page)).toBeHidden();
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await voices.reads('The role at a glance');
});
