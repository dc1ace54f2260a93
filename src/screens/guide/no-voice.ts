import type { Platform } from '../../ui/keys';

const remedies: Record<Platform, string> = {
  linux: 'install speech-dispatcher and espeak-ng, then start the program again',
  darwin: 'add an English voice under Accessibility, Spoken content in the system’s settings',
  win32: 'add an English voice under Time and language, Speech in the system’s settings',
};

/** What is said in place of reading aloud where nothing on this computer could. */
export const noVoice = (platform: Platform) =>
  `This system has no local English voice to read aloud with: ${remedies[platform]} (local voices only, nothing is sent anywhere).`;
