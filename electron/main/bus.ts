import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Asks the user's session bus in a child process, null if it does not answer within two seconds. Done
 * here, a service that hangs would stop the whole program: Electron's own calls to it wait for 100 s.
 */
function askBus(target: BusCall): Promise<string | null> {
  if (!hasBus()) return Promise.resolve(null);
  const args = [
    ...['call', '--session', '--timeout', '2'],
    ...['--dest', target.service, '--object-path', target.object, '--method', target.method],
    ...(target.args ?? []),
  ];
  return new Promise((resolve) => {
    execFile('gdbus', args, { timeout: 3000 }, (error, answer) => {
      resolve(error === null ? answer.trim() : null);
    });
  });
}

interface BusCall {
  service: string;
  object: string;
  method: string;
  args?: string[];
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

/** Whether the service that shows notices answers. `Notification.isSupported()` is true without any. */
export async function hasNoticeService(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const answer = await askBus({
    service: 'org.freedesktop.Notifications',
    object: '/org/freedesktop/Notifications',
    method: 'org.freedesktop.Notifications.GetServerInformation',
  });
  return answer !== null;
}
