import { isDay } from '../../src/core/dates';

export const commands = ['help', 'standing', 'deadlines', 'code-set', 'export', 'verify'] as const;
export type CommandName = (typeof commands)[number];

export interface Asked {
  command: CommandName;
  /** The data folder; null for the one the program uses. */
  data: string | null;
  /** The day to ask about; null for today. */
  on: string | null;
  isJson: boolean;
  isCsv: boolean;
  isIcs: boolean;
}

/** What the command line asks for, or what is wrong with it. */
export function readArgs(
  args: readonly string[],
): { ok: true; asked: Asked } | { ok: false; wrong: string } {
  const asked: Asked = {
    command: 'help',
    data: null,
    on: null,
    isJson: false,
    isCsv: false,
    isIcs: false,
  };
  const wrong = (what: string) => ({ ok: false as const, wrong: what });
  const rest = args.flatMap((arg) => {
    const [, name, value] = /^(--(?:data|on))=(.*)$/s.exec(arg) ?? [];
    return name === undefined || value === undefined ? [arg] : [name, value];
  });
  let command: string | null = null;
  while (rest.length > 0) {
    const arg = rest.shift() ?? '';
    if (arg === '--json') asked.isJson = true;
    else if (arg === '--csv') asked.isCsv = true;
    else if (arg === '--ics') asked.isIcs = true;
    else if (arg === '--help' || arg === '-h') command = 'help';
    else if (arg === '--data' || arg === '--on') {
      const value = rest.shift();
      if (!value) return wrong(`${arg} needs a value.`);
      if (arg === '--data') asked.data = value;
      else if (isDay(value)) asked.on = value;
      else return wrong(`“${value}” is not a day; write it as 2026-11-28.`);
    } else if (arg.startsWith('-')) return wrong(`There is no option “${arg}”.`);
    else if (command === null) command = arg;
    else return wrong(`“${arg}” is one word too many.`);
  }
  const known = commands.find((name) => name === (command ?? 'help'));
  if (!known) return wrong(`There is no command “${command}”.`);
  if (asked.isCsv && known !== 'export') return wrong('--csv belongs to export.');
  if (asked.isIcs && known !== 'deadlines') return wrong('--ics belongs to deadlines.');
  if (asked.isIcs && asked.isJson) return wrong('--ics and --json cannot go together.');
  if (asked.isCsv && asked.isJson) return wrong('--csv and --json cannot go together.');
  return { ok: true, asked: { ...asked, command: known } };
}

export const help = `Coder's Almanac on the command line. It reads the library and changes nothing.

  help         this text
  standing     what each cycle has, needs and lacks, with pace, cost and what does not count
  deadlines    what came up, then the dates to come, soonest first; with --ics as a calendar file
  code-set     which code set and grouper apply to a discharge on that day
  export       the whole library as JSON; with --csv the ledger, one row a claim
  verify       checks snapshot, journal, backups, certificates and what records refer to

  --data DIR   another data folder than the one the program uses
  --on DATE    as of that day instead of today, such as 2026-11-28
  --json       an answer for programs instead of people

It ends with 0 if all is well, 1 if something was found or the library cannot be read, and 2 if it
was asked wrongly. Results go to the standard output, everything else to the standard error.
`;
