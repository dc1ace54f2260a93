import { lastLook, timerNames, type CheckLine } from './check-line';

/**
 * The launchd agent of a Mac (launchd.plist). What came while the machine slept is made up for once when
 * it wakes; what came while it was off, when the user logs in.
 */
export function launchAgent({ command, environment }: CheckLine): string {
  const words = [...command, '--check-reminders'].map((word) => `    ${string(word)}`);
  const { hour, minute } = lastLook;
  const looks = [
    // Without an hour it is each one.
    `    <dict>${key('Minute')}${integer(0)}</dict>`,
    `    <dict>${key('Hour')}${integer(hour)}${key('Minute')}${integer(minute)}</dict>`,
  ];
  const variables = Object.entries(environment).map(
    ([name, value]) => `    ${key(name)}${string(value)}`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    `  ${key('Label')}${string(timerNames.launchd)}`,
    `  ${key('ProgramArguments')}`,
    ...['  <array>', ...words, '  </array>'],
    ...(variables.length > 0
      ? [`  ${key('EnvironmentVariables')}`, '  <dict>', ...variables, '  </dict>']
      : []),
    `  ${key('StartCalendarInterval')}`,
    ...['  <array>', ...looks, '  </array>'],
    `  ${key('RunAtLoad')}<true/>`,
    `  ${key('LimitLoadToSessionType')}${string('Aqua')}`,
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}

/** The program that an agent of ours starts; null if the file is not one. */
export function programOfAgent(plist: string): string | null {
  const words = /<key>ProgramArguments<\/key>\s*<array>\s*<string>([^<]*)</.exec(plist);
  return words?.[1] === undefined ? null : unescaped(words[1]);
}

const key = (name: string) => `<key>${escaped(name)}</key>`;
const integer = (count: number) => `<integer>${count}</integer>`;
const string = (text: string) => `<string>${escaped(text)}</string>`;

function unescaped(text: string): string {
  return text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
