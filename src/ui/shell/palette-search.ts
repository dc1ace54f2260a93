/** What can be found: an action by its name and other words, an activity by its title. */
export interface Findable {
  name: string;
  group: string;
  words?: string | undefined;
  /** Titles are long enough to hold almost any letters in order, so that theirs are not looked at. */
  isTitle?: boolean | undefined;
}

/**
 * Those that the words mean, best first. Each word typed must be found in the name or the other words: at
 * the start of a word, within one, or as letters in order (`lgact` for Log an activity).
 */
export function find<Entry extends Findable>(typed: string, among: readonly Entry[]): Entry[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return among
    .map((entry) => ({ entry, score: score(wanted, entry) }))
    .filter((found) => found.score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

function score(wanted: string[], { name, words = '', group, isTitle = false }: Findable): number {
  if (wanted.length === 0) return 1;
  const shown = name.toLowerCase();
  const hidden = `${words} ${group}`.toLowerCase();
  let sum = shown.startsWith(wanted.join(' ')) ? 5 : 0;
  for (const word of wanted) {
    const loosely = isTitle ? 0 : inOrder(word, shown);
    const one = Math.max(found(word, shown) * 2, found(word, hidden), loosely);
    if (one === 0) return 0;
    sum += one;
  }
  return sum;
}

/** 4 for a whole word, 3 for its beginning, 2 for a part of it. */
function found(word: string, text: string): number {
  const parts = text.split(/[\s:/]+/);
  if (parts.includes(word)) return 4;
  if (parts.some((part) => part.startsWith(word))) return 3;
  return text.includes(word) && word.length > 1 ? 2 : 0;
}

/** 1 when all letters come in this order, the first of them at the beginning of a word. */
function inOrder(word: string, text: string): number {
  if (word.length < 2) return 0;
  const starts = [...text.matchAll(/(?:^|\s)(\S)/g)].map(
    (match) => match.index + match[0].length - 1,
  );
  return starts.some((start) => {
    let at = start;
    return [...word].every((letter, nth) => {
      const next = text.indexOf(letter, at);
      if (next < 0 || (nth === 0 && next !== start)) return false;
      at = next + 1;
      return true;
    });
  })
    ? 1
    : 0;
}
