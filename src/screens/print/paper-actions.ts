import { usualPaper } from '../../core/guide/paper';
import type { Paper } from '../../core/guide/look';
import type { Api, Printable } from '../../core/ipc';
import type { ShellState } from '../../state/shell.svelte';

interface Parts {
  api: Api;
  shell: ShellState;
}

/** What is put on paper, and what the user calls it. */
interface Asked {
  what: Printable;
  title: string;
}

/** More of a name is cut off by some dialogs, and then its ending too. */
const longestName = 60;

/** What the user prints on: chosen, or usual where they are. */
export const paperOf = (shell: ShellState): Paper =>
  shell.reading.paper ?? usualPaper(navigator.language);

/** A name for a file in which every system takes each letter: `Coders Almanac - The role at a glance.pdf`. */
export function fileName(title: string, ending: `.${string}`): string {
  const name = `Coders Almanac - ${title}`
    .normalize('NFKD')
    .replace(/[^\w .-]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName);
  return `${name}${ending}`;
}

/** Saves it where the user says. */
export async function savePdf({ api, shell }: Parts, { what, title }: Asked): Promise<void> {
  shell.announcer.say('Making the PDF');
  const saved = await api.savePdf(what, fileName(title, '.pdf'));
  if (!saved.ok) shell.tell(saved.problem);
  else if (saved.value) shell.showDone(`Saved “${title}” as PDF`, null);
}

/** Hands it to the system's dialog. */
export async function print({ api, shell }: Parts, { what }: Asked): Promise<void> {
  shell.announcer.say('Making the pages');
  await shell.tellIfFailed(api.print(what));
}
