import { untrack } from 'svelte';
import type { DocumentsState } from '../../state/documents.svelte';
import type { GuideState } from '../../state/guide.svelte';

/**
 * Keeps the texts of the user's own up with the guide, which names the one that is open and what is searched. To
 * be called while the screen is made.
 */
export function followDocuments(guide: GuideState, documents: DocumentsState): void {
  // The worker ends with the screen.
  $effect(() => () => documents.end());

  // What is read in a worker is asked for as it is needed: the open text, those that changed, what is marked.
  $effect(() => {
    const { document } = guide;
    untrack(() => documents.show(document));
  });
  $effect(() => documents.follow());
  $effect(() => {
    documents.open?.text.findMarks();
    documents.open?.followSought();
    void documents.open?.followWords();
  });
  $effect(() => {
    const { open } = documents;
    if (open && open.text.sections.length >= 0) untrack(() => open.arrive());
  });

  // They are searched with each key as well, and what they hold comes when it is found.
  $effect(() => {
    const { query } = guide;
    untrack(() => void documents.search.look(query, documents));
  });
  $effect(() => {
    guide.ownHits = documents.search.hitsIn(documents);
  });
}
