// The text has no caret of its own to move, so whoever has no mouse goes by paragraphs and words.

const passages = (root: HTMLElement) => [
  ...root.querySelectorAll<HTMLElement>('[data-section] [data-passage]'),
];

/** The passage that has the focus, else the first that the window shows something of. */
export function passageHere(root: HTMLElement, covered: number): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-passage]');
  const all = passages(root);
  if (focused && all.includes(focused)) return focused;
  return all.find((one) => one.getBoundingClientRect().bottom > covered + 1) ?? null;
}

/** The same, but not one that the reader has left behind by scrolling. */
export function passageInView(root: HTMLElement, covered: number): HTMLElement | null {
  const isInView = (one: HTMLElement) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > covered + 1 && top < window.innerHeight;
  };
  const here = passageHere(root, covered);
  return here && isInView(here) ? here : (passages(root).find(isInView) ?? here);
}

/** Takes the focus to the passage before or after this one; to this one if it does not have it yet. */
export function step(root: HTMLElement, by: 1 | -1, covered: number): void {
  const all = passages(root);
  const here = passageHere(root, covered);
  if (!here) return;
  const next = document.activeElement === here ? all[all.indexOf(here) + by] : here;
  if (next) enter(next);
}

/** From here on Shift and the arrow keys select. */
export function enter(passage: HTMLElement): void {
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
  passage.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  getSelection()?.collapse(passage, 0);
}

export function selectAll(passage: HTMLElement): Range {
  const range = new Range();
  range.selectNodeContents(passage);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return range;
}

/** Right and left go from word to word, with Shift they widen what is selected. Whether the key was one of these. */
export function selectByKey(
  passage: HTMLElement,
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
): boolean {
  const selection = getSelection();
  if (ctrlKey || metaKey || altKey || !selection) return false;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  if (!selection.containsNode(passage, true) && !passage.contains(selection.anchorNode)) {
    selection.collapse(passage, 0);
  }
  const isForward = key === 'ArrowRight';
  if (!shiftKey) {
    if (isForward) selection.collapseToEnd();
    else selection.collapseToStart();
  }
  selection.modify('extend', isForward ? 'forward' : 'backward', 'word');
  if (!shiftKey && !isForward && selection.rangeCount > 0) {
    // What is widened by the next key is the end, whichever way the word was reached.
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }
  return true;
}
