import { untrack } from 'svelte';
import type { DocumentsState } from '../../state/documents.svelte';
import type { GuideState } from '../../state/guide.svelte';
import type { LibraryState } from '../../state/library.svelte';
import type { NotesState, Target } from '../../state/notes.svelte';
import { cardOf, targetOf } from '../../state/passage-visit';
import type { ShellState } from '../../state/shell.svelte';
import type { SearchMoves } from './search-moves.svelte';

interface Parts {
  guide: GuideState;
  notes: NotesState;
  documents: DocumentsState;
  search: SearchMoves;
  library: LibraryState;
  shell: ShellState;
  /** The passage that a visit asks for; null for none. */
  seek: (target: Target | null) => void;
}

/**
 * Shows what each visit of the guide asks for: a chapter, a section, a text of the user's own, a passage, the
 * search or the notes; else the text where it was left. To be called while the screen is made.
 */
export function followVisits(parts: Parts): void {
  const { guide, notes, documents, search, library, shell, seek } = parts;

  // Whatever is shown next, from wherever it was asked for, takes the place of the list of notes.
  $effect(() => {
    void guide.goal;
    void guide.term;
    void guide.document;
    void documents.open?.goal;
    notes.isListOpen = false;
  });

  // The shell scrolls to the top on each visit, which the place must win over.
  $effect(() => {
    const { id, screen, turn } = shell.visit;
    if (screen === 'guide') untrack(() => show(id, turn));
  });

  function show(id: string | null, turn: number) {
    notes.isListOpen = id === 'notes';
    const target = targetOf(id);
    seek(target);
    const card = cardOf(id);
    if (id === 'search') {
      guide.showAgain(false);
      requestAnimationFrame(search.start);
    } else if (id === 'notes') {
      guide.keep();
    } else if (id?.startsWith('document:')) openDocument(id.slice(9));
    else if (card !== null) void goToCard(card);
    else if (id === null && guide.document !== null) documents.open?.showAgain();
    else if (id === null || !guide.open(target?.section ?? id)) guide.showAgain(turn > 0);
  }

  function openDocument(id: string) {
    const { open } = documents;
    guide.openDocument(id);
    if (open?.text.id === id) open.showAgain();
  }

  /** A card of words in a text of the user's own, where a worker finds them. */
  async function goToCard(id: string) {
    await library.ensure('cards', 'documents');
    const source = library.data.cards?.[id]?.source;
    if (source) documents.goToWords(source.document, source.anchor);
  }
}
