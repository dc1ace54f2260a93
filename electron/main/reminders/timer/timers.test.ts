import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../../../../tests/fault/support/rig';
import { LaunchdTimer } from './launchd-timer';
import { SystemdTimer } from './systemd-timer';
import { serviceUnit, timerUnit } from './systemd-units';
import { confinedTimer, setTimer } from './timer';
import type { Tool, ToolAnswer } from './tool';
import { WindowsTimer } from './windows-timer';

/** A program that is there. */
const line = { command: [process.execPath] as const, environment: {} };
const done = (out = ''): ToolAnswer => ({ code: 0, out, complaint: '' });
const refused = (complaint: string, code: number | null = 1): ToolAnswer => ({
  ...{ code, out: '', complaint },
});

describe('systemd', () => {
  const name = 'coders-almanac-reminders';

  /** A user manager that does what systemctl is documented to do with these words. */
  function rig(answers: Record<string, ToolAnswer> = {}) {
    const config = tempFolder();
    const folder = join(config, 'systemd/user');
    const wants = join(folder, 'timers.target.wants', `${name}.timer`);
    const asked: string[] = [];
    const tool: Tool = (program, _user, verb = '') => {
      asked.push(`${program} ${verb}`);
      if (answers[verb]) return Promise.resolve(answers[verb]);
      if (verb === 'enable') {
        mkdirSync(join(folder, 'timers.target.wants'), { recursive: true });
        symlinkSync(join(folder, `${name}.timer`), wants);
      }
      const isEnabled = existsSync(wants);
      return Promise.resolve(
        verb === 'is-enabled' && !isEnabled ? refused('', 1) : done(isEnabled ? 'enabled\n' : ''),
      );
    };
    const timer = new SystemdTimer({ line, config, tool });
    const files = () =>
      [`${name}.service`, `${name}.timer`].filter((file) => existsSync(join(folder, file)));
    return { timer, asked, folder, wants, files };
  }

  test('is set, read back, and leaves nothing behind', async () => {
    const { timer, asked, folder, files, wants } = rig();
    expect(await timer.read()).toBe('off');
    expect(await setTimer(timer, true)).toEqual({ ok: true, value: 'on' });
    expect(files()).toEqual([`${name}.service`, `${name}.timer`]);
    expect(readFileSync(join(folder, `${name}.service`), 'utf8')).toContain(
      `"${process.execPath}"`,
    );
    expect(asked).toContain('systemctl daemon-reload');
    expect(await setTimer(timer, false)).toEqual({ ok: true, value: 'off' });
    expect(files()).toEqual([]);
    expect(existsSync(wants)).toBe(false);
    expect(asked.filter((one) => one === 'systemctl disable')).toHaveLength(1);
  });

  test('without systemctl, or a manager of the user’s, it says so', async () => {
    expect(await rig({ 'show-environment': refused('ENOENT', null) }).timer.read()).toBe(
      'no-systemd',
    );
    expect(await rig({ 'show-environment': refused('no bus') }).timer.read()).toBe(
      'no-user-manager',
    );
  });

  test('what somebody else switched off or masked is off', async () => {
    for (const out of ['disabled\n', 'masked\n', '']) {
      const { timer, folder } = rig({ 'is-enabled': { code: 1, out, complaint: '' } });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.service`), serviceUnit(line));
      writeFileSync(join(folder, `${name}.timer`), timerUnit());
      expect(await timer.read()).toBe('off');
    }
  });

  test('a service file that is gone starts nothing', async () => {
    const { timer, folder } = rig();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.timer`), '');
    expect(await timer.read()).toBe('off');
  });

  test('a program that has moved since is not started, which is to be seen', async () => {
    const { timer, folder } = rig();
    await timer.turnOn();
    expect(await timer.read()).toBe('on');
    const file = join(folder, `${name}.service`);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(process.execPath, '/gone/50%%/x'));
    expect(await timer.read()).toBe('off');
  });

  test('what the manager refuses leaves no half of it behind, and is said', async () => {
    const complaint = 'Reloading.\nUnit is masked.\n';
    const { timer, files } = rig({ enable: refused(complaint) });
    expect(await setTimer(timer, true)).toEqual({
      ok: false,
      problem: { code: 'timer-not-set', about: { cause: 'Unit is masked.' } },
    });
    expect(files()).toEqual([]);
  });

  test('it can be removed also where nobody answers', async () => {
    const { timer, files, folder } = rig();
    await timer.turnOn();
    const tool: Tool = () => Promise.resolve(refused('no bus'));
    await new SystemdTimer({ line, tool, config: join(folder, '../..') }).turnOff();
    expect(files()).toEqual([]);
  });
});

test('launchd: the agent is loaded, read back and removed', async () => {
  const home = tempFolder();
  const asked: string[][] = [];
  let isLoaded = false;
  const tool: Tool = (...words) => {
    asked.push(words);
    if (words[1] === 'bootstrap') isLoaded = true;
    if (words[1] === 'bootout') isLoaded = false;
    return Promise.resolve(words[1] === 'print' && !isLoaded ? refused('not found', 113) : done());
  };
  const timer = new LaunchdTimer({ line, home, userId: 501, tool });
  const file = join(home, 'Library/LaunchAgents/org.coders-almanac.reminders.plist');
  expect(await timer.read()).toBe('off');
  expect(await setTimer(timer, true)).toEqual({ ok: true, value: 'on' });
  expect(asked).toContainEqual(['launchctl', 'bootstrap', 'gui/501', file]);
  expect(readFileSync(file, 'utf8')).toContain(`<string>${process.execPath}</string>`);
  const agent = readFileSync(file, 'utf8');
  writeFileSync(file, agent.replace(process.execPath, '/gone/R &amp; D/almanac'));
  expect(await timer.read()).toBe('off');
  writeFileSync(file, agent);
  expect(await timer.read()).toBe('on');
  isLoaded = false;
  expect(await timer.read()).toBe('off');
  await timer.turnOff();
  expect(existsSync(file)).toBe(false);
  expect(asked.at(-1)).toEqual(['launchctl', 'bootout', 'gui/501/org.coders-almanac.reminders']);
});

test('Windows: the task is made from a file in UTF-16, read back and removed', async () => {
  let task: string | null = null;
  const tool: Tool = (_program, verb, ...words) => {
    if (verb === '/Create') {
      task = readFileSync(words[words.indexOf('/XML') + 1] ?? '', 'utf16le');
    }
    if (task === null) return Promise.resolve(refused('ERROR: The system cannot find the file.'));
    const out = task;
    if (verb === '/Delete') task = null;
    return Promise.resolve(done(out));
  };
  const timer = new WindowsTimer({ line, tool });
  expect(await timer.read()).toBe('off');
  expect(await setTimer(timer, false)).toEqual({ ok: true, value: 'off' });
  expect(await setTimer(timer, true)).toEqual({ ok: true, value: 'on' });
  const made: string = task ?? '';
  task = made.replace(process.execPath, 'C:\\gone\\almanac.exe');
  expect(await timer.read()).toBe('off');
  task = made;
  expect(task).toMatch(/^\uFEFF<\?xml version="1.0" encoding="UTF-16"\?>/);
  expect(await setTimer(timer, false)).toEqual({ ok: true, value: 'off' });
  expect(task).toBeNull();
  const refusing = new WindowsTimer({ line, tool: () => Promise.resolve(refused('Denied.')) });
  expect(await setTimer(refusing, true)).toMatchObject({
    problem: { about: { cause: 'Denied.' } },
  });
});

test('inside a Flatpak or Snap it is not offered', async () => {
  expect(await setTimer(confinedTimer, true)).toEqual({ ok: true, value: 'confined' });
});

test('a bug is not taken for a refusal', async () => {
  const broken = { ...confinedTimer, turnOn: () => Promise.reject(new TypeError('a bug')) };
  await expect(setTimer(broken, true)).rejects.toThrow('a bug');
});
