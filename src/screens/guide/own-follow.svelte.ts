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
  // Another program may have changed the text that is open, or it was deleted: read again, or left.
  $effect(() => documents.follow());
  // Where the marks and the words that are sought stand is known only once the worker has read the text.
  $effect(() => {
    documents.open?.text.findMarks();
    documents.open?.followSought();
    void documents.open?.followWords();
  });
  // Sections come one after the other: a place that is wanted is gone to when its own has come.
  $effect(() => {
    const { open } = documents;
    if (open && open.text.sections.length >= 0) untrack(() => open.arrive());
  });

  // They are searched with each key as well, and what they hold comes when it is found.
  $effect(() => {
    const { query } = guide;
    untrack(() => void documents.search.look(query, documents));
  });
  // The guide steps through its own hits and these as one list, and the worker's come later.
  $effect(() => {
    guide.ownHits = documents.search.hitsIn(documents);
  });
}
