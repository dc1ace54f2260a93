import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isConfined } from '../../confined';
import type { CheckLine } from './check-line';
import { LaunchdTimer } from './launchd-timer';
import { SystemdTimer } from './systemd-timer';
import { confinedTimer, type SystemTimer } from './timer';
import { systemTool } from './tool';
import { WindowsTimer } from './windows-timer';

/** What the user's own environment says of where things lie, which a user manager may not know. */
const ofFolders = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME'];

/** The timer of this system for this program. */
export function makeTimer(command: readonly [string, ...string[]]): SystemTimer {
  const named = ofFolders.map((name) => [name, process.env[name]] as const);
  const set = named.filter((entry): entry is [string, string] => Boolean(entry[1]));
  const line: CheckLine = { command, environment: Object.fromEntries(set) };
  if (isConfined()) return confinedTimer;
  const tool = systemTool;
  if (process.platform === 'win32') return new WindowsTimer({ line, tool });
  if (process.platform === 'darwin') {
    return new LaunchdTimer({ line, tool, home: homedir(), userId: userInfo().uid });
  }
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  return new SystemdTimer({ line, tool, config });
}
