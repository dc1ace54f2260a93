import type { Api } from '../../core/ipc';
import { notesAsJson, notesAsMarkdown, readNotes } from '../../core/notes/transfer';
import { live } from '../../core/library/live';
import { whereOf } from '../../core/study/passage';
import type { CardsState } from '../../state/cards.svelte';
import type { LibraryState } from '../../state/library.svelte';
import type { Mark, NotesState } from '../../state/notes.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { dayOfInstant } from '../../ui/locale';

interface Parts {
  api: Api;
  library: LibraryState;
  shell: ShellState;
  /** Of the guide, and of each text of the user's own in which something is marked. */
  sources: readonly NotesState[];
  cards: CardsState;
}

/** What is listed, with all cards, as text to read elsewhere, or as a file that can be read in again. */
export async function exportNotes(
  kind: 'markdown' | 'json',
  marks: readonly Mark[],
  { api, shell, sources, cards: all }: Parts,
): Promise<void> {
  const highlights = marks.map(({ highlight }) => highlight);
  const bookmarks = sources.flatMap((one) => one.bookmarks);
  const cards = all.sorted;
  const noted = cards.map((card) => ({
    card,
    where: card.source && whereOf(all.passageOf(card.source)),
  }));
  const text =
    kind === 'json'
      ? notesAsJson({ highlights, bookmarks, cards }, shell.now())
      : notesAsMarkdown(
          sources.length > 1 ? 'Notes' : 'Notes on the guide',
          groupsOf(marks, sources),
          { bookmarks, cards: noted },
        );
  const name = `guide-notes-${shell.day}.${kind === 'json' ? 'json' : 'md'}`;
  const saved = await api.saveText(kind, name, text);
  if (!saved.ok) shell.tell(saved.problem);
  else if (saved.value) {
    const count = (of: readonly unknown[], one: string) =>
      of.length === 1 ? `1 ${one}` : `${of.length} ${one}s`;
    const and = cards.length > 0 ? ` and ${count(cards, 'card')}` : '';
    shell.showDone(`Exported ${count(highlights, 'highlight')}${and}`, null);
  }
}

export async function importNotes({
  api,
  library,
  shell,
}: Pick<Parts, 'api' | 'library' | 'shell'>): Promise<void> {
  const opened = await api.openText();
  if (!opened.ok) return shell.tell(opened.problem);
  if (opened.value === null) return;
  const read = readNotes(opened.value);
  if (!read.ok) return shell.tell(read.problem);
  // Notes of texts that are not there any more count as well.
  const { data } = library;
  const count = () =>
    live(data.highlights ?? {}).length +
    live(data.bookmarks ?? {}).length +
    live(data.cards ?? {}).length;
  const before = count();
  const done = await library.dispatch(read.value);
  if (done.ok && count() === before) shell.showDone('All of these notes are here already', null);
}

function groupsOf(marks: readonly Mark[], sources: readonly NotesState[]) {
  const itemsOf = (some: readonly Mark[]) =>
    some.map(({ highlight }) => ({ highlight, day: dayOfInstant(highlight.createdAt) }));
  const isIn = (mark: Mark, id: string) =>
    mark.chapter?.id === id && (mark.place !== null || mark.isSought);
  const placed = sources
    .flatMap((one) => one.guide.chapters)
    .map(({ id, title }) => ({ title, items: itemsOf(marks.filter((mark) => isIn(mark, id))) }));
  const orphans = itemsOf(marks.filter(({ place, isSought }) => place === null && !isSought));
  return [...placed, { title: 'Passages that have changed', items: orphans }];
}
