import type { Flags } from './flags';

interface Running {
  /** The file that the user has, of which the running executable is only a part that comes and goes. */
  appImage: string | undefined;
  executable: string;
  /** In development the folder that Electron opens; null for a packaged program. */
  openedFolder: string | null;
  isWithoutSandbox: boolean;
}

/** What starts this program again: what was said of its folders is said again, what else it was told is not. */
export function programCommand(
  { profile, data }: Pick<Flags, 'data' | 'profile'>,
  { appImage, executable, openedFolder, isWithoutSandbox }: Running,
): [string, ...string[]] {
  const own = [
    ...(profile === null ? [] : [`--profile=${profile}`]),
    ...(data === null ? [] : [`--data=${data}`]),
  ];
  if (openedFolder === null) return [appImage || executable, ...own];
  // In development alone, on machines where Chromium's sandbox cannot work.
  const sandbox = isWithoutSandbox ? ['--no-sandbox'] : [];
  return [executable, ...sandbox, openedFolder, ...own];
}
