import { live } from '../../core/library/live';
import { actionGroups, type Actions } from '../../state/actions.svelte';
import type { LibraryState } from '../../state/library.svelte';
import type { ShellState } from '../../state/shell.svelte';
import { find, type Findable } from './palette-search';

/** An action, an activity or a program to open, or a chapter or section to read. */
export interface Entry extends Findable {
  id: string;
  shown: string;
  keys: string | undefined;
  run: () => void;
}

interface Needs {
  actions: Actions;
  library: LibraryState;
  shell: ShellState;
}

/** Of each kind of titles, so that none pushes out the actions. */
const mostTitles = 8;

/** All that the palette can find: what can be done, and what can be gone to by its title. */
export class PaletteEntries {
  readonly #needs: Needs;
  #sections = $state.raw<Entry[]>([]);

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  readonly #doable: Entry[] = $derived.by(() => {
    const { actions } = this.#needs;
    return actions.list
      .filter((action) => action.id !== 'palette.open' && actions.isAvailable(action))
      .toSorted((one, other) => actionGroups.indexOf(one.group) - actionGroups.indexOf(other.group))
      .map(({ id, name, group, words, keys }) => ({
        ...{ id, name, shown: name, group, words },
        keys: keys?.[0],
        run: () => void actions.run(id),
      }));
  });

  readonly #activities: Entry[] = $derived.by(() => {
    const { library, shell } = this.#needs;
    return live(library.data.activities ?? {})
      .toSorted((one, other) => other.completedOn.localeCompare(one.completedOn))
      .map(({ id, title }) =>
        titled(id, 'Activity', 'Open', title, () => shell.go('ceus', { id })),
      );
  });

  readonly #programs: Entry[] = $derived.by(() => {
    const { library, shell } = this.#needs;
    return live(library.data.programs ?? {}).map(({ id, name }) =>
      titled(id, 'Program', 'Open', name, () => shell.go('programs', { id })),
    );
  });

  readonly #documents: Entry[] = $derived.by(() => {
    const { library, shell } = this.#needs;
    return live(library.data.documents ?? {}).map(({ id, title }) =>
      titled(id, 'Your document', 'Read', title, () => shell.go('guide', { id: `document:${id}` })),
    );
  });

  /** Titles are looked for in what main holds, so it is read once the palette is first opened; so is the guide. */
  async read(): Promise<void> {
    const { library, shell } = this.#needs;
    void library.ensure('activities', 'programs', 'documents');
    if (this.#sections.length > 0) return;
    const { outlines } = await import('../../state/guide-contents');
    this.#sections = outlines()
      .flatMap((outline) => outline.sections)
      .map(({ id, title }) =>
        titled(`guide-${id}`, 'Guide', 'Guide', title, () => shell.go('guide', { id })),
      );
  }

  /** What the words mean, best first; without a word, all that can be done. */
  found(typed: string): Entry[] {
    if (typed.trim() === '') return this.#doable;
    const titles = [this.#activities, this.#programs, this.#documents, this.#sections];
    const few = titles.flatMap((entries) => find(typed, entries).slice(0, mostTitles));
    return find(typed, [...this.#doable, ...few]);
  }
}

function titled(id: string, group: string, verb: string, name: string, run: () => void): Entry {
  return { id, name, shown: `${verb}: ${name}`, group, keys: undefined, isTitle: true, run };
}
