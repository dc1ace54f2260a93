import type { Api } from '../../core/ipc';
import { notesAsJson, notesAsMarkdown, readNotes } from '../../core/notes/transfer';
import type { LibraryState } from '../../state/library.svelte';
import type { Mark, NotesState } from '../../state/notes.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { dayOfInstant } from '../../ui/locale';

interface Parts {
  api: Api;
  library: LibraryState;
  shell: ShellState;
  notes: NotesState;
}

/** What is listed, as text to read elsewhere, or as a file that can be read in again. */
export async function exportNotes(
  kind: 'markdown' | 'json',
  marks: readonly Mark[],
  { api, shell, notes }: Parts,
): Promise<void> {
  const highlights = marks.map(({ highlight }) => highlight);
  const { bookmarks } = notes;
  const text =
    kind === 'json'
      ? notesAsJson({ highlights, bookmarks }, shell.now())
      : notesAsMarkdown('Notes on the guide', groupsOf(marks, notes), bookmarks);
  const name = `guide-notes-${shell.day}.${kind === 'json' ? 'json' : 'md'}`;
  const saved = await api.saveText(kind, name, text);
  if (!saved.ok) shell.tell(saved.problem);
  else if (saved.value) {
    const count = highlights.length === 1 ? '1 highlight' : `${highlights.length} highlights`;
    shell.showDone(`Exported ${count}`, null);
  }
}

export async function importNotes({ api, library, shell, notes }: Parts): Promise<void> {
  const opened = await api.openText();
  if (!opened.ok) return shell.tell(opened.problem);
  if (opened.value === null) return;
  const read = readNotes(opened.value);
  if (!read.ok) return shell.tell(read.problem);
  const count = () => notes.marks.length + notes.bookmarks.length;
  const before = count();
  const done = await library.dispatch(read.value);
  if (done.ok && count() === before) shell.showDone('All of these notes are here already', null);
}

function groupsOf(marks: readonly Mark[], notes: NotesState) {
  const itemsOf = (some: readonly Mark[]) =>
    some.map(({ highlight }) => ({ highlight, day: dayOfInstant(highlight.createdAt) }));
  const placed = notes.guide.chapters.map((chapter) => ({
    title: chapter.title,
    items: itemsOf(marks.filter((mark) => mark.place !== null && mark.chapter === chapter)),
  }));
  const orphans = itemsOf(marks.filter(({ place }) => place === null));
  return [...placed, { title: 'Passages that have changed', items: orphans }];
}
