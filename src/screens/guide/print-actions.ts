import { usualPaper } from '../../core/guide/paper';
import type { Paper } from '../../core/guide/look';
import type { Api } from '../../core/ipc';
import type { Action } from '../../state/actions.svelte';
import type { GuideState } from '../../state/guide.svelte';
import type { ShellState } from '../../state/shell.svelte';

interface Parts {
  api: Api;
  guide: GuideState;
  shell: ShellState;
}

/** What the user prints on: chosen, or usual where they are. */
export const paperOf = (shell: ShellState): Paper =>
  shell.reading.paper ?? usualPaper(navigator.language);

/** Paper and PDF of the open chapter and of the whole guide: in the menu, the palette and by key. */
export function printActions({ api, guide, shell }: Parts): Action[] {
  const chapter = () => (guide.isGlossary ? null : guide.chapter);
  const what = (part: 'chapter' | 'whole') => ({
    ...{ kind: 'guide' as const, paper: paperOf(shell) },
    chapter: part === 'whole' ? null : guide.chapter.id,
  });

  async function save(part: 'chapter' | 'whole') {
    const title = part === 'whole' ? 'The guide' : guide.chapter.title;
    // Only letters and figures that every system takes in a name.
    const name = `Coders Almanac - ${title.replace(/[^\w .-]+/g, '')}.pdf`;
    shell.announcer.say('Making the PDF');
    const saved = await api.savePdf(what(part), name);
    if (!saved.ok) shell.tell(saved.problem);
    else if (saved.value) shell.showDone(`Saved “${title}” as PDF`, null);
  }

  async function print(part: 'chapter' | 'whole') {
    shell.announcer.say('Making the pages');
    await shell.tellIfFailed(api.print(what(part)));
  }

  return [
    {
      id: 'guide.pdf-chapter',
      name: 'Save this chapter as PDF',
      group: 'Record',
      words: 'guide export paper',
      isAvailable: () => chapter() !== null,
      run: () => save('chapter'),
    },
    {
      id: 'guide.pdf-whole',
      name: 'Save the whole guide as PDF',
      group: 'Record',
      words: 'export book paper',
      run: () => save('whole'),
    },
    {
      id: 'guide.print-chapter',
      name: 'Print this chapter',
      group: 'Record',
      keys: ['Mod+P'],
      words: 'guide paper',
      isAvailable: () => chapter() !== null,
      run: () => print('chapter'),
    },
    {
      id: 'guide.print-whole',
      name: 'Print the whole guide',
      group: 'Record',
      words: 'book paper',
      run: () => print('whole'),
    },
  ];
}
