import { highlightKinds, kindNames, type HighlightKind } from '../../core/notes/kinds';
import type { Action } from '../../state/actions.svelte';
import type { PassageUse } from '../../state/passage-uses.svelte';

interface Ways {
  canMark: () => boolean;
  start: () => void;
  mark: (kind: HighlightKind) => void;
  use: (use: PassageUse) => void;
  step: (by: 1 | -1) => void;
  toggleBookmark: () => void;
}

/** What can be done with the words of the chapter. */
export function noteActions({ canMark, start, mark, use, step, toggleBookmark }: Ways): Action[] {
  const words = 'guide note annotate underline paragraph';
  return [
    {
      id: 'notes.highlight',
      name: 'Highlight the selection or paragraph',
      group: 'Record',
      keys: ['Mod+Shift+H'],
      words,
      isAvailable: canMark,
      run: start,
    },
    ...highlightKinds.map((kind): Action => ({
      id: `notes.highlight-${kind}`,
      name: `Highlight: ${kindNames[kind]}`,
      group: 'Record',
      words,
      isAvailable: canMark,
      run: () => mark(kind),
    })),
    {
      // In the guide a new card is one of the words that are read.
      id: 'card.new',
      name: 'Make a card of these words',
      group: 'Record',
      keys: ['Mod+Shift+K'],
      words: 'guide new study question flashcard passage',
      isAvailable: canMark,
      run: () => use('card'),
    },
    {
      id: 'notes.date',
      name: 'Add a date from these words',
      group: 'Record',
      words: 'guide deadline reminder calendar passage',
      isAvailable: canMark,
      run: () => use('date'),
    },
    {
      id: 'notes.activity',
      name: 'Add these words to an activity',
      group: 'Record',
      words: 'guide ceu note quote passage',
      isAvailable: canMark,
      run: () => use('activity'),
    },
    {
      id: 'notes.bookmark',
      name: 'Bookmark this section, or take it away',
      group: 'Record',
      keys: ['Mod+D'],
      words: 'guide mark place',
      isAvailable: canMark,
      run: toggleBookmark,
    },
    {
      id: 'notes.next-paragraph',
      name: 'Next paragraph',
      group: 'Go to',
      keys: ['Alt+ArrowDown'],
      words: 'guide select words keyboard',
      run: () => step(1),
    },
    {
      id: 'notes.previous-paragraph',
      name: 'Previous paragraph',
      group: 'Go to',
      keys: ['Alt+ArrowUp'],
      words: 'guide select words keyboard',
      run: () => step(-1),
    },
  ];
}
