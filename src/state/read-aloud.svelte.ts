import { besideIn, placeIn, type SpokenPlace, type Spoken } from '../core/guide/sentences';
import type { Reader } from './reader';
import type { ShellState } from './shell.svelte';
import type { Speech, Voice } from './speech';

export const speeds = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** Where in the text the reading is to begin: at a place of a passage of a section. */
export interface SpokenFrom {
  section: string;
  passage: string;
  offset: number;
}

/** What is read aloud, sentence by sentence, to the end of the chapter or of the text of the user's own. */
export class ReadAloud {
  voices = $state.raw<readonly Voice[]>([]);
  state = $state<'off' | 'reading' | 'paused'>('off');
  /** The voice of the system gave up. */
  hasFailed = $state(false);
  /** Someone wants to be read to, and there is no voice. */
  isMissed = $state(false);

  /** Which chapter is read. */
  chapter: string | null = null;

  #place = $state.raw<SpokenPlace | null>(null);
  #text: () => Reader;
  #shell: ShellState;
  #speech: Speech;

  constructor(text: () => Reader, shell: ShellState, speech: Speech) {
    this.#text = text;
    this.#shell = shell;
    this.#speech = speech;
    this.look();
  }

  readonly isOn: boolean = $derived(this.state !== 'off');
  /** The sentence that is being read, or would be next. */
  readonly now: Spoken | null = $derived(this.isOn ? (this.#place?.spoken ?? null) : null);
  readonly hasVoice: boolean = $derived(this.voices.length > 0);
  readonly speed: number = $derived.by(() => this.#shell.reading.speed);
  /** The one that was chosen while it is there, else the first. */
  readonly voice: string | null = $derived.by(() => {
    const { voice } = this.#shell.reading;
    const names = this.voices.map(({ name }) => name);
    return voice !== null && names.includes(voice) ? voice : (names[0] ?? null);
  });
  readonly isFirst: boolean = $derived.by(() => this.#beside(-1) === null);
  readonly isLast: boolean = $derived.by(() => this.#beside(1) === null);

  /** Voices come late, and go. Returns what ends the listening. */
  listen(): () => void {
    return this.#speech.onVoices(() => this.look());
  }

  /** The system's voices may have changed. */
  look(): void {
    this.voices = this.#speech.voices();
    if (this.hasVoice) this.isMissed = false;
  }

  /** Reads from this place of a passage on, or from the chapter's beginning; without a voice it says so. */
  start(from: SpokenFrom | null): void {
    this.look();
    if (!this.hasVoice) {
      this.isMissed = true;
      return;
    }
    const { chapter, guide } = this.#text();
    this.chapter = chapter.id;
    this.#place = placeIn(chapter, (section) => guide.correctionsOf(section), from);
    this.#read();
  }

  /** A pause is a stop at the sentence: what the systems do of themselves ends in silence on some. */
  toggle(): void {
    if (this.state === 'paused') this.#read();
    else if (this.state === 'reading') {
      this.state = 'paused';
      this.#speech.stop();
    }
  }

  step(by: 1 | -1): void {
    const next = this.isOn ? this.#beside(by) : null;
    if (!next) return;
    this.#place = next;
    if (this.state === 'reading') this.#read();
  }

  stop(): void {
    this.isMissed = false;
    if (!this.isOn) return;
    this.state = 'off';
    this.hasFailed = false;
    this.#place = null;
    this.#speech.stop();
  }

  setSpeed(speed: number): void {
    this.#shell.keepReading({ ...this.#shell.reading, speed });
    this.#again();
  }

  setVoice(voice: string): void {
    this.#shell.keepReading({ ...this.#shell.reading, voice });
    this.#again();
  }

  /** Of a text that another program has changed meanwhile, there is none. */
  #beside(by: 1 | -1): SpokenPlace | null {
    const { chapter, guide } = this.#text();
    return (
      this.#place && besideIn(chapter, (section) => guide.correctionsOf(section), this.#place, by)
    );
  }

  /** The sentence from its beginning, as it is to sound by now. */
  #again(): void {
    if (this.state === 'reading') this.#read();
  }

  #read(): void {
    const now = this.#place?.spoken;
    if (!now || this.voice === null) {
      this.stop();
      return;
    }
    this.state = 'reading';
    this.hasFailed = false;
    const text = now.lead ? `${now.lead}: ${now.text}` : now.text;
    const { voice, speed } = this;
    this.#speech.say(text, { voice, speed }, (said) => {
      if (said === 'failed') {
        this.state = 'paused';
        this.hasFailed = true;
      } else if (this.isLast) this.stop();
      else this.step(1);
    });
  }
}
