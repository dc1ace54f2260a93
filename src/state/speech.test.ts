import { expect, test } from 'vitest';
import { Speech } from './speech';

const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService });
const speechWith = (voices: ReturnType<typeof voice>[]) =>
  new Speech({ getVoices: () => voices, cancel: () => undefined } as unknown as SpeechSynthesis);

test('only local English voices are listed, American ones first, and of a family the plain one', () => {
  const speech = speechWith([
    voice('Afrikaans espeak-ng', 'af'),
    voice('English (Great Britain) espeak-ng', 'en-GB'),
    voice('English (America)+Adam espeak-ng', 'en-US'),
    voice('English (America) espeak-ng', 'en-US'),
    voice('English (America) espeak-ng', 'en-US'),
    voice('Cloud', 'en-US', false),
    voice('Ende', 'ende'),
    voice('Old', 'en_US'),
  ]);
  expect(speech.voices().map(({ name }) => name)).toEqual([
    ...['English (America) espeak-ng', 'Old', 'English (Great Britain) espeak-ng'],
  ]);
});

test('what is asked of another than a local voice is not said', () => {
  const told: string[] = [];
  const speech = speechWith([voice('Cloud', 'en-US', false)]);
  speech.say('Words.', { voice: 'Cloud', speed: 1 }, (said) => told.push(said));
  expect(told).toEqual(['failed']);
  expect(new Speech(undefined).voices()).toEqual([]);
});
