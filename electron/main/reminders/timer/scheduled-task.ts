import { lastLook, type CheckLine } from './check-line';

/**
 * The scheduled task of Windows (Task Scheduler schema 1.2). It runs as the user who is logged in, with
 * that user's usual rights. The elements stand in the order of the scheduler's own exports.
 * A task is not ended after a time, since the check may have become the program.
 */
export function scheduledTask({ command }: Pick<CheckLine, 'command'>): string {
  const [program, ...args] = command;
  const line = [...args, '--check-reminders'].map(quoted).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo>',
    '    <Description>Tells what is due in Coder’s Almanac while it is not running.</Description>',
    '  </RegistrationInfo>',
    '  <Triggers>',
    ...eachDay('00:00', [
      '      <Repetition>',
      '        <Interval>PT1H</Interval>',
      '        <Duration>P1D</Duration>',
      '      </Repetition>',
    ]),
    ...eachDay(`${lastLook.hour}:${lastLook.minute}`),
    '  </Triggers>',
    '  <Principals>',
    '    <Principal id="Author">',
    '      <LogonType>InteractiveToken</LogonType>',
    '      <RunLevel>LeastPrivilege</RunLevel>',
    '    </Principal>',
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <StartWhenAvailable>true</StartWhenAvailable>',
    '    <Enabled>true</Enabled>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '  </Settings>',
    '  <Actions Context="Author">',
    '    <Exec>',
    `      <Command>${escaped(quoted(program))}</Command>`,
    `      <Arguments>${escaped(line)}</Arguments>`,
    '    </Exec>',
    '  </Actions>',
    '</Task>',
    '',
  ].join('\n');
}

/** The day lies in the past, since only its hour counts. */
function eachDay(at: string, repetition: string[] = []): string[] {
  return [
    '    <CalendarTrigger>',
    ...repetition,
    `      <StartBoundary>2026-01-01T${at}:00</StartBoundary>`,
    '      <Enabled>true</Enabled>',
    '      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>',
    '    </CalendarTrigger>',
  ];
}

/** Whether a task that the system shows as XML would be started; users switch one off in its own window. */
export function isTaskOn(xml: string): boolean {
  const settings = /<Settings>[^]*<\/Settings>/.exec(xml)?.[0];
  return settings !== undefined && !/<Enabled>\s*false\s*<\/Enabled>/.test(settings);
}

/** The program that a task starts, as the system shows it in XML; null if it starts none. */
export function programOfTask(xml: string): string | null {
  const command = /<Command>([^<]*)<\/Command>/.exec(xml)?.[1];
  if (command === undefined) return null;
  const path = command.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&quot;', '"');
  return path.replaceAll('&amp;', '&').replace(/^"(.*)"$/, '$1');
}

/**
 * One argument as programs on Windows read their command line (CommandLineToArgvW): a backslash counts
 * as one unless a quote follows. The scheduler puts percent variables in, and knows no escape for them;
 * a lone percent sign stays.
 */
function quoted(argument: string): string {
  if (/^[\w\-.=:\\]+$/.test(argument)) return argument;
  return `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
