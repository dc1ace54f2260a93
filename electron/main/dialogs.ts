import { dialog, type BrowserWindow } from 'electron';

/** How a kind of file is called, and ends. */
interface FileFilter {
  name: string;
  extensions: string[];
}

/** Asks for a folder; null when the user thought better of it. Dialogs are the only way for a path to enter. */
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

/** Asks where to keep a file; null when the user thought better of it. */
export async function chooseWhereToSave(
  owner: BrowserWindow | null,
  words: { title: string; name: string; filter: FileFilter },
): Promise<string | null> {
  const options = { title: words.title, defaultPath: words.name, filters: [words.filter] };
  const { canceled, filePath } =
    owner === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(owner, options);
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for one file; null when the user thought better of it. */
export async function chooseFile(
  owner: BrowserWindow | null,
  words: { title: string; filter: FileFilter },
): Promise<string | null> {
  return (await chooseSome(owner, words, ['openFile']))?.[0] ?? null;
}

/** Asks for files; null when the user thought better of it. */
export async function chooseFiles(
  owner: BrowserWindow | null,
  words: { title: string; filter: FileFilter },
): Promise<string[] | null> {
  return chooseSome(owner, words, ['openFile', 'multiSelections']);
}

async function chooseSome(
  owner: BrowserWindow | null,
  { title, filter }: { title: string; filter: FileFilter },
  properties: ('openFile' | 'multiSelections')[],
): Promise<string[] | null> {
  const options = { title, filters: [filter], properties };
  const { canceled, filePaths } =
    owner === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(owner, options);
  return canceled || filePaths.length === 0 ? null : filePaths;
}
