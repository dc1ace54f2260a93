import type { Painted } from './paint';

/** Between two cards, in pixels. */
const gap = 14;

/**
 * Puts each card of the margin beside the first line of its passage, below the card before it and clear of
 * the corrections. Where there is no margin the cards stand in the text, and are left alone.
 */
export function placeCards(root: HTMLElement, painted: readonly Painted[]): void {
  const cards = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-card]')].map((card) => [
      card.dataset['card'] ?? '',
      card,
    ]),
  );
  const taken = [...root.querySelectorAll('.beside')]
    .map((one) => one.getBoundingClientRect())
    .sort((one, other) => one.top - other.top);
  // All that is measured comes before the first card is moved, so that the page is laid out once.
  const wanted = painted
    .flatMap(({ id, ranges: [first] }) => {
      const card = cards.get(id);
      const box = card?.offsetParent?.getBoundingClientRect();
      const line = first?.getClientRects()[0];
      if (!card || !box || !line || getComputedStyle(card).position !== 'absolute') return [];
      return [{ card, origin: box.top, top: line.top, height: card.offsetHeight }];
    })
    .sort((one, other) => one.top - other.top);
  let end = -Infinity;
  for (const { card, origin, top, height } of wanted) {
    let at = Math.max(top, end + gap);
    for (const box of taken) {
      if (at < box.bottom + gap && at + height > box.top - gap) at = box.bottom + gap;
    }
    end = at + height;
    card.style.top = `${Math.round(at - origin)}px`;
  }
}
