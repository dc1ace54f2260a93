import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from './app';
import { attacks, type Attack } from './attacks';
import { expect, test } from './fixtures';
import { Documents } from './pages/documents';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

// Each of these is dropped on the guide and read on the live page of the built program. Several share one
// program, which is then held to have stayed as it was by all of them.
const perProgram = 20;

interface Seen {
  requests: string[];
  navigations: string[];
  windows: number;
}

/** Has the main process write down whatever leaves the page. */
async function watch(app: App): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow, session, app: program }) => {
    const seen: Seen = { requests: [], navigations: [], windows: 0 };
    Object.assign(globalThis, { seenOfAttacks: seen });
    const { webRequest } = session.defaultSession;
    // The program itself has the listener before a request; refused ones come by here.
    webRequest.onSendHeaders(({ url }) => void seen.requests.push(url));
    webRequest.onErrorOccurred(({ url }) => void seen.requests.push(url));
    program.on('web-contents-created', () => (seen.windows += 1));
    const [window] = BrowserWindow.getAllWindows();
    for (const event of ['will-navigate', 'did-navigate', 'did-navigate-in-page'] as const) {
      window?.webContents.on(event as 'did-navigate', (_: unknown, url: unknown) => {
        seen.navigations.push(typeof url === 'string' ? url : event);
      });
    }
  });
}

const seen = (app: App) =>
  app.electron.evaluate(() => {
    const { requests, ...others } = (globalThis as unknown as { seenOfAttacks: Seen })
      .seenOfAttacks;
    // The page's own parts, such as the worker, are loaded when they are first needed.
    return {
      ...others,
      requests: requests.filter((url) => !url.startsWith('app://bundle/assets/')),
    };
  });

/** What is in the page that only the attack could have put there. */
function foreign() {
  const drawn = new Set(
    `SECTION H1 H2 H3 P SPAN STRONG EM DEL CODE BR A UL OL LI BLOCKQUOTE TABLE THEAD TBODY TR TH TD PRE HR
    DIV BDI`.split(/\s+/),
  );
  const article = document.querySelector('article');
  const inText = [...(article?.querySelectorAll('*') ?? [])].filter(
    (one) => one.closest('.about, .bookmark') === null,
  );
  const attributes = inText.flatMap((one) =>
    [...one.attributes].map(({ name, value }) => `${name}=${value}`),
  );
  const sane =
    /^(class|data-section|data-passage|tabindex|scope|start|href=(https:|mailto:|#)|style=(height|--|$)|role|aria-)/;
  const { __ran } = window as unknown as { __ran?: unknown };
  return {
    ran: __ran,
    elements: inText.map(({ tagName }) => tagName).filter((name) => !drawn.has(name)),
    attributes: attributes.filter((one) => !sane.test(one)),
    inPage: document.querySelectorAll(
      'script:not([src^="./assets/"]), iframe, object, embed, base, meta[http-equiv=refresh], frame, video, audio, img',
    ).length,
    styles: document.querySelectorAll('body style, body link').length,
    address: location.href,
    isShown: getComputedStyle(document.body).display !== 'none',
    prototype: Object.keys(Object.prototype),
    isDocument: typeof document.getElementById === 'function' && document.body.tagName === 'BODY',
  };
}

async function attack(
  documents: Documents,
  { text, ...one }: Attack,
  number: number,
): Promise<void> {
  const { page } = documents;
  const name = one.file ?? `attack-${number}.md`;
  await documents.drop({ name, text });
  if (one.refusedWith) {
    const notice = page.getByRole('alert').filter({ hasText: one.refusedWith });
    await expect(notice).toBeVisible();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    return;
  }
  // The folder's name for it, without what no file may be called.
  const file = name.replace(/^.*\\/, '').replace(/[<>]/g, '-');
  await expect(documents.text.locator('.about')).toContainText(file.slice(-9));
  await expect(documents.text.getByText('Reading…')).toHaveCount(0);
  await expect(documents.text).toContainText(one.shows ?? '');
  const source = documents.text.getByText('so it is shown as it was typed.');
  if (one.isSource) await expect(source).toBeVisible();
}

test('there are at least 40 of them, each with a name of its own', () => {
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  expect(attacks.length).toBeGreaterThanOrEqual(40);
});

for (let from = 0; from < attacks.length; from += perProgram) {
  const some = attacks.slice(from, from + perProgram);
  test(`texts that attack are read and do nothing, ${from + 1} to ${from + some.length}`, async ({
    app,
    page,
  }) => {
    await skipFirstStart(page);
    await new Guide(page).open();
    const address = page.url();
    await watch(app);
    const documents = new Documents(page);
    // What is refused leaves the text that is open, which must not be a chapter with marks of its own.
    await documents.add('harmless.md', '# Harmless\n\nwords', 'Harmless');
    for (const [at, one] of some.entries()) {
      await test.step(one.name, async () => {
        await attack(documents, one, from + at);
        expect(await page.evaluate(foreign)).toEqual({
          ...{ ran: undefined, elements: [], attributes: [], inPage: 0, styles: 0, address },
          ...{ isShown: true, prototype: [], isDocument: true },
        });
        expect(await seen(app)).toEqual({ requests: [], navigations: [], windows: 0 });
      });
    }
    expect(app.electron.windows()).toHaveLength(1);
    const log = await readFile(join(app.folders.profile, 'logs', 'main.log'), 'utf8');
    expect(log).not.toMatch(/refused/);
  });
}

test('links of a text are followed by the program alone, and nowhere but to https and mail', async ({
  app,
  page,
}) => {
  await skipFirstStart(page);
  await new Guide(page).open();
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const documents = new Documents(page);
  const text = [
    '# Links (invented)\n\n[safe](https://example.org/a) [mail](mailto:a@example.org?subject=x)',
    '[js](javascript:alert(1)) [plain](http://example.org) [down](#below)',
    `${'words\n\n'.repeat(80)}## Below\n\nHere.`,
  ].join('\n\n');
  await documents.add('links.md', text, 'Links (invented)');
  const address = page.url();
  await expect(documents.text.getByRole('link')).toHaveText(['safe', 'mail', 'down']);
  await documents.text.getByRole('link', { name: 'safe' }).click();
  await documents.text.getByRole('link', { name: 'mail' }).click({ modifiers: ['Shift'] });
  const opened = () =>
    app.electron.evaluate(
      () => (globalThis as unknown as { openedOutside: string[] }).openedOutside,
    );
  await expect.poll(opened).toEqual(['https://example.org/a', 'mailto:a@example.org']);
  await documents.text.getByRole('link', { name: 'down' }).click();
  await expect(documents.text.getByRole('heading', { name: 'Below' })).toBeFocused();
  expect(page.url()).toBe(address);
});
