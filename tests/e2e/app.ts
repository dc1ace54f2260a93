import {
  _electron,
  expect,
  type ConsoleMessage,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Device } from '../../electron/main/storage/device';

const root = resolve(import.meta.dirname, '../..');

/** What a test may say about the start of the program. */
export interface StartOptions {
  /** The instant at which its clock starts. */
  now?: string;
  /** Further arguments, such as `--sample`. */
  args?: string[];
  env?: Record<string, string>;
  /** Whether it opens a window by itself. */
  hasWindow?: boolean;
}

const usual = {
  now: '2026-11-22T15:00:00Z',
  args: [] as string[],
  env: {} as Record<string, string>,
  hasWindow: true,
};

/** The folders of one test, its own from the first to the last start. */
export interface Folders {
  home: string;
  profile: string;
  data: string;
  config: string;
}

export async function makeFolders(): Promise<Folders> {
  const home = await mkdtemp(join(tmpdir(), 'almanac-e2e-'));
  const folders = {
    home,
    profile: join(home, 'profile'),
    data: join(home, 'My library'),
    config: join(home, 'config'),
  };
  await mkdir(folders.profile);
  // As after a move, so that the program finds the library by itself and never meets the person's own.
  const location = { folder: folders.data, hasHeldLibrary: false };
  await writeFile(join(folders.profile, 'location.json'), JSON.stringify(location));
  return folders;
}

/** The program as a person has it before them: started, used, closed and started again. */
export class App {
  readonly folders: Folders;
  #options: Required<StartOptions>;
  #electron: ElectronApplication | null = null;
  #page: Page | null = null;
  #faults: string[] = [];
  #heard = new Set<string>();
  #readLog = 0;
  #isPageLost = false;

  constructor(folders: Folders, options: StartOptions) {
    this.folders = folders;
    this.#options = { ...usual, ...options };
  }

  get electron(): ElectronApplication {
    if (this.#electron === null) throw new Error('the program is not running');
    return this.#electron;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('the program has no window');
    return this.#page;
  }

  async start(options: StartOptions = {}): Promise<Page> {
    this.#options = { ...this.#options, ...options };
    const { now, args, env, hasWindow } = this.#options;
    const { profile, config, home } = this.folders;
    const electron = await _electron.launch({
      args: [root, `--profile=${profile}`, `--now=${now}`, '--lang=en-US', ...args],
      cwd: home,
      env: {
        ...inherited(),
        TZ: 'America/New_York',
        LANG: 'en_US.UTF-8',
        LC_ALL: 'en_US.UTF-8',
        XDG_CONFIG_HOME: config,
        XDG_DATA_HOME: join(home, 'share'),
        ...env,
      },
    });
    this.#electron = electron;
    this.#isPageLost = false;
    this.#heard.clear();
    this.#watch(electron);
    if (hasWindow) await this.window();
    return this.#page as Page;
  }

  /** The window once it can be used; also one that the program opens later. */
  async window(): Promise<Page> {
    const page = await this.electron.firstWindow();
    this.#page = page;
    await expect(page.locator('h1').first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    return page;
  }

  /** Makes the page of the window so large, in pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await expect.poll(() => this.page.evaluate(() => innerWidth)).toBe(width);
  }

  /** What the program has written down of this machine: window, zoom, where and how one reads. */
  async device(): Promise<Device> {
    const text = await readFile(join(this.folders.data, 'device.json'), 'utf8');
    return JSON.parse(text) as Device;
  }

  /** Closes as a person does, and starts again on the same folders. */
  async restart(options: StartOptions = {}): Promise<Page> {
    await this.close();
    return this.start(options);
  }

  async close(): Promise<void> {
    if (this.#electron === null) return;
    if (this.#isPageLost) return this.#quit();
    const running = this.#electron;
    const process = running.process();
    await this.#hearPage();
    this.#electron = null;
    this.#page = null;
    const ended = new Promise<number | null>((resolve) => {
      if (process.exitCode !== null) resolve(process.exitCode);
      else process.once('exit', resolve);
    });
    await running.close();
    const code = await ended;
    if (code !== 0) this.#fault(`the program ended with ${code}`);
    await this.#readLogFile();
  }

  /**
   * The machine falls asleep: Chromium closes its sockets then, and with them the test's line to the page, for
   * good. The program runs on; what it is and does can still be asked of its main process.
   */
  losePage(): void {
    this.#page = null;
    this.#isPageLost = true;
  }

  async #quit(): Promise<void> {
    const running = this.electron;
    const ended = this.ended();
    // The answer may be lost with the program.
    void running.evaluate(({ app }) => app.quit()).catch(() => undefined);
    const code = await ended;
    if (code !== 0) this.#fault(`the program ended with ${code}`);
  }

  /** Waits for a program that ends by itself, such as after its window was closed. */
  async ended(): Promise<number | null> {
    const process = this.electron.process();
    this.#electron = null;
    this.#page = null;
    const code = await new Promise<number | null>((resolve) => {
      if (process.exitCode !== null) resolve(process.exitCode);
      else process.once('exit', resolve);
    });
    await this.#readLogFile();
    return code;
  }

  /** What went wrong so far, which a test that provokes it takes away. */
  async takeFaults(): Promise<string[]> {
    await this.#hearPage();
    return this.#faults.splice(0);
  }

  async discard(): Promise<void> {
    await this.close();
    // A process that is going may still write its last file.
    await rm(this.folders.home, { recursive: true, force: true, maxRetries: 10 });
  }

  #watch(electron: ElectronApplication): void {
    const context = electron.context();
    context.on('console', (message) => this.#hear(message));
    context.on('weberror', (error) => this.#fault(`page error: ${error.error().message}`));
    electron.on('close', () => {
      if (this.#electron === electron && !this.#isPageLost)
        this.#fault('the program ended by itself');
    });
    electron.on('window', (page) => page.on('crash', () => this.#fault('the page crashed')));
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() !== 'error') return;
    const { url, lineNumber, columnNumber } = message.location();
    this.#fault(`console: ${message.text()} (${url}:${lineNumber}:${columnNumber})`);
  }

  #fault(text: string): void {
    if (this.#heard.has(text)) return;
    this.#heard.add(text);
    this.#faults.push(text);
  }

  /** What came before anybody listened is kept by Playwright. */
  async #hearPage(): Promise<void> {
    if (this.#page === null || this.#page.isClosed()) return;
    for (const message of await this.#page.consoleMessages()) this.#hear(message);
    for (const error of await this.#page.pageErrors()) this.#fault(`page error: ${error.message}`);
  }

  /** The log has what happened before anybody could listen, and every bug of the main process. */
  async #readLogFile(): Promise<void> {
    const file = join(this.folders.profile, 'logs', 'main.log');
    if (!existsSync(file)) return;
    const text = await readFile(file, 'utf8');
    const fresh = text.slice(this.#readLog);
    this.#readLog = text.length;
    for (const line of fresh.split('\n')) {
      if (line.includes('[error]')) this.#fault(`log: ${line}`);
    }
  }
}

/** The environment without what would make the program behave otherwise than at a person's desk. */
function inherited(): Record<string, string> {
  const left = new Set(['ELECTRON_RENDERER_URL', 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']);
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !left.has(entry[0]),
  );
  return Object.fromEntries(entries);
}
