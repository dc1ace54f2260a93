/** What a screen reader is told without the focus moving. One sentence at a time. */
export class Announcer {
  sentence = $state('');
  #turn = false;

  say(sentence: string): void {
    // The same sentence twice would not be read twice; a space that is not heard makes it another one.
    this.#turn = !this.#turn;
    this.sentence = this.#turn ? sentence : `${sentence}\u00a0`;
  }
}
