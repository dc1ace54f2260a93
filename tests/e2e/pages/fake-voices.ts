import { expect, type Page } from '@playwright/test';

export interface FakeVoice {
  name: string;
  lang: string;
  localService: boolean;
}

/** What one utterance was, and what was lit while it was said. */
export interface Utterance {
  text: string;
  voice: string;
  rate: number;
}

interface Edge {
  said: Utterance[];
  voices: FakeVoice[];
  current: {
    onend: (() => void) | null;
    onerror: ((event: { error: string }) => void) | null;
  } | null;
  changed: Set<() => void>;
}

type Page2 = { edge: Edge };

/** In place of the system's voices, which no machine of a test has to have: it says nothing, and keeps what it is to say. */
export class FakeVoices {
  constructor(readonly page: Page) {}

  /** Before the guide is first opened. */
  async install(voices: FakeVoice[]): Promise<this> {
    await this.page.evaluate((voices) => {
      const edge: Edge = { said: [], voices, current: null, changed: new Set() };
      class Utterance {
        voice: { name: string } | null = null;
        rate = 1;
        lang = '';
        onend: (() => void) | null = null;
        onerror: ((event: { error: string }) => void) | null = null;
        constructor(readonly text: string) {}
      }
      const synthesis = {
        getVoices: () => edge.voices,
        speak(one: Utterance) {
          edge.current = one;
          edge.said.push({ text: one.text, voice: one.voice?.name ?? '', rate: one.rate });
        },
        // As in Chromium: what is cut off fails.
        cancel() {
          const { current } = edge;
          edge.current = null;
          current?.onerror?.({ error: 'interrupted' });
        },
        addEventListener: (_: string, listen: () => void) => edge.changed.add(listen),
        removeEventListener: (_: string, listen: () => void) => edge.changed.delete(listen),
      };
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
      Object.assign(window, { edge, SpeechSynthesisUtterance: Utterance });
    }, voices);
    return this;
  }

  /** Voices that come later than the page. */
  async add(voices: FakeVoice[]): Promise<void> {
    await this.page.evaluate((voices) => {
      const { edge } = window as unknown as Page2;
      edge.voices = voices;
      for (const listen of [...edge.changed]) listen();
    }, voices);
  }

  said(): Promise<Utterance[]> {
    return this.page.evaluate(() => (window as unknown as Page2).edge.said);
  }

  /** What is being said now; null in silence. */
  async now(): Promise<string | null> {
    return this.page.evaluate(() => {
      const { edge } = window as unknown as Page2;
      return edge.current ? (edge.said.at(-1)?.text ?? null) : null;
    });
  }

  /** The voice comes to the end of the sentence. */
  async end(): Promise<void> {
    await this.page.evaluate(() => {
      const { edge } = window as unknown as Page2;
      const { current } = edge;
      edge.current = null;
      current?.onend?.();
    });
  }

  async fail(): Promise<void> {
    await this.page.evaluate(() => {
      const { edge } = window as unknown as Page2;
      const { current } = edge;
      edge.current = null;
      current?.onerror?.({ error: 'synthesis-failed' });
    });
  }

  /** The words that are lit. */
  lit(): Promise<string> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get('spoken') ?? [])]
        .map((range) => (range as Range).toString())
        .join(''),
    );
  }

  /** Expects that this sentence is said and lit. */
  async reads(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.lit()).toMatch(words);
    const now = await this.now();
    expect(now?.replace(/^(Often said|What is right): /, '')).toBe(await this.lit());
  }
}
