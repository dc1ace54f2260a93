import { resolve } from 'node:path';

/** What the command line asks for. Null and false mean: not asked for. */
export interface Flags {
  /** The data folder, instead of the one the user chose. */
  data: string | null;
  /** Where the program keeps what belongs to this machine, instead of the system's place for it. */
  profile: string | null;
  /** The instant at which the clock starts, ISO 8601 in UTC. */
  now: string | null;
  /** Open the sample library instead of the user's own. */
  isSample: boolean;
  /** Start without showing the window, as at login. */
  isHidden: boolean;
  /** Tell what is due and end, without a window. */
  isCheck: boolean;
}

export type FlagsRead = { ok: true; flags: Flags } | { ok: false; complaint: string };

const known = /^--(data|profile|now|sample|hidden|check-reminders)(?:=(.*))?$/s;
const switches: Record<string, 'isSample' | 'isHidden' | 'isCheck'> = {
  sample: 'isSample',
  hidden: 'isHidden',
  'check-reminders': 'isCheck',
};

/**
 * Reads our own flags out of `process.argv`. Electron's `app.commandLine` is not used, because it
 * lower-cases what it reads; unknown arguments are left to Chromium.
 */
export function readFlags(args: readonly string[], workingFolder: string): FlagsRead {
  const flags: Flags = {
    ...{ data: null, profile: null, now: null },
    ...{ isSample: false, isHidden: false, isCheck: false },
  };
  for (const arg of args) {
    const [, name, value] = known.exec(arg) ?? [];
    if (name === undefined) continue;
    const toSwitch = switches[name];
    if (toSwitch !== undefined) {
      if (value !== undefined) return { ok: false, complaint: `--${name} takes no value.` };
      flags[toSwitch] = true;
      continue;
    }
    if (!value) return { ok: false, complaint: `--${name} needs a value: --${name}=…` };
    if (name === 'now') {
      const instant = readInstant(value);
      if (instant === null) {
        return { ok: false, complaint: `--now needs an instant such as 2026-11-22T15:00:00Z.` };
      }
      flags.now = instant;
    } else {
      flags[name as 'data' | 'profile'] = resolve(workingFolder, value);
    }
  }
  return { ok: true, flags };
}

/** Only a full instant with its zone: `new Date` would read a bare day as midnight in London. */
function readInstant(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
