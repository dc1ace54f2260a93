import type { Today } from '../../../src/core/today';
import type { App } from '../app';
import { expect, test as base } from './fixture';
import { LoginService } from './login-service';
import type { PrivateBus } from './private-bus';

/** A laptop that sleeps and wakes, with a clock and a zone that a test sets. */
export class Laptop {
  #app: App;
  #bus: PrivateBus;
  #login: LoginService;

  constructor(app: App, bus: PrivateBus, login: LoginService) {
    this.#app = app;
    this.#bus = bus;
    this.#login = login;
  }

  /** The lid is closed until then; nothing runs meanwhile, and Playwright's page is gone for good. */
  async sleepUntil(instant: string): Promise<void> {
    await this.#login.isHeard();
    const missed = await this.#untilThen(instant);
    const [asleep, awake] = [this.#next('suspend'), this.#next('resume')];
    // Questions are answered in their order: by now both are listened for.
    await this.#app.electron.evaluate(() => undefined);
    this.#app.losePage();
    this.#login.fallAsleep();
    await asleep;
    await this.#moveClock(missed);
    this.#login.wake();
    await awake;
  }

  #next(event: 'suspend' | 'resume'): Promise<void> {
    return this.#app.electron.evaluate(
      ({ powerMonitor }, awaited) =>
        new Promise<void>((resolve) => powerMonitor.once(awaited as 'resume', () => resolve())),
      event,
    );
  }

  /** The clock is set, ahead or back, without a word to anybody. */
  async setClock(instant: string): Promise<void> {
    await this.#moveClock(await this.#untilThen(instant));
  }

  async #untilThen(instant: string): Promise<number> {
    const { moment } = await this.today();
    return Date.parse(instant) - Date.parse(moment.now);
  }

  async #moveClock(milliseconds: number): Promise<void> {
    await this.#app.electron.evaluate((_, moved) => {
      const before = Date.now;
      Date.now = () => before() + moved;
    }, milliseconds);
  }

  /** The machine is in another zone from now on. */
  async flyTo(zone: string): Promise<void> {
    await this.#app.electron.evaluate((_, there) => {
      process.env['TZ'] = there;
    }, zone);
  }

  /** The program looks at the clock, which says this by then. */
  async lookAt(instant: string): Promise<void> {
    await this.setClock(instant);
    await this.look();
  }

  /** The window gets the focus, one of the moments at which the program looks at the clock. */
  async look(): Promise<void> {
    await this.#app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.emit('focus');
    });
  }

  today(): Promise<Today> {
    return this.inPage<Today>('window.almanac.today()');
  }

  /** What the list of reminders has. */
  async listed(): Promise<string[]> {
    const { reminders } = await this.today();
    return reminders.map(({ deadline }) => deadline.title);
  }

  /** Runs in the page, also after the machine slept. */
  inPage<T>(script: string): Promise<T> {
    return this.#app.electron.evaluate<T, string>(
      ({ BrowserWindow }, run) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run) as Promise<T>,
      script,
    );
  }

  /** The titles of what the notification service was told to show, the newest first. */
  async told(): Promise<string[]> {
    return (await this.#bus.notices()).map(({ title }) => title);
  }

  /**
   * Waits until the program has looked and told all that is due now, which is nothing: something else comes back
   * that was put off, and is told alone. A notice that does not come could else only be waited for.
   */
  async tellsNothing(): Promise<void> {
    const before = (await this.told()).length;
    const title = `Put off ${before}`;
    await this.inPage(`(async () => {
      const { moment } = await window.almanac.today();
      const date = new Date(Date.parse(moment.now) + 300 * 86_400_000).toISOString().slice(0, 10);
      const fields = { title: '${title}', date, note: '', leads: [400] };
      const added = await window.almanac.dispatch({ type: 'deadline.add', ...fields });
      const mark = { deadline: 'own:' + added.value.id, due: date, lead: 400, until: moment.now };
      await window.almanac.dispatch({ type: 'occurrence.mark', state: 'put-off', ...mark });
    })()`);
    await expect
      .poll(async () => (await this.told()).length, { intervals: [100] })
      .toBe(before + 1);
    expect((await this.told())[0]).toMatch(new RegExp(`^${title} in `));
    await this.inPage(`window.almanac.read(['deadlines']).then(({ library }) => {
      const { id } = Object.values(library.deadlines).find(({ title }) => title === '${title}');
      return window.almanac.dispatch({ type: 'deadline.delete', id });
    })`);
  }
}

export const test = base.extend<{ now: string; login: LoginService; laptop: Laptop }>({
  /** When the clock starts: on November 22, 2026, at ten in New York, unless a test says otherwise. */
  now: ['2026-11-22T15:00:00Z', { option: true }],
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it needs: none
  login: async ({}, use) => {
    const login = await LoginService.start();
    try {
      await use(login);
    } finally {
      login.stop();
    }
  },
  start: async ({ bus, login, now }, use) => {
    await use({ now, env: { ...bus.env, ...login.env } });
  },
  laptop: async ({ app, bus, login }, use) => {
    await use(new Laptop(app, bus, login));
  },
});

export { expect };
