import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from './log';
import type { Bounds } from './window-place';

/** Where the window was and how it looked at the last end. */
export interface WindowMemory {
  bounds: Bounds | null;
  isMaximized: boolean;
  zoom: number;
  /** Of the page, so that the first paint has it already. */
  theme: 'system' | 'light' | 'dark';
}

export const noMemory: WindowMemory = {
  bounds: null,
  isMaximized: false,
  zoom: 100,
  theme: 'system',
};

/**
 * Looks into device.json for what the window needs before the library's side of the program, with its
 * schemas, is loaded. Whatever is not as it should be is left to that side, and costs a window position.
 */
export async function recallWindow(
  findFolder: () => Promise<{ folder: string }>,
  log: Log,
): Promise<WindowMemory> {
  try {
    const { folder } = await findFolder();
    return memoryOf(JSON.parse(await readFile(join(folder, 'device.json'), 'utf8')));
  } catch (error) {
    const isFirst = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isFirst) log.warn('the window’s place is not known');
    return noMemory;
  }
}

/** Each value by itself. */
export function memoryOf(read: unknown): WindowMemory {
  if (typeof read !== 'object' || read === null) return noMemory;
  const { bounds, isMaximized, zoom, theme } = read as Partial<Record<keyof WindowMemory, unknown>>;
  return {
    bounds: isBounds(bounds) ? bounds : null,
    isMaximized: isMaximized === true,
    zoom: typeof zoom === 'number' && zoom >= 50 && zoom <= 300 ? zoom : 100,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
  };
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Record<keyof Bounds, unknown>>;
  return [x, y, width, height].every((part) => Number.isInteger(part));
}
