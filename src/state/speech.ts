/** A voice of the system, as the page lists it. */
export interface Voice {
  name: string;
  lang: string;
}

/** What became of a sentence: said to its end, or not, since the system could not. */
export type Said = 'end' | 'failed';

/**
 * The system's own voices, through the browser's speech synthesis. Only those on this computer are listed and
 * used: the others would send the text to somebody's server.
 */
export class Speech {
  #synthesis: SpeechSynthesis | null;
  /** Chromium forgets the end of an utterance that nobody holds. */
  #said: SpeechSynthesisUtterance | null = null;

  constructor(synthesis: SpeechSynthesis | undefined) {
    this.#synthesis = synthesis ?? null;
  }

  /** English ones, since that is what the guide is in; of a family of variants (espeak-ng has a hundred of each) the plain one. */
  voices(): Voice[] {
    const byName = new Map(
      this.#local()
        .filter(({ name, lang }) => /^en(?![a-z])/i.test(lang) && !name.includes('+'))
        .map(({ name, lang }) => [name, { name, lang }]),
    );
    const home = /^en[-_]US$/i;
    return [...byName.values()].sort(
      (one, other) =>
        Number(home.test(other.lang)) - Number(home.test(one.lang)) ||
        one.name.localeCompare(other.name),
    );
  }

  /** The list comes late, and again when a voice is installed. Returns what ends the listening. */
  onVoices(listen: () => void): () => void {
    const synthesis = this.#synthesis;
    synthesis?.addEventListener('voiceschanged', listen);
    return () => synthesis?.removeEventListener('voiceschanged', listen);
  }

  /** Says it in place of what is being said; `tell` hears only of this one, and not when it is cut off. */
  say(text: string, how: { voice: string; speed: number }, tell: (said: Said) => void): void {
    this.stop();
    const voice = this.#local().find(({ name }) => name === how.voice);
    if (!this.#synthesis || !voice) {
      tell('failed');
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = how.speed;
    const done = (said: Said) => {
      if (this.#said !== utterance) return;
      this.#said = null;
      tell(said);
    };
    utterance.onend = () => done('end');
    utterance.onerror = () => done('failed');
    this.#said = utterance;
    this.#synthesis.speak(utterance);
  }

  /** What was cut off ends with an error (interrupted, canceled), which is none. */
  stop(): void {
    this.#said = null;
    this.#synthesis?.cancel();
  }

  #local(): SpeechSynthesisVoice[] {
    return (this.#synthesis?.getVoices() ?? []).filter(({ localService }) => localService);
  }
}
