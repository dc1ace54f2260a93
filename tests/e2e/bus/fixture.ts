import type { Page } from '@playwright/test';
import type { App } from '../app';
import { dispatch } from '../dispatch';
import { expect, test as base } from '../fixtures';
import { PrivateBus } from './private-bus';

base.skip(process.platform !== 'linux', 'a private bus is a matter of Linux');

/** The program on a session bus of its own, on which a test says what the desktop has. */
export const test = base.extend<{ bus: PrivateBus }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it needs: none
  bus: async ({}, use) => {
    const bus = await PrivateBus.start();
    try {
      await use(bus);
    } finally {
      bus.stop();
    }
  },
  start: async ({ bus }, use) => {
    await use({ env: bus.env });
  },
});

export { dispatch, expect };

export function setTold(page: Page, isToldWhenClosed: boolean): Promise<void> {
  return dispatch(page, { type: 'settings.change', changes: { isToldWhenClosed } });
}

/** A CCS whose cycle ends on December 22, entered a month before. */
export function holdCcs(page: Page): Promise<void> {
  return dispatch(page, {
    ...{ type: 'holding.add', credential: 'ccs', earnedOn: '2024-12-10', note: '' },
    cycle: {
      ...{ start: '2024-12-23', end: '2026-12-22', note: '' },
      ...{ openingUnits: 0, openingMarked: {} },
    },
  });
}

export function addDate(page: Page, title: string, date: string, leads: number[]): Promise<void> {
  return dispatch(page, { type: 'deadline.add', title, date, note: '', leads });
}

export function isShown(app: App): Promise<boolean | undefined> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.isVisible(),
  );
}

/** What the close button of the window's frame does. */
export function pressClose(app: App): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/** The machine sleeps for some hours, and says that it wakes. */
export async function sleepFor(app: App, hours: number): Promise<void> {
  await app.electron.evaluate(({ powerMonitor }, slept) => {
    const before = Date.now;
    Date.now = () => before() + slept;
    powerMonitor.emit('resume');
  }, hours * 3_600_000);
}

/** How the program ends by what is done to it; the window goes while that is still under way. */
export async function endOf(app: App, act: () => Promise<unknown>): Promise<number | null> {
  const acting = act().catch(() => undefined);
  const code = await app.ended();
  await acting;
  return code;
}
