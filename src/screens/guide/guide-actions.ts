import type { Look } from '../../core/guide/look';
import type { Action } from '../../state/actions.svelte';
import type { GuideState } from '../../state/guide.svelte';
import { leadingNames, measureNames, typefaceNames } from './looks';

interface Ways {
  startSearch: () => void;
  endSearch: () => Promise<void>;
  go: (by: 1 | -1) => void;
}

/** What can be done while the guide is open. The keys leave those of the zoom alone. */
export function guideActions(guide: GuideState, { startSearch, endSearch, go }: Ways): Action[] {
  return [
    {
      id: 'guide.search',
      name: 'Search the guide',
      group: 'Go to',
      keys: ['Mod+F'],
      words: 'find text chapter',
      run: startSearch,
    },
    {
      id: 'guide.next-hit',
      name: 'Next place found',
      group: 'Go to',
      keys: ['F3', 'Mod+G'],
      isAvailable: () => guide.isSearching,
      run: () => go(1),
    },
    {
      id: 'guide.previous-hit',
      name: 'Previous place found',
      group: 'Go to',
      keys: ['Shift+F3', 'Mod+Shift+G'],
      isAvailable: () => guide.isSearching,
      run: () => go(-1),
    },
    {
      id: 'guide.end-search',
      name: 'End the search',
      group: 'Go to',
      isAvailable: () => guide.isSearching,
      run: endSearch,
    },
    {
      id: 'guide.back',
      name: 'Back in the guide',
      group: 'Go to',
      keys: ['Alt+ArrowLeft'],
      words: 'return where I was',
      isAvailable: () => guide.trail.behind.length > 0,
      run: () => guide.goAlong('back'),
    },
    {
      id: 'guide.forward',
      name: 'Forward in the guide',
      group: 'Go to',
      keys: ['Alt+ArrowRight'],
      isAvailable: () => guide.trail.ahead.length > 0,
      run: () => guide.goAlong('forward'),
    },
    {
      id: 'guide.next',
      name: 'Next chapter',
      group: 'Go to',
      keys: ['Mod+PageDown'],
      words: 'guide forward',
      isAvailable: () => guide.next !== null,
      run: () => guide.turnPage('next'),
    },
    {
      id: 'guide.previous',
      name: 'Previous chapter',
      group: 'Go to',
      keys: ['Mod+PageUp'],
      words: 'guide back',
      isAvailable: () => guide.previous !== null,
      run: () => guide.turnPage('previous'),
    },
    {
      id: 'guide.glossary',
      name: 'Glossary',
      group: 'Go to',
      words: 'guide terms words abbreviations dictionary',
      run: () => guide.openGlossary(),
    },
    {
      id: 'guide.larger',
      name: 'Larger text',
      group: 'View',
      keys: ['Mod+>'],
      words: 'guide size bigger',
      run: () => guide.resize('larger'),
    },
    {
      id: 'guide.smaller',
      name: 'Smaller text',
      group: 'View',
      keys: ['Mod+<'],
      words: 'guide size',
      run: () => guide.resize('smaller'),
    },
    {
      id: 'guide.usual',
      name: 'Usual text size',
      group: 'View',
      words: 'guide reset',
      isAvailable: () => guide.textSize !== 100,
      run: () => guide.resize('usual'),
    },
    ...lookActions(guide),
  ];
}

/** How the text is set: one action for each choice that is not made yet. */
function lookActions(guide: GuideState): Action[] {
  const choices = [
    ...measureNames.map(({ value, label }) => ({
      name: `Line length: ${label.toLowerCase()}`,
      words: 'guide measure width column',
      look: { measure: value },
    })),
    ...leadingNames.map(({ value, label }) => ({
      name: `Line spacing: ${label.toLowerCase()}`,
      words: 'guide height leading',
      look: { leading: value },
    })),
    ...typefaceNames.map(({ value, label }) => ({
      name: `Typeface: ${label.toLowerCase()}`,
      words: 'guide font letters',
      look: { typeface: value },
    })),
  ];
  const actions = choices.map(({ name, words, look }): Action => {
    const [[of, value] = ['', '']] = Object.entries(look);
    return {
      ...{ id: `guide.${of}.${value}`, name, words, group: 'View' },
      isAvailable: () => guide.typography[of as keyof Look] !== value,
      run: () => guide.setLook(look),
    };
  });
  return [
    ...actions,
    {
      id: 'guide.usual-look',
      name: 'Usual text',
      group: 'View',
      words: 'guide reset typography size length spacing typeface',
      isAvailable: () => !guide.isUsualLook,
      run: () => guide.setLook(),
    },
  ];
}
