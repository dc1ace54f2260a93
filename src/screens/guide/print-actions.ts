import type { Api } from '../../core/ipc';
import type { Action } from '../../state/actions.svelte';
import type { GuideState } from '../../state/guide.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { paperOf, print, savePdf } from '../print/paper-actions';

interface Parts {
  api: Api;
  guide: GuideState;
  shell: ShellState;
}

/** Paper and PDF of the open chapter and of the whole guide: in the menu, the palette and by key. */
export function printActions({ api, guide, shell }: Parts): Action[] {
  /** What is printed are the guide's own pages; nothing of that is meant by who reads a text of their own. */
  const isGuide = () => guide.document === null;
  const isChapter = () => isGuide() && !guide.isGlossary;
  const asked = (part: 'chapter' | 'whole') => {
    const { id, title } = guide.chapter;
    const what = { kind: 'guide' as const, paper: paperOf(shell) };
    return part === 'whole'
      ? { what: { ...what, chapter: null }, title: 'The guide' }
      : { what: { ...what, chapter: id }, title };
  };
  const save = (part: 'chapter' | 'whole') => savePdf({ api, shell }, asked(part));
  const printPart = (part: 'chapter' | 'whole') => print({ api, shell }, asked(part));

  return [
    {
      id: 'guide.pdf-chapter',
      name: 'Save this chapter as PDF',
      group: 'Record',
      words: 'guide export paper',
      isAvailable: isChapter,
      run: () => save('chapter'),
    },
    {
      id: 'guide.pdf-whole',
      name: 'Save the whole guide as PDF',
      group: 'Record',
      words: 'export book paper',
      isAvailable: isGuide,
      run: () => save('whole'),
    },
    {
      id: 'guide.print-chapter',
      name: 'Print this chapter',
      group: 'Record',
      keys: ['Mod+P'],
      words: 'guide paper',
      isAvailable: isChapter,
      run: () => printPart('chapter'),
    },
    {
      id: 'guide.print-whole',
      name: 'Print the whole guide',
      group: 'Record',
      words: 'book paper',
      isAvailable: isGuide,
      run: () => printPart('whole'),
    },
  ];
}
