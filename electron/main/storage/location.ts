import { readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { join } from 'node:path';
import { diskOf, isAbsent, makeFolder, nodeFs } from './disk';
import { writeDurably } from './durable-file';

type Platform = NodeJS.Platform;
type Environment = Record<string, string | undefined>;

const folderName = 'coders-almanac';

/** Where the library lies unless the user moved it. Pure, so that the program and the CLI agree by test. */
export function defaultDataFolder(platform: Platform, env: Environment, home: string): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), folderName);
  }
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support', folderName);
  return posix.join(absolute(env['XDG_DATA_HOME']) ?? posix.join(home, '.local/share'), folderName);
}

/** Where the program keeps what is not the user's data, such as the note of where the library lies. */
export function defaultProfileFolder(platform: Platform, env: Environment, home: string): string {
  const profile = `${folderName}-profile`;
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), profile);
  }
  if (platform === 'darwin') return posix.join(home, 'Library/Application Support', profile);
  return posix.join(absolute(env['XDG_CONFIG_HOME']) ?? posix.join(home, '.config'), folderName);
}

/** The XDG specification: a path that is not absolute is ignored. */
function absolute(path: string | undefined): string | null {
  return path && posix.isAbsolute(path) ? path : null;
}

/** `folder` is null for the usual one. `hasHeldLibrary`: a missing library is asked about, never made anew. */
export interface Location {
  folder: string | null;
  hasHeldLibrary: boolean;
}

const locationName = 'location.json';

/**
 * Where the library lies. If the note cannot be read, the library may lie anywhere: then the usual folder
 * is taken, but nothing is made there without asking.
 */
export async function readLocation(profileFolder: string): Promise<Location> {
  try {
    return parse(JSON.parse(await readFile(join(profileFolder, locationName), 'utf8')));
  } catch (error) {
    return { folder: null, hasHeldLibrary: !isAbsent(error) };
  }
}

/** By hand: the window waits for this, and should not wait for zod to be loaded too. */
function parse(read: unknown): Location {
  const { folder, hasHeldLibrary } = read as Partial<Record<keyof Location, unknown>>;
  const isPlace = folder === null || (typeof folder === 'string' && folder !== '');
  if (!isPlace || typeof hasHeldLibrary !== 'boolean') throw new Error('not a location');
  return { folder, hasHeldLibrary };
}

export async function writeLocation(profileFolder: string, location: Location): Promise<void> {
  await makeFolder(nodeFs, profileFolder);
  const bytes = Buffer.from(`${JSON.stringify(location, null, 2)}\n`);
  await writeDurably(diskOf({}), join(profileFolder, locationName), bytes);
}
