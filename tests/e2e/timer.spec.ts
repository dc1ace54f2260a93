import type { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from './axe';
import { runLine } from './bus/check';
import { addDate, endOf, expect, pressClose, setTold, test as base } from './bus/fixture';
import { readSystemdLine, valuesOf } from './bus/systemd-line';
import { UserManager } from './bus/user-manager';
import { Rail } from './pages/rail';
import { skipFirstStart } from './skip-first-start';

/** On a system that starts things for the user, or has one that pretends to. */
const test = base.extend<{ manager: UserManager }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures it needs: none
  manager: async ({}, use) => {
    const manager = await UserManager.install();
    await use(manager);
    await manager.remove();
  },
  start: async ({ bus, manager }, use) => {
    await use({ env: { ...bus.env, ...manager.env } });
  },
});

const unit = 'coders-almanac-reminders';
const day = 86_400_000;

const box = (page: Page) =>
  page.getByRole('checkbox', { name: 'Also remind me while the program is not running' });

async function openSettings(page: Page): Promise<void> {
  await new Rail(page).go('Settings');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** A day by the clock on the wall, since what systemd starts is told no other. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * day).toLocaleDateString('en-CA', { timeZone: 'America/New_York' });

test('the switch has the system start it: the very line tells what is due', async ({
  app,
  bus,
}) => {
  const library = join(app.folders.home, '50% of "what’s" $HOME \\ mine');
  const again = await app.restart({
    now: new Date(Date.now() - 4 * day).toISOString(),
    args: [`--data=${library}`],
  });
  await skipFirstStart(again);
  // It came up yesterday, which is two days after it was entered.
  await addDate(again, 'AAPC dues', dayFromNow(5), [6]);

  await openSettings(again);
  await expect(box(again)).not.toBeChecked();
  await box(again).press('Space');
  await expect(box(again)).toBeChecked();
  const folder = join(app.folders.config, 'systemd/user');
  const service = await readFile(join(folder, `${unit}.service`), 'utf8');
  const timer = await readFile(join(folder, `${unit}.timer`), 'utf8');
  expect(timer).toMatch(/^OnCalendar=\*-\*-\* \*:00:00$/m);
  expect(timer).toMatch(/^Persistent=true$/m);
  await expect
    .poll(() => existsSync(join(folder, 'timers.target.wants', `${unit}.timer`)))
    .toBe(true);
  await expectAccessible(again);

  await app.close();
  // What a user manager hands to a service, and nothing of this session's display.
  const { PATH = '', HOME = '' } = process.env;
  const handed = { PATH, HOME, TZ: 'America/New_York', ...bus.env };
  const own = valuesOf(service, 'Environment').flatMap(readSystemdLine);
  const named = own.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]);
  const env = { ...handed, ...(Object.fromEntries(named) as Record<string, string>) };
  const [line = ''] = valuesOf(service, 'ExecStart');
  const [program = '', ...args] = readSystemdLine(line);
  expect((await runLine([program, ...args], env).ended).code).toBe(0);
  expect(await bus.notices()).toMatchObject([{ title: 'AAPC dues in 5 days' }]);
  expect((await runLine([program, ...args], env).ended).code).toBe(0);
  expect(await bus.notices()).toHaveLength(1);
  const [condition = ''] = valuesOf(service, 'ConditionFileIsExecutable');
  expect(existsSync(condition.replaceAll('%%', '%'))).toBe(true);

  const later = await app.start({ now: new Date().toISOString() });
  await openSettings(later);
  await expect(box(later)).toBeChecked();
  await box(later).uncheck();
  await expect(box(later)).toBeEnabled();
  await expect(box(later)).not.toBeChecked();
  expect(existsSync(join(folder, `${unit}.service`))).toBe(false);
  expect(existsSync(join(folder, `${unit}.timer`))).toBe(false);
});

test('it shows what the system says, whoever changed it there', async ({ app, manager, page }) => {
  await openSettings(page);
  await box(page).check();
  await expect(box(page)).toBeEnabled();
  const wants = join(app.folders.config, 'systemd/user/timers.target.wants', `${unit}.timer`);
  expect(existsSync(wants)).toBe(true);
  await rm(wants);
  await new Rail(page).go('CEUs');
  await openSettings(page);
  await expect(box(page)).not.toBeChecked();

  // What the system refuses is said, and the box is as it was.
  await rm(join(app.folders.config, 'systemd'), { recursive: true });
  await manager.stop();
  await box(page).click();
  await expect(page.getByText(/The system did not take the change .*No medium/)).toBeVisible();
  await expect(box(page)).not.toBeChecked();
  await expect(box(page)).toBeDisabled();
  await expect(page.getByText(/needs systemd running for your user/)).toBeVisible();
});

test('where it looks for reminders by itself, closing without a tray is no question', async ({
  app,
  page,
}) => {
  await setTold(page, true);
  await addDate(page, 'AAPC dues', '2026-11-30', [3]);
  await openSettings(page);
  await expect(page.getByText(/This desktop shows no tray/)).toBeVisible();
  await box(page).check();
  await expect(box(page)).toBeEnabled();
  await expect(page.getByText(/This desktop shows no tray/)).toBeHidden();
  expect(await endOf(app, () => pressClose(app))).toBe(0);
});

base.describe('inside a Flatpak', () => {
  base.use({
    start: async ({ bus }, use) => {
      await use({ env: { ...bus.env, FLATPAK_ID: 'org.coders_almanac' } });
    },
  });

  base('it is not offered, and neither is a file for the login', async ({ app, page }) => {
    await setTold(page, true);
    await openSettings(page);
    await expect(box(page)).toBeDisabled();
    await expect(page.getByText(/this is a Flatpak or Snap/)).toBeVisible();
    const { isLoginItem } = await page.evaluate(() => window.almanac.about());
    expect(isLoginItem).toBeNull();
    expect(existsSync(join(app.folders.config, 'autostart'))).toBe(false);
  });
});
