import type { Api } from '../core/ipc';
import type { ShellState } from '../state/shell.svelte';

/** The one place where bugs of the page end: in the local log, and before the user's eyes. */
export function reportBug(error: unknown, api: Api, shell: ShellState): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  shell.say(
    'Something in the program went wrong.',
    'What you entered before is saved. The log, found in Settings, says where it happened.',
    'bad',
  );
  const unlogged = () =>
    shell.say(
      'Something in the program went wrong, and it could not be written to the log.',
      'Close the program and start it again.',
      'bad',
    );
  api.report(message, stack ?? '').catch(unlogged);
}

/** Listens for what nobody caught, for as long as the page lives. */
export function catchAll(api: Api, shell: ShellState): void {
  window.addEventListener('error', ({ error, message }) => reportBug(error ?? message, api, shell));
  window.addEventListener('unhandledrejection', ({ reason }) => reportBug(reason, api, shell));
}
