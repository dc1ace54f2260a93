import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSystemdLine, valuesOf } from '../../../../tests/e2e/bus/systemd-line';
import type { CheckLine } from './check-line';
import { launchAgent, programOfAgent } from './launch-agent';
import { isTaskOn, programOfTask, scheduledTask } from './scheduled-task';
import { serviceUnit, timerUnit } from './systemd-units';

const golden = (name: string) => `./golden/${name}`;

const plain: CheckLine = { command: ['/opt/Coders Almanac/coders-almanac'], environment: {} };
/** Every sign that one of the formats reads. */
const odd: CheckLine = {
  command: ['/home/o’neil & co/100%h/"q" \\ $HOME \'s/almanac', '--profile=/x/50% <a> `b` $$'],
  environment: { XDG_DATA_HOME: '/data/50%h "q" \\ $HOME & <x>' },
};
const windows: CheckLine['command'] = ['C:\\Program Files\\Coders Almanac\\Coders Almanac.exe'];
const oddWindows: CheckLine['command'] = [
  "C:\\Users\\O'Neil & Co 100%\\almanac.exe",
  '--profile=D:\\a "b" <c>\\',
];

describe('as they lie in the folder beside', () => {
  test.each([
    ['systemd.service', () => serviceUnit(plain)],
    ['systemd-odd.service', () => serviceUnit(odd)],
    ['systemd.timer', timerUnit],
    ['launchd.plist', () => launchAgent(plain)],
    ['launchd-odd.plist', () => launchAgent(odd)],
    ['task.xml', () => scheduledTask({ command: windows })],
    ['task-odd.xml', () => scheduledTask({ command: oddWindows })],
  ])('%s', async (name, make) => {
    await expect(make()).toMatchFileSnapshot(golden(name));
  });
});

/** Signs that mean something to one of the readers, more often than others. */
const path = fc
  .array(fc.constantFrom('/', ' ', '%', '$', '"', "'", '\\', '\n', '&', '<', '=', ';', 'a', '’'), {
    minLength: 1,
    maxLength: 20,
  })
  .map((signs) => signs.join(''));

test('systemd hands on every argument as it is', () => {
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (words) => {
      const command = words as [string, ...string[]];
      const unit = serviceUnit({ command, environment: {} });
      const [line = ''] = valuesOf(unit, 'ExecStart');
      expect(readSystemdLine(line)).toEqual([
        ...['/bin/sh', '-c', 'exec "$0" "$@"'],
        ...[...words, '--check-reminders', '--ozone-platform=headless'],
      ]);
    }),
  );
});

/** Reads a command line as CommandLineToArgvW does, from Microsoft's description of it. */
function readByWindows(line: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0 && line[at + slashes] === '"') {
      word = (word ?? '') + '\\'.repeat(Math.floor(slashes / 2));
      at += slashes;
      if (slashes % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if (slashes > 0) {
      word = (word ?? '') + '\\'.repeat(slashes);
      at += slashes - 1;
    } else if (line[at] === '"') {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (line[at] === ' ' && !isQuoted) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + line[at];
  }
  return word === null ? words : [...words, word];
}

const unescaped = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

test('programs on Windows and on a Mac read every argument as it was', () => {
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 3 }), (words) => {
      const command = ['program', ...words] as const;
      const task = scheduledTask({ command: [command[0], ...words] });
      const line = unescaped(/<Arguments>([^]*)<\/Arguments>/.exec(task)?.[1] ?? '');
      expect(readByWindows(line)).toEqual([...words, '--check-reminders']);
      const agent = launchAgent({ command: [command[0], ...words], environment: {} });
      const array = /<array>([^]*?)<\/array>/.exec(agent)?.[1] ?? '';
      const strings = [...array.matchAll(/<string>([^]*?)<\/string>/g)];
      expect(programOfAgent(launchAgent({ command: [words[0] ?? ''], environment: {} }))).toBe(
        words[0],
      );
      expect(strings.map(([, text]) => unescaped(text ?? ''))).toEqual([
        ...[...command, '--check-reminders'],
      ]);
    }),
  );
});

test('each system looks at every hour, and once more at the end of the day', () => {
  expect(valuesOf(timerUnit(), 'OnCalendar')).toEqual(['*-*-* *:00:00', '*-*-* 23:55:00']);
  const agent = launchAgent(plain);
  const times = /StartCalendarInterval<\/key>\s*<array>([^]*?)<\/array>/.exec(agent)?.[1] ?? '';
  const looks = times.match(/<dict>.*<\/dict>/g)?.map((look) => look.replace(/<[^>]+>/g, ' '));
  expect(looks?.map((look) => look.trim().split(/\s+/))).toEqual([
    ['Minute', '0'],
    ['Hour', '23', 'Minute', '55'],
  ]);
  const triggers = scheduledTask({ command: windows }).match(/<CalendarTrigger>[^]*?<\/Cal/g);
  expect(triggers).toEqual([
    expect.stringMatching(/<Interval>PT1H<[^]*<Duration>P1D<[^]*T00:00:00</),
    expect.stringMatching(/^(?![^]*Repetition)[^]*T23:55:00</),
  ]);
});

test('a task that was switched off is off', () => {
  const task = scheduledTask({ command: windows });
  expect(isTaskOn(task)).toBe(true);
  const settings = task.lastIndexOf('<Enabled>true');
  expect(isTaskOn(`${task.slice(0, settings)}<Enabled>false${task.slice(settings + 13)}`)).toBe(
    false,
  );
  expect(isTaskOn('')).toBe(false);
});

test('the program of a task is read back as the path that it is', () => {
  const odd = "C:\\Users\\O'Neil & Co 100%\\almanac.exe";
  for (const program of [windows[0], odd]) {
    expect(programOfTask(scheduledTask({ command: [program, '--profile=D:\\x'] }))).toBe(program);
  }
  expect(programOfTask('<Task/>')).toBeNull();
  expect(programOfAgent('<plist/>')).toBeNull();
});
