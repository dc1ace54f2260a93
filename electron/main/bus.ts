import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a service on the bus said; `silent`: it did not answer in time. */
export type BusAnswer = { kind: 'said'; text: string } | { kind: 'refused' | 'silent' };

interface BusCall {
  service: string;
  object: string;
  method: string;
  /** In the text form of GVariant. */
  args?: string[];
  /** How long to wait for an answer. */
  seconds?: number;
}

/**
 * Calls a service on the user's session bus in a child process. Done here, a service that hangs would
 * stop the whole program: Electron's own calls to it wait for 100 s.
 */
export function callBus({ service, object, method, args = [], seconds = 2 }: BusCall) {
  if (!hasBus()) return Promise.resolve<BusAnswer>({ kind: 'refused' });
  const line = [
    ...['call', '--session', '--timeout', String(seconds)],
    ...['--dest', service, '--object-path', object, '--method', method, ...args],
  ];
  return new Promise<BusAnswer>((resolve) => {
    const longest = (seconds + 1) * 1000;
    // What it complains of is read here, so it is to be in English; text goes through in any language all the same.
    const env = { ...process.env, LANGUAGE: 'en' };
    execFile('gdbus', line, { timeout: longest, env }, (error, answer, complaint) => {
      if (error === null) return resolve({ kind: 'said', text: answer.trim() });
      const isSilent = error.killed === true || /Timeout|NoReply/.test(complaint);
      resolve({ kind: isSilent ? 'silent' : 'refused' });
    });
  });
}

async function askBus(call: BusCall): Promise<string | null> {
  const answer = await callBus(call);
  return answer.kind === 'said' ? answer.text : null;
}

/** Without a bus, gdbus would start one of its own. */
function hasBus(): boolean {
  if (process.env['DBUS_SESSION_BUS_ADDRESS']) return true;
  const runtime = process.env['XDG_RUNTIME_DIR'];
  return Boolean(runtime) && existsSync(join(runtime ?? '', 'bus'));
}

/** Whether something on this desktop shows tray icons; without it a hidden window could not come back. */
export async function hasTrayService(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const answer = await askBus({
    service: 'org.freedesktop.DBus',
    object: '/org/freedesktop/DBus',
    method: 'org.freedesktop.DBus.NameHasOwner',
    args: ['org.kde.StatusNotifierWatcher'],
  });
  return answer?.includes('true') ?? false;
}

export const noticeService = {
  service: 'org.freedesktop.Notifications',
  object: '/org/freedesktop/Notifications',
};

/** How a service that shows notices reads them; null if there is none that answers. */
export async function askNoticeService(): Promise<{ readsMarkup: boolean } | null> {
  const answer = await askBus({
    ...noticeService,
    method: 'org.freedesktop.Notifications.GetCapabilities',
  });
  return answer === null ? null : { readsMarkup: answer.includes("'body-markup'") };
}
