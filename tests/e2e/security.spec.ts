import { spawn } from 'node:child_process';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { apiMethods } from '../../src/core/ipc-channels';
import { contentPolicy } from '../../electron/main/policy';
import { expect, test } from './fixtures';

const root = resolve(import.meta.dirname, '../..');

test('the page is sandboxed and apart from the preload', async ({ app, page }) => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const kept = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return kept.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(preferences[0]).not.toHaveProperty('allowRunningInsecureContent', true);
  expect(preferences[0]).not.toHaveProperty('experimentalFeatures', true);
  const globals = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(globals).toEqual([]);
});

test('the page is handed the contract and nothing else', async ({ page }) => {
  const kinds = await page.evaluate(() =>
    Object.entries(window.almanac).map(([name, value]) => `${name}: ${typeof value}`),
  );
  const expected = [...apiMethods, 'onBroadcast'].map((name) => `${name}: function`);
  expect(kinds.sort()).toEqual(expected.sort());
});

test('every answer of app:// carries the policy', async ({ page }) => {
  const headers = await page.evaluate(async () => {
    const answer = await fetch('app://bundle/index.html');
    return Object.fromEntries(answer.headers);
  });
  expect(headers).toMatchObject({
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'content-type': 'text/html; charset=utf-8',
  });
});

test('no inline script, style or eval, no markup from strings', async ({ app, page }) => {
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      seen.push(effectiveDirective),
    );
    const attempt = (run: () => unknown) => {
      try {
        run();
        return 'ran';
      } catch (error) {
        return (error as Error).name;
      }
    };
    // What the test tool runs itself may use eval; what runs in a later task may not.
    await new Promise((done) => setTimeout(done));
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const results = {
      eval: attempt(() => (0, eval)('1')),
      function: attempt(() => Reflect.construct(Function, ['return 1'])),
      markup: attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      script: attempt(() => (document.createElement('script').text = '1')),
      policy: attempt(() =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('mine', {}),
      ),
      worker: attempt(() => new Worker('data:text/javascript,1')),
    };
    await new Promise((done) => setTimeout(done, 100));
    return { results, seen, isShown: getComputedStyle(document.body).display !== 'none' };
  });
  expect(refused.isShown).toBe(true);
  expect(Object.values(refused.results)).not.toContain('ran');
  expect(refused.seen).toEqual(expect.arrayContaining(['style-src-elem']));
  // The fence that fails every other test has to see what was just done.
  expect((await app.takeFaults()).join('\n')).toMatch(/style-src/);
});

test('nothing is fetched from the network', async ({ app, page }) => {
  const fromPage = await page.evaluate(async () => {
    const image = new Image();
    const picture = new Promise((done) => {
      image.onload = () => done('loaded');
      image.onerror = () => done('refused');
    });
    image.src = 'https://example.com/a.png';
    return [
      await picture,
      await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
      await fetch('app://att/index.html').then(
        () => 'loaded',
        () => 'refused',
      ),
    ];
  });
  expect(fromPage).toEqual(['refused', 'refused', 'refused']);
  expect(await app.takeFaults()).not.toEqual([]);
  const fromMain = await app.electron.evaluate(async ({ session }) => {
    const ask = (url: string) =>
      session.defaultSession.fetch(url).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
    return [await ask('https://example.com/'), await ask('http://127.0.0.1:1/')];
  });
  expect(fromMain).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
});

test('app:// serves the built page and nothing beside it', async ({ app }) => {
  const ask = (url: string, method = 'GET') =>
    app.electron.evaluate(
      async ({ session }, request) =>
        (await session.defaultSession.fetch(request.url, { method: request.method })).status,
      { url, method },
    );
  expect(await ask('app://bundle/index.html')).toBe(200);
  expect(await ask('app://bundle/../../package.json')).toBe(404);
  expect(await ask('app://bundle/%2e%2e/%2e%2e/package.json')).toBe(404);
  expect(await ask('app://bundle/..%2f..%2fpackage.json')).toBe(400);
  expect(await ask('app://bundle/..%2fmain%2findex.js')).toBe(400);
  expect(await ask('app://bundle/assets')).toBe(404);
  expect(await ask('app://bundle/index.html', 'POST')).toBe(405);
  expect(await ask('app://other/index.html')).toBe(404);
  expect(await ask('app://bundle.example.com/index.html')).toBe(404);
  expect(await ask(`app://att/${'0'.repeat(64)}`)).toBe(404);
  expect(await ask('app://att/..%2flibrary.json')).toBe(404);
});

test('every permission is refused', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read'];
    const states = await Promise.all(
      names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name}: ${state}`;
      }),
    );
    const place = await new Promise<string>((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('allowed'),
        () => done('denied'),
      ),
    );
    return [...states, `asked: ${await Notification.requestPermission()}`, `place: ${place}`];
  });
  expect(answers).toEqual([
    'notifications: denied',
    'geolocation: denied',
    'camera: denied',
    'microphone: denied',
    'clipboard-read: denied',
    'asked: denied',
    'place: denied',
  ]);
});

test('the page neither navigates nor opens windows', async ({ app, page }) => {
  const address = page.url();
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'app://bundle/other.html']) {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
    }, target);
  }
  await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
  });
  await expect
    .poll(() => app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length))
    .toBe(1);
  expect(page.url()).toBe(address);
  expect(app.electron.windows()).toHaveLength(1);
  // A locator would wait for the end of a navigation that was never begun.
  expect(await page.evaluate(() => document.querySelector('h1')?.checkVisibility())).toBe(true);
  expect((await app.takeFaults()).join('\n')).toMatch(
    /frame-src|Not allowed to load local resource/,
  );
});

test('links open outside, and only https and mailto', async ({ app, page }) => {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const answers = await page.evaluate(async () => {
    const links = ['https://www.ahima.org/', 'http://a.example/', 'file:///etc/passwd', 'x:y'];
    const results = await Promise.all(links.map((link) => window.almanac.openLink(link)));
    return results.map((result) => (result.ok ? 'opened' : result.problem.code));
  });
  expect(answers).toEqual(['opened', 'link-refused', 'link-refused', 'link-refused']);
  const opened = await app.electron.evaluate(
    () => (globalThis as unknown as { opened: string[] }).opened,
  );
  expect(opened).toEqual(['https://www.ahima.org/']);
});

test('what is malformed is refused before anything happens', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const almanac = window.almanac as unknown as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const say = async (method: string, ...args: unknown[]) => {
      const result = (await almanac[method]?.(...args)) as { problem?: { code: string } };
      return result.problem?.code;
    };
    return [
      await say('dispatch', { type: 'library.undo', path: '/etc/passwd' }),
      await say('dispatch', 'library.undo'),
      await say('restoreBackup', { name: '../../library.json' }),
      await say('restoreBackup', '../../library.json'),
      await say('attachEvidence', 'a', '/etc/passwd', '/etc/passwd'),
      await say('openEvidence', '../../../etc/passwd'),
    ];
  });
  expect(answers.slice(0, 3)).toEqual(['bad-command', 'bad-command', 'bad-command']);
  expect(answers.slice(4)).toEqual(['bad-command', 'not-there']);
  expect(answers[3]).toMatch(/^(backup-unreadable|not-there)$/);
});

test('a text of the user’s own is kept in its folder, whatever it and its record are called', async ({
  app,
  page,
}) => {
  const outside = join(app.folders.data, 'outside.md');
  await writeFile(outside, 'secret');
  const seen = await page.evaluate(async () => {
    const { almanac } = window;
    const bytes = new TextEncoder().encode('# Mine');
    const say = (result: { ok: boolean; problem?: { code: string } }) =>
      result.ok ? 'done' : result.problem?.code;
    const added = await almanac.addDocument('../../../up\u202e/..\\Mine.md', bytes, { as: 'ask' });
    const id = added.ok ? added.value.id : '';
    const large = new Uint8Array(10 * 1024 * 1024 + 1).fill(97);
    const told = { title: 'x', sha256: 'a'.repeat(64), bytes: 6 };
    const answers = [
      say(await almanac.addDocument('large.md', large, { as: 'ask' })),
      say(await almanac.addDocument('program.exe', bytes, { as: 'ask' })),
      say(await almanac.addDocument('a.md', Uint8Array.of(0xff), { as: 'ask' })),
      say(await almanac.addDocument('a.md', bytes, { as: 'new-version', id: '../..' })),
      say(await almanac.documentText('../../library.json', 'now')),
      say(await almanac.showDocument('../..')),
    ];
    // A record that the page makes up names a place outside, and is believed in nothing.
    for (const [wild, file] of [
      ['..', 'outside.md'],
      ['00000000-0000-4000-8000-000000000000', '../../outside.md'],
    ] as const) {
      await almanac.dispatch({ type: 'document.add', id: wild, file, ...told });
      answers.push(
        say(await almanac.documentText(wild, 'now')),
        say(await almanac.showDocument(wild)),
        say(await almanac.addDocument('a.md', bytes, { as: 'new-version', id: wild })),
      );
    }
    return { id, added, answers, text: await almanac.documentText(id, 'now') };
  });
  expect(seen.answers).toEqual([
    ...['document-size', 'document-kind', 'document-kind'],
    ...['not-there', 'not-there', 'not-there'],
    ...['document-missing', 'document-missing', 'not-there'],
    ...['document-missing', 'document-missing', 'not-there'],
  ]);
  expect(seen.text).toMatchObject({ ok: true, value: { text: '# Mine' } });
  // No answer says where anything lies.
  expect(JSON.stringify([seen.added, seen.text])).not.toContain(app.folders.home);
  expect(await readdir(join(app.folders.data, 'documents'))).toEqual([seen.id]);
  expect((await readdir(join(app.folders.data, 'documents', seen.id))).sort()).toEqual([
    '.last-read.md',
    'Mine.md',
  ]);
  expect(await readFile(outside, 'utf8')).toBe('secret');
});

test('chosen texts come without their paths, and links are not followed', async ({ app, page }) => {
  const one = join(app.folders.home, 'One.md');
  const link = join(app.folders.home, 'Link.md');
  await writeFile(one, '# One');
  await symlink(one, link);
  const choose = async (...paths: string[]) => {
    await app.electron.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, paths);
    return page.evaluate(async () => {
      const chosen = await window.almanac.openDocuments();
      if (!chosen.ok) return chosen.problem.code;
      return chosen.value?.map((file) => [
        Object.keys(file).sort().join(),
        file.name,
        new TextDecoder().decode(file.bytes),
      ]);
    });
  };
  expect(await choose(one)).toEqual([['bytes,name', 'One.md', '# One']]);
  expect(await choose()).toBeUndefined();
  expect(await choose(one, link)).toBe('file-unreadable');
  expect(await choose('/etc/passwd')).toBe('document-kind');
  expect(await choose(...Array<string>(21).fill(one))).toBe('documents-too-many');
});

test('a text that another program changed is told to the page, also in the sample', async ({
  app,
}) => {
  for (const args of [[], ['--sample']]) {
    const page = await app.restart({ args });
    const id = await page.evaluate(async () => {
      const bytes = new TextEncoder().encode('# One');
      const added = await window.almanac.addDocument('One.md', bytes, { as: 'ask' });
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.almanac.onBroadcast((message) => {
        if (message.kind === 'changed') heard.push(message.did);
      });
      return added.ok ? added.value.id : '';
    });
    const folder = args.length === 0 ? app.folders.data : join(app.folders.profile, 'sample');
    // The watch is set up a little after the text is there, so it is written until it is heard of.
    let times = 0;
    await expect
      .poll(
        async () => {
          await writeFile(join(folder, 'documents', id, 'One.md'), `# Two\n${'x'.repeat(times++)}`);
          return page.evaluate(() => (window as unknown as { heard: string[] }).heard);
        },
        { intervals: [3000] },
      )
      .toContain('Read “Two” again');
  }
});

test('another page that got hold of the preload is refused', async ({ app }) => {
  const preload = join(root, 'out/preload/index.cjs');
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, file) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: file } });
    await other.loadURL('data:text/html,<title>other</title>');
    const said = (await other.webContents.executeJavaScript(
      'almanac.open().then(() => "answered", (error) => error.message)',
    )) as string;
    other.destroy();
    return said;
  }, preload);
  expect(answer).toContain('refused');
});

test('spelling is not checked', async ({ app }) => {
  const isEnabled = await app.electron.evaluate(({ session }) =>
    session.defaultSession.isSpellCheckerEnabled(),
  );
  expect(isEnabled).toBe(false);
});

test('a second start shows the first and ends', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const electron = createRequire(import.meta.url)('electron') as string;
  const args = [root, `--profile=${app.folders.profile}`, '--no-sandbox'];
  const second = spawn(electron, args, { stdio: 'ignore' });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(0);
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return [window?.isMinimized(), window?.isVisible()];
      }),
    )
    .toEqual([false, true]);
});
