import { fold } from '../guide/words';
import type { Card } from './schema';

/** What the list of cards is narrowed to; an empty text and null leave all. */
export interface CardFilter {
  text: string;
  tag: string | null;
}

/** All words of a card as they are looked for: its sides, its tags, and the passage it was made from. */
function wordsOfCard({ front, back, tags, source }: Card): string {
  return fold([front, back, ...tags, source?.anchor.quote ?? ''].join(' '));
}

/** Tags in use, by the alphabet. */
export function tagsOf(cards: readonly Card[]): string[] {
  const all = new Set(cards.flatMap(({ tags }) => tags));
  return [...all].sort((one, other) => one.localeCompare(other));
}

/** The newest first; of one instant, in a fixed order. */
export function newestFirst(one: Card, other: Card): number {
  return -compare(one.createdAt, other.createdAt) || compare(one.id, other.id);
}

/**
 * In the order of a text, by where each card's passage stood when the card was made: `orderOf` numbers its
 * sections. Cards of no passage, or of a section that is gone, come last, the newest first.
 */
export function bySource(orderOf: (section: string) => number | undefined) {
  const place = ({ source }: Card) => (source ? orderOf(source.anchor.section) : undefined);
  return (one: Card, other: Card): number => {
    const [first, second] = [place(one) ?? Infinity, place(other) ?? Infinity];
    if (first !== second) return first - second;
    const isPlaced = first !== Infinity;
    const start = (card: Card) => (isPlaced ? (card.source?.anchor.start ?? 0) : 0);
    return start(one) - start(other) || newestFirst(one, other);
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Narrows lists of cards down; the words of a card are made ready once, as long as it stays as it is. */
export class CardFinder {
  #words = new WeakMap<Card, string>();

  find(cards: readonly Card[], { text, tag }: CardFilter): Card[] {
    const wanted = fold(text).trim().split(/\s+/);
    return cards.filter(
      (card) =>
        (tag === null || card.tags.includes(tag)) &&
        wanted.every((word) => this.#wordsOf(card).includes(word)),
    );
  }

  #wordsOf(card: Card): string {
    const words = this.#words.get(card) ?? wordsOfCard(card);
    this.#words.set(card, words);
    return words;
  }
}
