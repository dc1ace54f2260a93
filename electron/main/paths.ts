import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Flags } from './flags';
import { defaultProfileFolder } from './storage/location';

export interface Paths {
  /** What belongs to this machine and is not the user's data: logs, the sample, where the library lies. */
  profile: string;
  logs: string;
  sample: string;
  /** The built page. */
  bundle: string;
  preload: string;
  icon: string;
  trayIcon: string;
}

/** `built` is the folder of the built main file; the rest of the program lies around it. */
export function settlePaths(flags: Flags, built: string): Paths {
  const profile = flags.profile ?? defaultProfileFolder(process.platform, process.env, homedir());
  const resources = join(built, '../../resources');
  return {
    profile,
    logs: join(profile, 'logs'),
    sample: join(profile, 'sample'),
    bundle: join(built, '../renderer'),
    preload: join(built, '../preload/index.cjs'),
    icon: join(resources, 'icon.png'),
    trayIcon: join(resources, process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
  };
}
