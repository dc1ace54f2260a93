import { app } from 'electron';

/**
 * Before `ready`: on Linux Chromium speaks only through the system's speech-dispatcher, and only when told
 * to. The page then chooses among the voices that are on this computer; it has no others.
 */
export function allowLocalVoices(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
}
