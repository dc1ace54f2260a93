import type { Action } from '../../state/actions.svelte';
import type { DocumentsState } from '../../state/documents.svelte';
import type { GuideState } from '../../state/guide.svelte';
import type { ShellState } from '../../state/shell.svelte';

interface Parts {
  guide: GuideState;
  documents: DocumentsState;
  shell: ShellState;
}

/** What can be done with texts of the user's own while the guide is open. */
export function documentActions({ guide, documents, shell }: Parts): Action[] {
  const words = 'own document file markdown text';
  const isOpen = () => guide.document !== null && documents.open !== null;
  const withOpen = (run: (id: string) => void) => () => {
    if (guide.document !== null) run(guide.document);
  };
  return [
    {
      id: 'documents.add',
      name: 'Add a document',
      group: 'Record',
      keys: ['Mod+Shift+O'],
      words: `${words} open import`,
      isAvailable: () => shell.canWrite,
      run: () => documents.choose(),
    },
    {
      id: 'documents.show-file',
      name: 'Show the document’s file',
      group: 'Go to',
      words: `${words} folder edit`,
      isAvailable: isOpen,
      run: withOpen((id) => documents.showFile(id)),
    },
    {
      id: 'documents.previous',
      name: 'The document’s text before its last change',
      group: 'Go to',
      words: `${words} version earlier`,
      isAvailable: isOpen,
      run: withOpen((id) => documents.show(id, 'previous')),
    },
    {
      id: 'documents.now',
      name: 'Back to the document’s text of now',
      group: 'Go to',
      words,
      isAvailable: () => documents.open?.text.edition === 'previous',
      run: withOpen((id) => documents.show(id)),
    },
    {
      id: 'documents.delete',
      name: 'Delete this document',
      group: 'Record',
      words,
      isAvailable: () => isOpen() && shell.canWrite,
      run: withOpen((id) => void documents.remove(id)),
    },
  ];
}
