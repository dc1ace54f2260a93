import { dialog, type BrowserWindow } from 'electron';

/** Asks for a folder; null when the user thought better of it. The only way a path enters the program. */
export async function chooseFolder(
  owner: BrowserWindow | null,
  words: { title: string; button: string },
): Promise<string | null> {
  const options = {
    title: words.title,
    buttonLabel: words.button,
    properties: ['openDirectory' as const, 'createDirectory' as const, 'promptToCreate' as const],
  };
  const { canceled, filePaths } =
    owner === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(owner, options);
  return canceled ? null : (filePaths[0] ?? null);
}
